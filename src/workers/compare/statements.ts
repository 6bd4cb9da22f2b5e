/**
 * What became of each statement of the earlier version, matched by what it is about (`shared/story/statement-subject.ts`)
 * in the names of the later one. Pure.
 */
import type { ComparedStatement, StatementSide } from '../../shared/comparison/comparison.ts'
import { everyInsight, insightsById, type Statements } from '../../shared/story/every-insight.ts'
import type { Direction, Insight, InsightClass, Scalar } from '../../shared/story/insight.ts'
import { matchStatements } from '../../shared/story/statement-subject.ts'

/** What names of the earlier version are called in the later one; null for what is gone. */
export interface Renaming {
  table(name: string): string | null
  column(table: string, name: string): string | null
  /** Whether the later version's table, or column, is new. */
  isNewTable(name: string): boolean
  isNewColumn(table: string, name: string): boolean
}

/** How much smaller or larger an effect is to be called so, where it has no interval. */
const clearlySmaller = 2 / 3

const opposites: Readonly<Partial<Record<Direction, Direction>>> = {
  up: 'down',
  down: 'up',
  positive: 'negative',
  negative: 'positive',
  higher: 'lower',
  lower: 'higher',
}

const verdictOrder = ['turned', 'vanished', 'weakened', 'moved', 'appeared', 'strengthened', 'held'] as const

/** What changed most first, findings before the rest. */
export function compareStatements(
  before: Statements<Insight>,
  after: Statements<Insight>,
  renaming: Renaming,
): ComparedStatement[] {
  const earlier = everyInsight(before)
  const later = insightsById(after)
  const matched = matchStatements(
    earlier.flatMap((insight) => inLaterNames(insight, renaming) ?? []),
    [...later.values()],
  )
  const found = new Set(matched.values())
  return [
    ...earlier.map((insight) => {
      const other = later.get(matched.get(insight.id) ?? '')
      return other === undefined ? vanished(insight, renaming) : judged(insight, other)
    }),
    ...[...later.values()].filter(({ id }) => !found.has(id)).map((insight) => appeared(insight, renaming)),
  ].sort(
    (one, other) =>
      classRank(one) - classRank(other) || verdictOrder.indexOf(one.verdict) - verdictOrder.indexOf(other.verdict),
  )
}

/** A finding that became a lead is a finding's fate. */
function classRank({ before, after }: ComparedStatement): number {
  const order = ['finding', 'fact', 'lead', 'quality'] as const satisfies readonly InsightClass[]
  const ranks = [before, after].flatMap((side) => (side === null ? [] : [order.indexOf(side.class)]))
  return Math.min(...ranks)
}

/** The statement in the names of the later version; null where that has no such table or column. */
function inLaterNames(insight: Insight, renaming: Renaming): Insight | null {
  const { columns, subspace, details } = insight
  const table = renaming.table(insight.table)
  if (table === null) return null
  const renamed = (name: string): string | null => renaming.column(insight.table, name)
  const names = columns.flatMap((name) => renamed(name) ?? [])
  const parts = Object.entries(subspace ?? {}).flatMap(([name, value]): [string, Scalar][] => {
    const later = renamed(name)
    return later === null ? [] : [[later, value]]
  })
  if (names.length < columns.length || parts.length < Object.keys(subspace ?? {}).length) return null
  const known = new Set(columns)
  return {
    ...insight,
    table,
    columns: names,
    ...(subspace === undefined ? {} : { subspace: Object.fromEntries(parts) }),
    details: Object.fromEntries(
      Object.entries(details).map(([name, value]) =>
        typeof value === 'string' && known.has(value) ? [name, renamed(value)] : [name, value],
      ),
    ),
  }
}

function isSamePlace(one: Insight, other: Insight): boolean {
  return (one.location ?? null) === (other.location ?? null)
}

function judged(one: Insight, other: Insight): ComparedStatement {
  return { ...verdictOf(one, other), ...described(other), before: sideOf(one), after: sideOf(other) }
}

function verdictOf(one: Insight, other: Insight): Pick<ComparedStatement, 'verdict' | 'because'> {
  if (opposites[one.direction] === other.direction) return { verdict: 'turned', because: 'direction' }
  if (!isSamePlace(one, other)) return { verdict: 'moved', because: 'place' }
  if (one.class === 'finding' && other.class === 'lead') return { verdict: 'weakened', because: 'control' }
  if (one.class === 'lead' && other.class === 'finding') return { verdict: 'strengthened', because: 'control' }
  switch (sizeOf(one, other)) {
    case 'smaller':
      return { verdict: 'weakened', because: 'size' }
    case 'larger':
      return { verdict: 'strengthened', because: 'size' }
    case 'alike':
      return { verdict: 'held', because: null }
  }
}

/** Of what is inferred only: what a fact says is a number, and its change is told as one. */
function sizeOf(one: Insight, other: Insight): 'smaller' | 'larger' | 'alike' {
  if (one.class !== 'finding' && one.class !== 'lead') return 'alike'
  if (one.effect.name !== other.effect.name) return 'alike'
  const [own, later] = [sizes(one), sizes(other)]
  if (own.low !== null && own.high !== null && later.low !== null && later.high !== null) {
    if (later.high < own.low) return 'smaller'
    return later.low > own.high ? 'larger' : 'alike'
  }
  if (own.size === 0 || later.size === 0) return 'alike'
  if (later.size < clearlySmaller * own.size) return 'smaller'
  return later.size * clearlySmaller > own.size ? 'larger' : 'alike'
}

/** Without sign: −0.8 to −0.6 is an effect of 0.6 to 0.8. An interval over zero has no least size but 0. */
function sizes({ effect: { value, low, high } }: Insight) {
  if (low === null || high === null) return { size: Math.abs(value), low: null, high: null }
  const [one, other] = [Math.abs(low), Math.abs(high)]
  return { size: Math.abs(value), low: low * high <= 0 ? 0 : Math.min(one, other), high: Math.max(one, other) }
}

function appeared(insight: Insight, { isNewTable, isNewColumn }: Renaming): ComparedStatement {
  const { table, columns } = insight
  const because = isNewTable(table) ? 'table' : columns.some((column) => isNewColumn(table, column)) ? 'columns' : null
  return { verdict: 'appeared', because, ...described(insight), before: null, after: sideOf(insight) }
}

function vanished(insight: Insight, renaming: Renaming): ComparedStatement {
  const { table, columns } = insight
  const isGone = columns.some((column) => renaming.column(table, column) === null)
  const because = renaming.table(table) === null ? 'table' : isGone ? 'columns' : null
  return { verdict: 'vanished', because, ...described(insight), before: sideOf(insight), after: null }
}

function described(insight: Insight): Pick<ComparedStatement, 'type' | 'class' | 'table' | 'columns'> {
  return { type: insight.type, class: insight.class, table: insight.table, columns: insight.columns }
}

function sideOf(insight: Insight): StatementSide {
  const { id, class: own, location, effect, n, direction, sentence } = insight
  return { id, class: own, ...(location === undefined ? {} : { location }), effect, n, direction, sentence }
}
