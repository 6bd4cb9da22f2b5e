/** Tables as a person asked for them: columns read as another type, in a unit, and only the rows that are wanted. */

import { StoryglassError } from '../../shared/failure/failure.ts'
import { currencyCodes, currencySigns } from '../../shared/quantity/currencies.ts'
import type { Compared } from '../../shared/story/comparison-focus.ts'
import { type Condition, columnsIn, conditionText } from '../../shared/story/condition.ts'
import type { Focus } from '../../shared/story/focus.ts'
import { listOf, type Note, note, quotedList, withNotes } from '../../shared/story/note.ts'
import { ConditionError, parseCondition, UnknownColumnError } from '../../shared/story/parse-condition.ts'
import type {
  ColumnRole,
  ColumnType,
  ConvertedColumn,
  ConvertedTable,
  Retyping,
  TableView,
} from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { ConditionValueError } from '../source/condition-sql.ts'
import type { TableSource } from '../source/table-source.ts'
import { comparedTable, noSuchTable } from './compared.ts'
import { withOrders } from './ordered.ts'
import { bestReading, candidatesFor } from './retyping.ts'

/** Part of the values that must be readable as the type asked for. */
const mostly = 0.5

/** What columns of a type are for, unless a person says otherwise. */
const roleOfType = {
  number: 'measure',
  integer: 'measure',
  date: 'time',
  timestamp: 'time',
  boolean: 'dimension',
  category: 'dimension',
  text: 'text',
  identifier: 'identifier',
} as const satisfies Record<ColumnType, ColumnRole>

/** The focus with the roles that follow from its types. */
export function withRolesOfTypes(focus: Focus | undefined): Focus | undefined {
  if (focus?.types === undefined) return focus
  const roles = Object.entries(focus.types).map(([name, type]) => [name, roleOfType[type]] as const)
  return { ...focus, roles: { ...Object.fromEntries(roles), ...focus.roles } }
}

/**
 * Opens the tables (by `open`) as asked for and gives them as they are then. Names must have been checked before.
 * `ofAnother`: what is said of columns was told of another source. Throws `type_impossible`, `order_impossible`,
 * `condition_unreadable`, `no_such_column`, `no_rows_left` or `comparison_impossible`.
 */
export async function readAsAsked(
  source: TableSource,
  open: (tables: readonly ConvertedTable[]) => Promise<void>,
  tables: readonly ConvertedTable[],
  focus: Focus | undefined,
  texts: Texts,
  ofAnother = false,
): Promise<AsAsked> {
  const { types = {}, units = {}, missing = {}, orders = {}, totals, where, compare } = focus ?? {}
  const said = Object.keys({ ...types, ...units, ...missing, ...orders }).length
  if (where === undefined && totals === undefined && compare === undefined && said === 0)
    return { tables, compared: null }
  const known = tables.map((table) => withMissing(table, missing, texts))
  // What is missing is no value that could not be read.
  if (Object.keys(missing).length > 0) await openAsAsked(open, known)
  const retyped: ConvertedTable[] = []
  for (const table of known) retyped.push(await withTypes(source, withUnits(table, units, texts), types, texts))
  const hasOrders = Object.keys(orders).length > 0
  // An order is of all rows: it names categories that a condition may leave without any.
  if (hasOrders) await openAsAsked(open, retyped)
  const ordered = hasOrders ? await withOrders(source, retyped, { orders, ofAnother }, texts) : retyped
  const records = totals === undefined ? ordered : withoutTotals(ordered, totals, texts)
  const read = where === undefined ? records : withRows(records, where)
  await openAsAsked(open, read)
  const told = compare === undefined ? { tables: read, compared: null } : await comparedIn(source, read, compare, texts)
  if (compare !== undefined) await openAsAsked(open, told.tables)
  const counted: ConvertedTable[] = []
  for (const table of told.tables) counted.push(await withCount(source, table, texts))
  return { tables: counted, compared: told.compared }
}

/** `compared`: the column of the two groups that are compared; null where none are. */
interface AsAsked {
  readonly tables: readonly ConvertedTable[]
  readonly compared: string | null
}

async function comparedIn(
  source: TableSource,
  tables: readonly ConvertedTable[],
  compare: Compared,
  texts: Texts,
): Promise<AsAsked> {
  const told: ConvertedTable[] = []
  let compared: string | null = null
  for (const table of tables) {
    const one = await comparedTable(source, table, compare, parsed, texts)
    told.push(one?.table ?? table)
    compared ??= one?.column ?? null
  }
  if (compared === null) throw noSuchTable(tables)
  return { tables: told, compared }
}

/** A column with another unit is written in it; nothing is converted. */
function withUnits(table: ConvertedTable, units: Readonly<Record<string, string>>, texts: Texts): ConvertedTable {
  const columns = table.columns.map((column): ConvertedColumn => {
    const unit = units[column.name]
    return unit === undefined ? column : { ...column, format: formatOfUnit(unit) }
  })
  const asked = table.columns.flatMap(({ name }) =>
    units[name] === undefined ? [] : [note('asked.inUnit', { name, unit: units[name] })],
  )
  return asked.length === 0
    ? table
    : withNotes(texts, { ...table, columns }, [note('asked.asked', { what: listOf(asked) })])
}

function formatOfUnit(unit: string): string {
  const currency = currencySigns[unit] ?? unit.toUpperCase()
  if (currencyCodes.includes(currency)) return `currency:${currency}`
  // Behind a number from 0 to 100, a percent sign would be read as a share.
  return `unit:${unit === '%' ? 'per cent' : unit}`
}

async function withTypes(
  source: TableSource,
  table: ConvertedTable,
  types: Readonly<Record<string, ColumnType>>,
  texts: Texts,
): Promise<ConvertedTable> {
  const retyped: Retyping[] = []
  const columns: ConvertedColumn[] = []
  const notes: Note[] = []
  for (const column of table.columns) {
    const type = types[column.name]
    const candidates = type === undefined ? null : candidatesFor(column, type)
    if (type === undefined || candidates === null) {
      columns.push(column)
      continue
    }
    const read = await bestReading(source, source.relation(table.name), candidates)
    if (read === null || read.readable < mostly * read.filled) {
      throw new StoryglassError('type_impossible', impossible(column, type, read))
    }
    retyped.push(read.retyping)
    const lost = read.filled - read.readable
    columns.push({
      ...column,
      storage: read.retyping.storage,
      format: formatAfter(column, read.retyping),
      unreadable: {
        count: column.unreadable.count + lost,
        examples: [...column.unreadable.examples, ...read.examples].slice(0, 5),
      },
    })
    notes.push(note('asked.readAs', { name: column.name, type, lost }))
  }
  if (retyped.length === 0) return table
  const view = { ...viewOf(table), retyped }
  return withNotes(texts, { ...table, columns, view }, notes)
}

/** Of a number only its unit stays, and none of what was read otherwise. */
function formatAfter({ format }: ConvertedColumn, { storage, by }: Retyping): string | null {
  if (by.rule === 'words') return `words:${by.yes}/${by.no}`
  const isNumber = storage === 'DOUBLE' || storage === 'BIGINT'
  return isNumber && /^(?:unit|currency):/u.test(format ?? '') ? format : null
}

function impossible({ name }: ConvertedColumn, type: ColumnType, read: Awaited<ReturnType<typeof bestReading>>): Note {
  const given = { name, type: note('failed.type', { type }) }
  if (read === null) return note('failed.noValueOfType', given)
  const [example] = read.examples
  const counted = { ...given, lost: read.filled - read.readable, filled: read.filled }
  if (example === undefined) return note('failed.fewOfType', counted)
  return note('failed.fewOfTypeSuchAs', { ...counted, example: example.text, row: example.row })
}

/** As it is opened so far: whole, where nothing was asked for yet. */
function viewOf(table: ConvertedTable): TableView {
  return table.view ?? { where: null, retyped: [], rowsStored: table.rows }
}

/** Values a person says stand for “missing”. */
function withMissing(
  table: ConvertedTable,
  missing: Readonly<Record<string, readonly string[]>>,
  texts: Texts,
): ConvertedTable {
  const asked = table.columns.flatMap(({ name }) =>
    missing[name] === undefined ? [] : [{ column: name, values: [...missing[name]] }],
  )
  if (asked.length === 0) return table
  const notes = asked.map(({ column, values }) => note('asked.missing', { name: column, values: quotedList(values) }))
  return withNotes(texts, { ...table, view: { ...viewOf(table), missing: asked } }, notes)
}

/** Rows a person says are totals of others are set aside in every table that has the columns. */
function withoutTotals(tables: readonly ConvertedTable[], totals: string, texts: Texts): readonly ConvertedTable[] {
  return withCondition(tables, totals, (table, without) =>
    withNotes(texts, { ...table, view: { ...viewOf(table), without } }, [
      note('asked.totals', { condition: conditionText(texts, without) }),
    ]),
  )
}

function withRows(tables: readonly ConvertedTable[], where: string): readonly ConvertedTable[] {
  return withCondition(tables, where, (table, condition) => ({
    ...table,
    view: { ...viewOf(table), where: condition },
  }))
}

/** The condition holds for every table that has all of its columns. */
function withCondition(
  tables: readonly ConvertedTable[],
  where: string,
  apply: (table: ConvertedTable, condition: Condition) => ConvertedTable,
): readonly ConvertedTable[] {
  const names = [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))]
  const condition = parsed(where, names)
  const wanted = columnsIn(condition)
  const has = ({ columns }: ConvertedTable): boolean =>
    wanted.every((name) => columns.some((column) => column.name === name))
  if (!tables.some(has)) {
    throw new StoryglassError('no_such_column', note('failed.noTableWithAll', { columns: quotedList(wanted) }))
  }
  return tables.map((table) => (has(table) ? apply(table, condition) : table))
}

function parsed(where: string, names: readonly string[]): Condition {
  try {
    return parseCondition(where, names)
  } catch (error) {
    if (error instanceof UnknownColumnError) {
      const given = { missing: quotedList([error.column]), there: quotedList(names.slice(0, 20)) }
      throw new StoryglassError('no_such_column', note('failed.noColumn', given))
    }
    if (!(error instanceof ConditionError)) throw error
    const found = where.slice(error.at).trim()
    const place = found === '' ? 'at its end' : `at “${found.length > 30 ? `${found.slice(0, 29)}…` : found}”`
    throw new StoryglassError('condition_unreadable', `“${where}”, ${place}: ${error.message}`)
  }
}

async function openAsAsked(
  open: (tables: readonly ConvertedTable[]) => Promise<void>,
  tables: readonly ConvertedTable[],
): Promise<void> {
  try {
    await open(tables)
  } catch (error) {
    if (error instanceof ConditionValueError) throw new StoryglassError('condition_unreadable', error.said)
    throw error
  }
}

async function withCount(source: TableSource, table: ConvertedTable, texts: Texts): Promise<ConvertedTable> {
  const { where = null, without } = table.view ?? {}
  if (where === null && without === undefined) return table
  const { rows } = await source.row<{ rows: number }>(`SELECT count(*) AS rows FROM ${source.relation(table.name)}`)
  const wanted = where ?? without
  if (rows === 0) throw new StoryglassError('no_rows_left', wanted === undefined ? '' : conditionText(texts, wanted))
  if (where === null) return { ...table, rows }
  const condition = conditionText(texts, where)
  return withNotes(texts, { ...table, rows }, [note('asked.onlyRows', { condition, rows, stored: table.rows })])
}
