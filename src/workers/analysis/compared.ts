/** Two groups or two periods a story is to compare: as a column of two values, and the rows of both. */
import { StoryglassError } from '../../shared/failure/failure.ts'
import { capitalise } from '../../shared/format/words.ts'
import type { Compared } from '../../shared/story/comparison-focus.ts'
import { type Condition, columnsIn, conditionText } from '../../shared/story/condition.ts'
import { allOf, partsOfCondition } from '../../shared/story/condition-parts.ts'
import { type Note, note, quotedList, withNotes } from '../../shared/story/note.ts'
import type { ConvertedColumn, ConvertedTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { ConditionValueError, conditionSql } from '../source/condition-sql.ts'
import type { TableSource } from '../source/table-source.ts'

/** How a condition is read, once the names of the columns are known. */
export type ParseText = (text: string, names: readonly string[]) => Condition

export interface ComparedTable {
  readonly table: ConvertedTable
  /** The column of the two groups. */
  readonly column: string
}

interface Side {
  readonly label: string
  readonly condition: Condition
}

/**
 * The table with its rows limited to the two and, unless they are two values of one column, a column that names them.
 * Throws `comparison_impossible` where the two are the same, overlap, or one has no rows. Null for a table without the
 * columns.
 */
export async function comparedTable(
  source: TableSource,
  table: ConvertedTable,
  compared: Compared,
  parse: ParseText,
  texts: Texts,
): Promise<ComparedTable | null> {
  const sides = sidesOf(table, compared, parse, texts)
  if (sides === null) return null
  const [first, second] = sides
  if (JSON.stringify(first.condition) === JSON.stringify(second.condition)) {
    throw impossible(note('failed.namedTwice', { label: first.label }))
  }
  const counts = await countsOf(source, table, sides)
  for (const [index, side] of sides.entries()) {
    if (counts.rows[index] === 0)
      throw impossible(
        note('failed.noRowWhere', { table: table.name, condition: conditionText(texts, side.condition) }),
      )
  }
  if (counts.both > 0) {
    throw impossible(note('failed.rowsShared', { first: first.label, second: second.label, count: counts.both }))
  }
  const plain = plainColumn(sides)
  const column = plain ?? freeName(table, compared.by === 'periods' ? texts.versions.period : texts.versions.group)
  const view = table.view ?? { where: null, retyped: [], rowsStored: table.rows }
  const either: Condition = { kind: 'any', parts: sides.map(({ condition }) => condition) }
  const where = allOf([...(view.where === null ? [] : partsOfCondition(view.where)), either])
  const own: ConvertedColumn = {
    ...{ name: column, storage: 'VARCHAR', format: null },
    unreadable: { count: 0, examples: [] },
  }
  const said = note('asked.compared', {
    first: conditionText(texts, first.condition),
    second: conditionText(texts, second.condition),
    firstRows: counts.rows[0] ?? 0,
    secondRows: counts.rows[1] ?? 0,
  })
  const derived = plain === null ? { grouped: { name: column, groups: [...sides] } } : {}
  const shown = {
    ...table,
    columns: plain === null ? [...table.columns, own] : table.columns,
    view: { ...view, where, ...derived },
  }
  return { column, table: withNotes(texts, shown, [said]) }
}

function impossible(detail: Note): StoryglassError {
  return new StoryglassError('comparison_impossible', detail)
}

function sidesOf(
  table: ConvertedTable,
  compared: Compared,
  parse: ParseText,
  texts: Texts,
): readonly [Side, Side] | null {
  const names = table.columns.map(({ name }) => name)
  if (compared.by === 'groups') {
    const [first, second] = compared.groups.map((text): Side => {
      const condition = parse(text, names)
      return { label: labelOf(condition, texts), condition }
    })
    if (first === undefined || second === undefined) return null
    const wanted = [first, second].flatMap(({ condition }) => columnsIn(condition))
    return wanted.every((name) => names.includes(name)) ? [first, second] : null
  }
  const time = timeOf(table, compared.column)
  if (time === null) return null
  const [first, second] = compared.periods.map(
    (label): Side => ({ label, condition: { kind: 'compare', column: time.name, operator: '=', value: label } }),
  )
  return first === undefined || second === undefined ? null : [first, second]
}

/** The column named, or the first with dates, or else the first of whole numbers that is called a year. */
function timeOf({ columns }: ConvertedTable, name: string | undefined): ConvertedColumn | null {
  if (name !== undefined) return columns.find((column) => column.name === name) ?? null
  const dated = columns.find(({ storage }) => storage === 'DATE' || storage === 'TIMESTAMP')
  const years = columns.find(
    (column) => column.storage === 'BIGINT' && ['year', 'jahr'].includes(column.name.toLowerCase()),
  )
  return dated ?? years ?? null
}

/** Of a plain value its own name: `Oslo`. */
function labelOf(condition: Condition, texts: Texts): string {
  const isPlain = condition.kind === 'compare' && condition.operator === '=' && Number.isNaN(Number(condition.value))
  return isPlain ? String(condition.value) : capitalise(conditionText(texts, condition))
}

/** The column of which both are one value; null where they are anything else. */
function plainColumn(sides: readonly Side[]): string | null {
  const columns = sides.map(({ condition, label }) =>
    condition.kind === 'compare' && condition.operator === '=' && String(condition.value) === label
      ? condition.column
      : null,
  )
  const [column = null] = columns
  return column !== null && columns.every((name) => name === column) && Number.isNaN(Number(sides[0]?.label))
    ? column
    : null
}

async function countsOf(
  source: TableSource,
  table: ConvertedTable,
  sides: readonly Side[],
): Promise<{ readonly rows: readonly number[]; readonly both: number }> {
  try {
    const holds = sides.map(({ condition }) => conditionSql(source.dialect, condition, table.columns))
    const counted = holds.map((one, index) => `count(*) FILTER (WHERE ${one}) AS side_${index}`)
    const row = await source.row<Record<string, number>>(
      `SELECT ${counted.join(', ')}, count(*) FILTER (WHERE ${holds.map((one) => `(${one})`).join(' AND ')}) AS both FROM ${source.relation(table.name)}`,
    )
    return { rows: sides.map((_, index) => Number(row[`side_${index}`])), both: Number(row.both) }
  } catch (error) {
    if (error instanceof ConditionValueError) throw impossible(error.said)
    throw error
  }
}

function freeName({ columns }: ConvertedTable, wanted: string): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()))
  let name = wanted
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`
  return name
}

/** Names the columns a comparison speaks of that no table has. */
export function noSuchTable(tables: readonly ConvertedTable[]): StoryglassError {
  const names = [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))].slice(0, 20)
  return impossible(note('failed.noTableWithBoth', { there: quotedList(names) }))
}
