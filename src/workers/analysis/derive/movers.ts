/** Which of several things changed most between the first and the last time they are there. */
import { periodIndex, periodStart } from '../series/grid.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export interface EntityEnds {
  readonly group: string
  readonly first: number
  readonly last: number
  /** Starts of its first and last period (ISO). */
  readonly start: string
  readonly end: string
  readonly rows: number
}

export interface Move extends EntityEnds {
  readonly change: number
  /** Size of the change: the logarithm of last by first, or the difference. */
  readonly size: number
}

/** Of the columns group, first, last, start, end, rows. */
export function entityRows(columns: Columns): EntityEnds[] {
  const [groups = [], firsts = [], lasts = [], starts = [], ends = [], rows = []] = columns
  return groups.flatMap((group, index): EntityEnds[] => {
    const [first, last] = [firsts[index], lasts[index]]
    if (typeof first !== 'number' || typeof last !== 'number') return []
    return [
      {
        group: String(group),
        first,
        last,
        start: isoStart(starts[index]),
        end: isoStart(ends[index]),
        rows: Number(rows[index] ?? 0),
      },
    ]
  })
}

/** Years come as numbers written out, dates and times as DuckDB writes them. */
function isoStart(text: unknown): string {
  const written = String(text)
  if (/^\d{1,4}$/.test(written)) return periodStart(periodIndex(Number(written), 'year'), 'year')
  const [date = '', time] = written.split(' ')
  return time === undefined || time === '00:00:00' ? date : `${date}T${time}.000Z`
}

/**
 * Changes of the entities that are there all along: what began later had less time. `ratio` for measures of which
 * multiples mean something.
 */
export function movesOf(entities: readonly EntityEnds[], ratio: boolean): Move[] {
  const start = entities.map((one) => one.start).sort()[0]
  const end = entities
    .map((one) => one.end)
    .sort()
    .at(-1)
  return entities
    .filter((one) => one.start === start && one.end === end && (!ratio || (one.first > 0 && one.last > 0)))
    .map((one) => {
      const change = one.last - one.first
      return { ...one, change, size: ratio ? Math.abs(Math.log(one.last / one.first)) : Math.abs(change) }
    })
}

/** How far ahead of the next the one that moved most must be, to be said to have. */
const leastLead = 1.1
const fewestMoves = 3

/** The one that moved most, whichever way; null where there are fewer than three, or where others moved about as much. */
export function moverOf(moves: readonly Move[]): Move | null {
  const [most, next] = [...moves].sort((left, right) => right.size - left.size)
  if (most === undefined || next === undefined || moves.length < fewestMoves) return null
  return most.size >= leastLead * next.size && most.size > 0 ? most : null
}

/** What only the comparison of a whole with its groups says. */
export const nothingElse = {
  window: null,
  year_before: null,
  year_before_change: null,
  year_before_share: null,
  before: null,
  before_change: null,
  before_share: null,
  step_change: null,
  step_share: null,
  best_first: null,
  best_last: null,
  best_change: null,
  rest_change: null,
  best_part: null,
  mix: null,
  mix_part: null,
  own_rates: null,
  up: null,
  down: null,
  entities: null,
  periods: null,
  after: null,
} as const satisfies Numbers

export function moverNumbers(columns: Columns, parameters: Parameters): Numbers {
  const entities = entityRows(columns)
  const ratio = parameters.ratio === true
  const moves = movesOf(entities, ratio)
  const best = moves.find(({ group }) => group === parameters.best)
  if (best === undefined) throw new Error(`${parameters.best} is not followed all along`)
  return {
    ...nothingElse,
    first: best.first,
    last: best.last,
    change: best.change,
    change_share: ratio ? best.change / best.first : null,
    times: ratio ? best.last / best.first : null,
    best_first: best.first,
    best_last: best.last,
    best_change: best.change,
    up: moves.filter(({ change }) => change > 0).length,
    down: moves.filter(({ change }) => change < 0).length,
    entities: moves.length,
    n: entities.reduce((sum, { rows }) => sum + rows, 0),
  }
}
