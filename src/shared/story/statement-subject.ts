/**
 * What a statement is about, whatever it says of it. Two tellings of a source, or of two versions of it, are compared by
 * it: ids and places change where a highest month or a strongest group changes, the question that was asked does not.
 */
import type { Insight, InsightType, Scalar } from './insight.ts'

export type Statement = Pick<Insight, 'id' | 'type' | 'table' | 'subspace' | 'direction' | 'location' | 'details'> & {
  readonly columns: readonly string[]
  /** Another statement of its own story has the same subject, so that only its place tells the two apart. */
  readonly shared?: boolean | undefined
}

/** Kinds of which a series may have several, each about a moment of its own. */
const placed: ReadonlySet<InsightType> = new Set(['time_outlier', 'level_shift', 'slope_break', 'variance_change'])
/** Kinds that say the same of two columns in either order. */
const symmetric: ReadonlySet<InsightType> = new Set([
  'association',
  'cluster',
  'co_movement',
  'correlation',
  'nonlinear_dependence',
])
/** Kinds whose further columns are what was found: how many of the first are what was asked about. */
const askedColumns: Partial<Record<InsightType, number>> = { change_decomposition: 2, key_drivers: 1, unit_mix: 1 }
/** Kinds whose form is which question was asked, not which answer was found. */
const formed: ReadonlySet<InsightType> = new Set(['change_decomposition', 'derived_column', 'missing_pattern'])

/** A key for the type, table, columns, part of the table and measurement of a statement; the same for the same question. */
export function statementSubject(statement: Omit<Statement, 'id'>, table: string = statement.table): string {
  const { type, details, location, subspace = {} } = statement
  const part = Object.entries(subspace).toSorted(([left], [right]) => (left < right ? -1 : 1))
  const asked: Readonly<Record<string, Scalar | undefined>> = {
    aggregate: details.aggregate,
    cycle: details.cycle,
    end: details.end,
    form: formed.has(type) ? details.form : undefined,
    at: placed.has(type) ? location : undefined,
  }
  return JSON.stringify([type, table, subjectColumns(statement), part, asked])
}

/** Without the columns of which the same was found, that were taken into the statement (`insights/likewise.ts`). */
function subjectColumns({ type, columns, details }: Pick<Statement, 'type' | 'columns' | 'details'>): string[] {
  const likewise = new Set(Object.entries(details).flatMap(([name, value]) => (isLikewise(name) ? [value] : [])))
  const own = columns.filter((column) => !likewise.has(column)).slice(0, askedColumns[type])
  return symmetric.has(type) ? own.toSorted() : own
}

function isLikewise(detail: string): boolean {
  return /^likewise_\d+$/.test(detail)
}

/**
 * The id of each statement of `before` with the id of the one of `after` that has its subject. Of several with one
 * subject, those of the same place and direction belong together; what then is left is matched only where there is no
 * choice, since a note that stands at the wrong statement is worse than one without its statement.
 */
export function matchStatements(
  before: readonly Statement[],
  after: readonly Statement[],
  /** What a table of `before` is called in `after`. */
  tableOf: (table: string) => string = (table) => table,
): Map<string, string> {
  const matched = new Map<string, string>()
  let [left, right] = [before, after]
  for (const { key, alone } of rounds) {
    const known = alone ? left.filter(({ shared }) => shared !== true) : left
    const sought = onlyOnes(known, (one) => key(one, tableOf(one.table)))
    const offered = onlyOnes(right, (one) => key(one, one.table))
    for (const [name, one] of sought) {
      const other = offered.get(name)
      if (other !== undefined) matched.set(one.id, other.id)
    }
    const taken = new Set(matched.values())
    left = left.filter(({ id }) => !matched.has(id))
    right = right.filter(({ id }) => !taken.has(id))
  }
  return matched
}

type KeyOf = (statement: Statement, table: string) => string

/** From the narrowest likeness to the widest. */
const rounds: readonly { readonly key: KeyOf; readonly alone: boolean }[] = [
  { alone: false, key: keyWith(({ location, direction, details }) => [location, direction, details.grain]) },
  { alone: false, key: keyWith(({ location, details }) => [location, details.grain]) },
  { alone: true, key: keyWith(({ details }) => [details.grain]) },
  { alone: true, key: keyWith(() => []) },
]

function keyWith(more: (statement: Statement) => readonly (Scalar | undefined)[]): KeyOf {
  return (statement, table) => JSON.stringify([statementSubject(statement, table), more(statement)])
}

function onlyOnes(statements: readonly Statement[], keyOf: (statement: Statement) => string): Map<string, Statement> {
  const groups = Map.groupBy(statements, keyOf)
  return new Map([...groups].flatMap(([key, group]) => (group.length === 1 && group[0] ? [[key, group[0]]] : [])))
}

interface NamedTable {
  readonly name: string
  readonly columns: readonly { readonly name: string }[]
}

/**
 * What each table of `before` is called in `after`: the same, or where it is gone, the only one left with all of its
 * columns' names, or the only one left at all. A file of another month has a table of another name.
 */
export function sameTables(before: readonly NamedTable[], after: readonly NamedTable[]): (table: string) => string {
  const names = new Set(after.map(({ name }) => name))
  const gone = before.filter(({ name }) => !names.has(name))
  const kept = new Set(before.map(({ name }) => name))
  const fresh = after.filter(({ name }) => !kept.has(name))
  const renamed = new Map<string, string>()
  for (const table of gone) {
    const alike = fresh.filter((other) => columnsOf(other) === columnsOf(table))
    const only = alike.length === 1 ? alike[0] : gone.length === 1 && fresh.length === 1 ? fresh[0] : undefined
    if (only !== undefined) renamed.set(table.name, only.name)
  }
  return (table) => renamed.get(table) ?? table
}

function columnsOf({ columns }: NamedTable): string {
  return JSON.stringify(columns.map(({ name }) => name).toSorted())
}
