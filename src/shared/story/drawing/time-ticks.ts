/** Ticks of a time axis on calendar boundaries, as few as can be read. */
import { periodIn } from '../../format/calendar.ts'
import type { Grain, PeriodNaming } from '../../format/periods.ts'

export interface TimeTick {
  /** Milliseconds since 1970. */
  readonly value: number
  readonly label: string
}

interface Step {
  readonly unit: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
  readonly count: number
  readonly grain: Grain
}

const steps: readonly Step[] = [
  ...[1, 5, 15, 30].map((count): Step => ({ unit: 'second', count, grain: 'second' })),
  ...[1, 5, 15, 30].map((count): Step => ({ unit: 'minute', count, grain: 'minute' })),
  ...[1, 3, 6, 12].map((count): Step => ({ unit: 'hour', count, grain: 'hour' })),
  ...[1, 2, 7, 14].map((count): Step => ({ unit: 'day', count, grain: 'day' })),
  ...[1, 3, 6].map((count): Step => ({ unit: 'month', count, grain: 'month' })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count): Step => ({ unit: 'year', count, grain: 'year' })),
]

/** How ticks are named; `locale` for `Intl`, English without it. */
interface Naming {
  readonly naming: PeriodNaming | null
  readonly locale?: string | undefined
}

/** At most `most` ticks between two instants, never finer than `grain`. */
export function timeTicks(
  first: number,
  last: number,
  grain: Grain,
  written: Naming = { naming: null },
  most = 8,
): readonly TimeTick[] {
  const finest = steps.findIndex(
    (step) =>
      step.grain === (grain === 'week' ? 'day' : grain === 'quarter' || grain === 'half-year' ? 'month' : grain),
  )
  for (const step of steps.slice(Math.max(0, finest))) {
    const ticks = ticksOf(step, first, last, most)
    if (ticks !== null) return ticks.map((value) => ({ value, label: label(value, step, written) }))
  }
  return [{ value: first, label: label(first, { unit: 'year', count: 1, grain: 'year' }, written) }]
}

function label(value: number, step: Step, { naming, locale }: Naming): string {
  return periodIn(locale, new Date(value).toISOString(), step.grain, { naming, width: 'short' })
}

/** Null when there would be more than `most`. */
function ticksOf(step: Step, first: number, last: number, most: number): readonly number[] | null {
  const ticks: number[] = []
  let tick = floor(step, first)
  while (tick <= last) {
    if (tick >= first) ticks.push(tick)
    if (ticks.length > most) return null
    tick = next(step, tick)
  }
  return ticks
}

const fixed = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1000 } as const

function floor(step: Step, instant: number): number {
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  if (step.unit === 'year') return utc(Math.floor(year / step.count) * step.count, 0)
  if (step.unit === 'month') return utc(year, Math.floor(date.getUTCMonth() / step.count) * step.count)
  const size = fixed[step.unit] * step.count
  return Math.floor(instant / size) * size
}

function next(step: Step, tick: number): number {
  const date = new Date(tick)
  if (step.unit === 'year') return utc(date.getUTCFullYear() + step.count, 0)
  if (step.unit === 'month') return utc(date.getUTCFullYear(), date.getUTCMonth() + step.count)
  return tick + fixed[step.unit] * step.count
}

/** Like `Date.UTC`, for years under 100 too. */
function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
}
