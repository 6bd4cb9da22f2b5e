/** What changed from one period to another, over all and by group, from the rows of a query by period and group. */
import { type Grain, periodIndex, periodStart } from '../series/grid.ts'
import { additiveContributions } from '../statistics/additive-contributions.ts'
import { mean } from '../statistics/mean.ts'
import { type RatePart, rateDecomposition } from '../statistics/rate-decomposition.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { changeShare } from './series.ts'

/**
 * How the rows of a period are made one number. `total`: their sum. `level`: the sum over the things that are there at a
 * moment, averaged over the moments of the period. `average`: the sum over the weight (the number of rows, or a
 * denominator).
 */
export type PeriodForm = 'total' | 'level' | 'average'

/** A group in one period, or all rows of it. */
export interface PeriodCell {
  readonly amount: number
  /** Rows with a value, or the denominator of a rate. */
  readonly weight: number
  readonly rows: number
  /** Different times within the period. */
  readonly times: number
}

/** Cells by period (ISO start), then by group; rows without a group are under `null`. */
export type PeriodTable = ReadonlyMap<string, ReadonlyMap<string | null, PeriodCell>>

/** Of the columns period, group, amount, weight, rows, times. */
export function periodTable(columns: Columns, grain: Grain): PeriodTable {
  const [periods = [], groups = [], amounts = [], weights = [], rows = [], times = []] = columns
  const table = new Map<string, Map<string | null, PeriodCell>>()
  // Each period comes once for every group.
  const starts = new Map<unknown, string>()
  for (const [index, period] of periods.entries()) {
    const amount = amounts[index]
    if (typeof amount !== 'number' || !Number.isFinite(amount)) continue
    const start = starts.get(period) ?? periodStart(periodIndex(period, grain), grain)
    starts.set(period, start)
    const cells = table.get(start) ?? new Map<string | null, PeriodCell>()
    table.set(start, cells)
    const group = groups[index]
    cells.set(group === null || group === undefined ? null : String(group), {
      amount,
      weight: Number(weights[index] ?? 0),
      rows: Number(rows[index] ?? 0),
      times: Number(times[index] ?? 1),
    })
  }
  return table
}

/** All groups of a period as one cell; null for a period that is not there. */
export function wholeOf(table: PeriodTable, start: string): PeriodCell | null {
  const cells = table.get(start)
  if (cells === undefined || cells.size === 0) return null
  const [first, ...others] = cells.values()
  return others.reduce<PeriodCell>(
    (sum, cell) => ({
      amount: sum.amount + cell.amount,
      weight: sum.weight + cell.weight,
      rows: sum.rows + cell.rows,
      times: Math.max(sum.times, cell.times),
    }),
    first ?? nothing,
  )
}

const nothing: PeriodCell = { amount: 0, weight: 0, rows: 0, times: 1 }

/** Null where nothing is there to be averaged. `times` are those of the whole period: a group may be absent at some. */
export function periodValue(cell: PeriodCell, form: PeriodForm, times = cell.times): number | null {
  switch (form) {
    case 'total':
      return cell.amount
    case 'level':
      return cell.amount / Math.max(1, times)
    case 'average':
      return cell.weight > 0 ? cell.amount / cell.weight : null
  }
}

/** A group in both periods that are compared; 0 where a sum has no rows, null where an average has none. */
export interface GroupChange {
  readonly group: string
  readonly first: number | null
  readonly last: number | null
}

export function groupChanges(table: PeriodTable, from: string, to: string, form: PeriodForm): GroupChange[] {
  const [start, end] = [table.get(from), table.get(to)]
  const times = [wholeOf(table, from)?.times, wholeOf(table, to)?.times]
  const groups = new Set([...(start?.keys() ?? []), ...(end?.keys() ?? [])])
  return [...groups]
    .filter((group): group is string => group !== null)
    .sort()
    .map((group) => ({
      group,
      first: periodValue(start?.get(group) ?? nothing, form, times[0]),
      last: periodValue(end?.get(group) ?? nothing, form, times[1]),
    }))
}

/** Split of a changed average into the groups' own averages and the mix of groups; null where it cannot be. */
export function mixOf(table: PeriodTable, from: string, to: string) {
  const [start, end] = [table.get(from), table.get(to)]
  const groups = [...new Set([...(start?.keys() ?? []), ...(end?.keys() ?? [])])]
  const parts = (cells: ReadonlyMap<string | null, PeriodCell> | undefined): RatePart[] =>
    groups.map((group) => cells?.get(group) ?? nothing)
  return rateDecomposition(parts(start), parts(end))
}

/** How many groups went up, how many down, of those with a value in both periods. */
export function directions(changes: readonly GroupChange[]): { up: number; down: number; entities: number } {
  const moved = changes.flatMap(({ first, last }) => (first === null || last === null ? [] : [last - first]))
  return {
    up: moved.filter((change) => change > 0).length,
    down: moved.filter((change) => change < 0).length,
    entities: moved.length,
  }
}

/** Mean size of the values of all periods: what a change is a share of must not be near zero beside it. */
export function levelOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, values.length)
}

/**
 * All numbers of a comparison of the periods `from` and `to`, or of the means of `window` periods from and up to them.
 * Parameters besides: `form`; `true_zero`; `before`, the period before the last, `year_before`, the same period a year
 * before, and `step_from` and `step_to`, neighbours, each null where nothing is said of it; `best`, the
 * group that is named, or null; `mix`, whether the change is split into averages and mix; `moves`, whether the groups
 * are counted by direction.
 */
export function periodChangeNumbers(columns: Columns, parameters: Parameters): Numbers {
  const grain = String(parameters.grain) as Grain
  const form = formNamed(parameters.form)
  const table = periodTable(columns, grain)
  const at = (name: string): number | null => {
    const cell = typeof parameters[name] === 'string' ? wholeOf(table, parameters[name]) : null
    return cell === null ? null : periodValue(cell, form)
  }
  const [from, to] = [String(parameters.from), String(parameters.to)]
  const window = typeof parameters.window === 'number' ? parameters.window : 1
  const [first, last] = window > 1 ? endMeans(table, form, from, to, window) : [at('from'), at('to')]
  if (first === null || last === null) throw new Error(`The periods ${from} and ${to} are not in this query`)
  const wholes = [...table.keys()].flatMap((start) => wholeOf(table, start) ?? [])
  const level = levelOf(wholes.flatMap((cell) => periodValue(cell, form) ?? []))
  const trueZero = parameters.true_zero !== false
  const share = (start: number | null, end: number | null): number | null =>
    start === null || end === null ? null : changeShare(start, end, level, trueZero)
  const difference = (start: number | null, end: number | null): number | null =>
    start === null || end === null ? null : end - start
  const [before, stepFrom, stepTo] = [at('before'), at('step_from'), at('step_to')]
  const yearBefore = at('year_before')
  const own = share(first, last)
  const groups = typeof parameters.best === 'string' || parameters.moves === true
  const changes = groups ? groupChanges(table, from, to, form) : []
  const best = changes.find(({ group }) => group === parameters.best)
  const bestChange = best === undefined ? null : difference(best.first, best.last)
  const whole = additiveContributions([first], [last])
  const mix = parameters.mix === true ? mixOf(table, from, to) : null
  const moves = parameters.moves === true ? directions(changes) : null
  return {
    first,
    last,
    change: whole.change,
    change_share: own,
    times: own === null || first === 0 ? null : last / first,
    window: window > 1 ? window : null,
    year_before: yearBefore,
    year_before_change: difference(yearBefore, last),
    year_before_share: share(yearBefore, last),
    before,
    before_change: difference(before, last),
    before_share: share(before, last),
    step_change: difference(stepFrom, stepTo),
    step_share: share(stepFrom, stepTo),
    best_first: best?.first ?? null,
    best_last: best?.last ?? null,
    best_change: bestChange,
    rest_change: bestChange === null || form === 'average' ? null : difference(bestChange, whole.change),
    best_part: bestChange === null || form === 'average' || whole.change === 0 ? null : bestChange / whole.change,
    mix: mix?.mix ?? null,
    mix_part: mix === null || mix.change === 0 ? null : mix.mix / mix.change,
    own_rates: mix?.rate ?? null,
    up: moves?.up ?? null,
    down: moves?.down ?? null,
    entities: moves?.entities ?? null,
    periods: table.size,
    after: null,
    n: wholes.reduce((sum, { rows }) => sum + rows, 0),
  }
}

/** Means of the first `window` periods from `from` on, and of the last up to `to`. */
function endMeans(table: PeriodTable, form: PeriodForm, from: string, to: string, window: number) {
  const values = [...table.keys()]
    .filter((start) => start >= from && start <= to)
    .sort()
    .flatMap((start) => {
      const cell = wholeOf(table, start)
      return cell === null ? [] : (periodValue(cell, form) ?? [])
    })
  return [mean(values.slice(0, window)), mean(values.slice(-window))] as const
}

export function formNamed(form: unknown): PeriodForm {
  return form === 'total' || form === 'level' ? form : 'average'
}
