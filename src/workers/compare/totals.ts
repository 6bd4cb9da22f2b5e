/** The change of each total, and the parts that account for it: rows, periods, and the groups of each dimension. */
import type { ProfiledColumn } from '../../shared/story/table.ts'
import { type PartChange, totalChange } from '../analysis/derive/total-change.ts'
import { additivityOfProfiled } from '../analysis/profile/additivity.ts'
import { calendarWords, has, nameWords, yearWords } from '../analysis/profile/name-words.ts'
import type { CalendarGrain } from '../source/dialect.ts'
import type { ColumnPair, PairedColumns } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'
import type { RowChanges } from './row-changes.ts'
import { type Asked, comparable, isNumeric, relationOf, sides } from './sides.ts'

export interface AccountOfTotal {
  readonly by: 'rows' | 'category' | 'period'
  readonly pair: ColumnPair | null
  /** Of periods. */
  readonly grain: CalendarGrain | null
  readonly sql: string
  readonly parts: readonly PartChange[]
}

export interface ChangedTotal {
  readonly pair: ColumnPair
  readonly before: number
  readonly after: number
  readonly change: number
  readonly share: number | null
  /** Places behind the decimal point that the values have, where they have few. */
  readonly decimals: number | null
  /** What says most first; one at least. */
  readonly accounts: readonly [AccountOfTotal, ...AccountOfTotal[]]
}

const mostGroups = 50
const mostDimensions = 6
const mostTotals = 12
const mostDecimals = 6
/** A column that is mostly empty has no total to speak of. */
const leastFilled = 0.5
const dayMs = 86_400_000

/** Measures of both versions that can be added up, in the order of the columns. */
export function summable(tables: TablePair, { pairs }: PairedColumns): ColumnPair[] {
  const hasTime = pairs.some(({ after }) => after.role === 'time')
  return pairs
    .filter((pair) => sides.every((side) => isSummed(pair[side], tables[side].rows, hasTime)))
    .slice(0, mostTotals)
}

function isSummed(column: ProfiledColumn, rows: number, hasTime: boolean): boolean {
  const { role, nulls } = column
  if (role !== 'measure' || !isNumeric(column) || rows - nulls < leastFilled * rows || rows < 2) return false
  if (column.missingCode !== undefined) return false
  const additivity = additivityOfProfiled(column, rows)
  return additivity === 'flow' || (additivity === 'stock' && !hasTime)
}

export async function changedTotal(
  asked: Asked,
  tables: TablePair,
  columns: PairedColumns,
  pair: ColumnPair,
  rows: RowChanges,
): Promise<ChangedTotal> {
  const decimals = await decimalsOf(asked, tables, pair)
  const plans = [
    // Where no row is in both, that all of them came or went says nothing.
    ...(rows.by === 'key' && rows.kept > 0 ? [byRows(asked, tables, pair, rows.key, decimals)] : []),
    ...groupings(columns).map((group) => byGroup(asked, tables, pair, group, decimals)),
    ...periods(columns).map((time) => byPeriod(asked, tables, pair, time, decimals)),
  ]
  const found = []
  for (const plan of plans.length === 0 ? [byNothing(asked, tables, pair, decimals)] : plans) {
    const whole = wholeOf(await asked.columns(plan.sql), decimals)
    found.push({ whole, account: { ...plan, parts: whole.parts } })
  }
  const [first, ...others] = found.toSorted((one, other) => worthOf(other.account) - worthOf(one.account))
  if (first === undefined) throw new Error('A total has one account at least')
  const { before, after, change, share } = first.whole
  const accounts: ChangedTotal['accounts'] = [first.account, ...others.map(({ account }) => account)]
  return { pair, before, after, change, share, decimals, accounts }
}

export const partColumns = ['part', 'before', 'after'] as const

function wholeOf(found: Readonly<Record<string, unknown[]>>, decimals: number | null) {
  return totalChange(
    partColumns.map((name) => found[name] ?? []),
    decimals,
  )
}

type Plan = Omit<AccountOfTotal, 'parts'>

/** Sums of both versions by one expression of each; rows in the order of the parts. */
function sumsBy(
  { dialect }: Asked,
  tables: TablePair,
  pair: ColumnPair,
  part: (side: 'before' | 'after') => string,
  decimals: number | null,
): string {
  const rows = sides.map((side) => {
    const value = dialect.double(dialect.identifier(pair[side].name))
    const [was, is] = side === 'before' ? [value, 'NULL'] : ['NULL', value]
    return `SELECT ${part(side)} AS part, ${was} AS was, ${is} AS is_now FROM ${relationOf(dialect, tables, side)}`
  })
  const sum = (value: string): string => total(dialect, value, decimals)
  return `SELECT part, ${sum('was')} AS before, ${sum('is_now')} AS after FROM (${rows.join(' UNION ALL ')}) GROUP BY part ORDER BY part NULLS LAST`
}

function total(dialect: Asked['dialect'], value: string, decimals: number | null): string {
  const sum = `coalesce(${dialect.sum(value)}, 0)`
  return decimals === null ? sum : dialect.rounded(sum, decimals)
}

function byNothing(asked: Asked, tables: TablePair, pair: ColumnPair, decimals: number | null): Plan {
  const sql = sumsBy(asked, tables, pair, () => asked.dialect.asText('NULL'), decimals)
  return { by: 'rows', pair: null, grain: null, sql }
}

function byGroup(asked: Asked, tables: TablePair, pair: ColumnPair, group: ColumnPair, decimals: number | null): Plan {
  const { dialect } = asked
  const part = (side: 'before' | 'after'): string => dialect.asText(comparable(dialect, group, side))
  return { by: 'category', pair: group, grain: null, sql: sumsBy(asked, tables, pair, part, decimals) }
}

function byPeriod(asked: Asked, tables: TablePair, pair: ColumnPair, time: ColumnPair, decimals: number | null): Plan {
  const { dialect } = asked
  const grain = grainOf(time)
  const part = (side: 'before' | 'after'): string =>
    dialect.dayText(dialect.truncate(grain, dialect.identifier(time[side].name)))
  return { by: 'period', pair: time, grain, sql: sumsBy(asked, tables, pair, part, decimals) }
}

/** `added`, `gone` and `kept`: what new rows brought, what rows took with them, what revised values made of the rest. */
function byRows(
  { dialect }: Asked,
  tables: TablePair,
  pair: ColumnPair,
  key: readonly ColumnPair[],
  decimals: number | null,
): Plan {
  const rows = (side: 'before' | 'after'): string => {
    const keys = key.map((one, at) => `${comparable(dialect, one, side)} AS c${at}`)
    const value = dialect.double(dialect.identifier(pair[side].name))
    return `(SELECT 1 AS there, ${keys.join(', ')}, ${value} AS v FROM ${relationOf(dialect, tables, side)})`
  }
  const on = key.map((_one, at) => `b.c${at} = a.c${at}`).join(' AND ')
  const part = `CASE WHEN b.there IS NULL THEN 'added' WHEN a.there IS NULL THEN 'gone' ELSE 'kept' END`
  const joinedRows = `${rows('before')} b FULL JOIN ${rows('after')} a ON ${on}`
  const sql = `SELECT ${part} AS part, ${total(dialect, 'b.v', decimals)} AS before, ${total(dialect, 'a.v', decimals)} AS after FROM ${joinedRows} GROUP BY 1 ORDER BY 1`
  return { by: 'rows', pair: null, grain: null, sql }
}

function groupings({ pairs }: PairedColumns): ColumnPair[] {
  return pairs
    .filter(({ before, after }) => {
      const words = nameWords(after.name)
      const isGroup = after.role === 'dimension' && before.role === 'dimension'
      const isFew = Math.max(before.distinct, after.distinct) <= mostGroups && after.distinct > 1
      return isGroup && isFew && !has(words, calendarWords) && !has(words, yearWords)
    })
    .slice(0, mostDimensions)
}

function periods({ pairs }: PairedColumns): ColumnPair[] {
  const isDated = ({ storage }: ProfiledColumn): boolean => storage === 'DATE' || storage === 'TIMESTAMP'
  return pairs.filter(({ before, after }) => isDated(before) && isDated(after)).slice(0, 1)
}

/** So that there are few: days of a fortnight, weeks of a quarter, months of some years, years beyond. */
function grainOf(time: ColumnPair): CalendarGrain {
  const moments = sides
    .flatMap((side) => [time[side].stats.min, time[side].stats.max])
    .map((moment) => Date.parse(String(moment)))
    .filter((moment) => Number.isFinite(moment))
  const days = (Math.max(...moments) - Math.min(...moments)) / dayMs
  if (!(days > 15)) return 'day'
  if (days <= 62) return 'week'
  return days <= 4 * 366 ? 'month' : 'year'
}

/** The fewest decimals by which no value of either version is changed; null beyond `mostDecimals`. */
async function decimalsOf({ dialect, columns }: Asked, tables: TablePair, pair: ColumnPair): Promise<number | null> {
  if (pair.before.storage === 'BIGINT' && pair.after.storage === 'BIGINT') return 0
  const places = Array.from({ length: mostDecimals + 1 }, (_, at) => at)
  const rows = sides.map(
    (side) =>
      `SELECT ${dialect.double(dialect.identifier(pair[side].name))} AS v FROM ${relationOf(dialect, tables, side)}`,
  )
  const counted = places.map((at) => `count(*) FILTER (WHERE v <> ${dialect.rounded('v', at)}) AS d${at}`)
  const found = await columns(`SELECT ${counted.join(', ')} FROM (${rows.join(' UNION ALL ')})`)
  return places.find((at) => Number(found[`d${at}`]?.[0]) === 0) ?? null
}

/**
 * How much an account tells: by how much the part of the change of one group exceeds its part of the sum before. Rows
 * say most where what came and went is not all there is; periods, where the change is not all in new ones.
 */
function worthOf({ by, parts }: AccountOfTotal): number {
  const before = parts.reduce((sum, part) => sum + Math.abs(part.before), 0)
  const excess = parts.map(({ share, before: own }) => (share ?? 0) - (before === 0 ? 0 : Math.abs(own) / before))
  const most = Math.min(1, Math.max(0, ...excess))
  switch (by) {
    case 'category':
      return parts.length < 2 ? 0 : most
    case 'period':
      return parts.length < 2 ? 0 : most * 0.6
    case 'rows':
      return most * 0.5
  }
}
