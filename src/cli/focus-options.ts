/** What is said of the columns on the command line. */
import type { Command } from 'commander'
import { groupsWritten, periodsWritten } from '../shared/story/comparison-focus.ts'
import type { DeclaredFacts } from '../shared/story/declared-facts.ts'
import { type Focus, unitSchema } from '../shared/story/focus.ts'
import { type ColumnRole, type ColumnType, columnRoleSchema, columnTypeSchema } from '../shared/story/table.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { collected } from './options.ts'
import { UsageError } from './usage.ts'

export interface FocusOptions {
  readonly rename?: readonly string[]
  readonly order?: readonly string[]
  readonly role?: readonly string[]
  readonly ignore?: readonly string[]
  readonly target?: string
  readonly compare?: string
  readonly comparePeriods?: string
  readonly type?: readonly string[]
  readonly unit?: readonly string[]
  readonly where?: string
  readonly missing?: readonly string[]
  readonly totals?: string
  readonly declare?: readonly string[]
}

/** Null where nothing is said of the columns. Throws `UsageError` for what is no role, type or unit. */
export function focusOf({
  rename = [],
  order = [],
  role = [],
  type = [],
  unit = [],
  missing = [],
  totals,
  where,
  ignore = [],
  target,
  compare,
  comparePeriods,
  declare = [],
}: FocusOptions): Focus | null {
  const focus: Focus = {
    ...(rename.length > 0 ? { names: Object.fromEntries(rename.map(nameOf)) } : {}),
    ...(order.length > 0 ? { orders: Object.fromEntries(order.map(orderOf)) } : {}),
    ...(role.length > 0 ? { roles: Object.fromEntries(role.map(roleOf)) } : {}),
    ...(type.length > 0 ? { types: Object.fromEntries(type.map(typeOf)) } : {}),
    ...(unit.length > 0 ? { units: Object.fromEntries(unit.map(unitOf)) } : {}),
    ...(missing.length > 0 ? { missing: missingBy(missing) } : {}),
    ...(totals === undefined ? {} : { totals }),
    ...(where === undefined ? {} : { where }),
    ...(ignore.length > 0 ? { ignore: [...ignore] } : {}),
    ...(target === undefined ? {} : { target }),
    ...comparedOf(compare, comparePeriods),
    ...(declare.length > 0 ? { facts: factsOf(declare) } : {}),
  }
  return Object.keys(focus).length === 0 ? null : focus
}

function comparedOf(groups: string | undefined, periods: string | undefined): Pick<Focus, 'compare'> {
  if (groups === undefined && periods === undefined) return {}
  if (groups !== undefined && periods !== undefined) throw new UsageError((usage) => usage.compareOnce)
  const compare = groups === undefined ? periodsWritten(periods ?? '') : groupsWritten(groups)
  if (compare === null) throw new UsageError((usage) => usage.compare)
  return { compare }
}

/** `population`, `sample`, `independent`, `rows-of=COLUMN`, `assigned=COLUMN`; a later word on the same replaces an earlier one. */
function factsOf(texts: readonly string[]): DeclaredFacts {
  return Object.fromEntries(texts.flatMap((text) => Object.entries(factOf(text))))
}

function factOf(text: string): DeclaredFacts {
  const at = text.indexOf('=')
  const [word, column] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  if (column === '' && (word === 'population' || word === 'sample')) return { rows: word }
  if (column === '' && word === 'independent') return { rowsOf: null }
  if (column !== '' && word === 'rows-of') return { rowsOf: column }
  if (column !== '' && word === 'assigned') return { assigned: column }
  throw new UsageError((usage) => usage.declare)
}

/** `COLUMN=VALUE`; the name of a column may hold an equals sign itself. Null without both. */
function assigned(text: string): readonly [string, string] | null {
  const at = text.lastIndexOf('=')
  return at > 0 && at < text.length - 1 ? [text.slice(0, at), text.slice(at + 1)] : null
}

function nameOf(text: string): readonly [string, string] {
  const [column, name] = assigned(text) ?? []
  if (column !== undefined && name !== undefined && name.trim() !== '') return [column, name]
  throw new UsageError((usage) => usage.rename)
}

/** `COLUMN=FIRST|SECOND|…`; a category may hold an equals sign (`<=50K`), so the first one is that of the column. */
function orderOf(text: string): readonly [string, string[]] {
  const at = text.indexOf('=')
  const categories = text
    .slice(at + 1)
    .split('|')
    .map((category) => category.trim())
  if (at > 0 && categories.length > 1 && !categories.includes('')) return [text.slice(0, at), categories]
  throw new UsageError((usage) => usage.order)
}

function roleOf(text: string): readonly [string, ColumnRole] {
  const [name, value] = assigned(text) ?? []
  const role = columnRoleSchema.safeParse(value)
  if (name !== undefined && role.success) return [name, role.data]
  throw new UsageError((usage) => usage.role({ roles: columnRoleSchema.options.join(', ') }))
}

function typeOf(text: string): readonly [string, ColumnType] {
  const [name, value] = assigned(text) ?? []
  const type = columnTypeSchema.safeParse(value)
  if (name !== undefined && type.success) return [name, type.data]
  throw new UsageError((usage) => usage.type({ types: columnTypeSchema.options.join(', ') }))
}

/** Of one column several values may stand for “missing”. */
function missingBy(texts: readonly string[]): Record<string, string[]> {
  const given = texts.map((text) => assigned(text))
  if (given.includes(null)) throw new UsageError((usage) => usage.missing)
  const pairs = given.filter((one) => one !== null)
  return Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, same]) => [name, same.map(([, value]) => value)]),
  )
}

function unitOf(text: string): readonly [string, string] {
  const [name, value] = assigned(text) ?? []
  const unit = unitSchema.safeParse(value)
  if (name !== undefined && unit.success) return [name, unit.data]
  throw new UsageError((usage) => usage.unit)
}

/** The options of `focusOf`, for a command that tells. */
export function addFocusOptions(command: Command, { terminal: { help } }: Texts): void {
  command
    .option('--rename <column=name>', help.tell.rename, collected, [])
    .option('--order <column=categories>', help.tell.order, collected, [])
    .option('--role <column=role>', help.tell.role({ roles: columnRoleSchema.options.join(', ') }), collected, [])
    .option('--type <column=type>', help.tell.type({ types: columnTypeSchema.options.join(', ') }), collected, [])
    .option('--unit <column=unit>', help.tell.unit, collected, [])
    .option('--missing <column=value>', help.tell.missing, collected, [])
    .option('--totals <condition>', help.tell.totals)
    .option('--where <condition>', help.tell.where)
    .option('--ignore <column>', help.tell.ignore, collected, [])
    .option('--target <column>', help.tell.target)
    .option('--compare <groups>', help.tell.compare)
    .option('--compare-periods <periods>', help.tell.comparePeriods)
    .option('--declare <fact>', help.tell.declare, collected, [])
}
