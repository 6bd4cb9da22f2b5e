/** Scales of a drawn chart: bars start at zero, lines need not, ticks are written as the column's values are. */
import { periodIn } from '../../format/calendar.ts'
import { formatNumber, formOfColumn, unitText } from '../../format/numbers.ts'
import { type Grain, isGrain, namingOf, type PeriodNaming } from '../../format/periods.ts'
import type { ChartSpec } from '../chart.ts'
import type { Scalar } from '../insight.ts'
import { fitLabels, wrapLabel } from './category-labels.ts'
import type { ChartTheme } from './theme.ts'
import { timeTicks } from './time-ticks.ts'

type Axis = ChartSpec['x']

/** The format of a time axis: `grain:month`, with how its column names periods: `grain:year:year-pair`. */
export function formatOfTimeAxis(grain: Grain, naming: PeriodNaming | null): string {
  return naming === null ? `grain:${grain}` : `grain:${grain}:${naming}`
}

export function grainOfAxis(axis: Axis): Grain {
  const [kind, grain] = axis.format?.split(':') ?? []
  return kind === 'grain' && isGrain(grain) ? grain : 'day'
}

export function namingOfAxis(axis: Axis): PeriodNaming | null {
  const [kind, , naming] = axis.format?.split(':') ?? []
  return kind === 'grain' ? namingOf(naming) : null
}

/** A value as an axis, a tooltip or a table writes it. */
export function formatOnAxis(axis: Axis, value: Scalar | undefined, length: 'short' | 'full' = 'short'): string {
  if (value === null || value === undefined) return '–'
  if (axis.type === 'time' && typeof value === 'string') {
    const width = length === 'short' ? 'short' : 'long'
    return periodIn(axis.locale, value, grainOfAxis(axis), { naming: namingOfAxis(axis), width })
  }
  if (typeof value === 'number' && axis.type === 'number') {
    if (axis.format === 'year') return String(value)
    return formatNumber(value, axis.format === 'count' ? { kind: 'count' } : formOfColumn(axis.format), {
      magnitude: length === 'short' ? 'letters' : 'words',
      ...localeOfAxis(axis),
    })
  }
  return String(value)
}

function localeOfAxis({ locale }: Axis): { readonly locale?: string } {
  return locale === undefined ? {} : { locale }
}

interface ScaleOptions {
  readonly [option: string]: unknown
}

export function valueScale(axis: Axis, theme: ChartTheme, fromZero: boolean, grid: boolean): ScaleOptions {
  return {
    type: axis.scale === 'log' ? 'logarithmic' : 'linear',
    beginAtZero: fromZero,
    border: { display: false },
    grid: { display: grid, color: theme.grid, drawTicks: false },
    title: { display: false },
    ticks: {
      color: theme.text,
      padding: 8,
      maxTicksLimit: 6,
      // Nothing is counted by halves.
      ...(axis.format === 'count' ? { precision: 0 } : {}),
      callback: (value: number | string) => tickText(axis, Number(value)),
    },
  }
}

/** Ticks keep the digits that tell neighbours apart, which three significant figures may not. */
function tickText(axis: Axis, value: number): string {
  const form = axis.format === 'count' ? ({ kind: 'number' } as const) : formOfColumn(axis.format)
  if (axis.format === 'year') return String(value)
  if (form.kind === 'number' && Math.abs(value) < 10_000)
    return formatNumber(value, { kind: 'value' }, localeOfAxis(axis))
  if (form.kind === 'unit' && Math.abs(value) < 10_000)
    return `${formatNumber(value, { kind: 'value' }, localeOfAxis(axis))}${unitText(form.unit)}`
  return formatNumber(value, form, { magnitude: 'letters', ...localeOfAxis(axis) })
}

export function numberScale(axis: Axis, theme: ChartTheme, limits: { min?: number; max?: number }): ScaleOptions {
  return {
    ...valueScale(axis, theme, false, false),
    ...limits,
    ...(limits.min === undefined ? {} : { grace: 0 }),
    title: { display: axis.label !== '', text: axis.label, color: theme.text },
  }
}

/** Share of the chart that names may take at its left, and characters of a line at the utmost. */
const nameShare = 0.36
const mostOfLine = 34
const pixelsOfCharacter = 6.4

/** `beside` is the left of horizontal bars, where names may take two lines; `below`, the x axis. */
export function categoryScale(theme: ChartTheme, side: 'beside' | 'below'): ScaleOptions {
  return {
    type: 'category',
    border: { display: true, color: theme.grid },
    grid: { display: false },
    ticks: {
      color: theme.text,
      padding: 6,
      // Every bar has its name; along x, neighbours of an order may go without.
      autoSkip: side === 'below',
      autoSkipPadding: 6,
      maxRotation: 0,
      callback(this: LabelledScale, place: number) {
        const labels = this.getLabels()
        const label = labels[place] ?? ''
        const { width } = this.chart
        if (side === 'below') {
          const room = Math.floor(width / Math.max(1, labels.length) / pixelsOfCharacter)
          return fitLabels(labels, Math.max(4, Math.min(mostOfLine, room)))[place] ?? label
        }
        const room = Math.max(9, Math.min(mostOfLine, Math.floor((nameShare * width) / pixelsOfCharacter)))
        if (label.length <= room) return label
        return wrapLabel(label, room, 2) ?? fitLabels(labels, room)[place] ?? label
      },
    },
  }
}

interface LabelledScale {
  readonly chart: { readonly width: number }
  getLabels(): readonly string[]
}

/** Where there are few instants, each has its tick; else as many as can be read. */
const mostTickedAll = 3

export function timeScale(axis: Axis, theme: ChartTheme, instants: readonly number[]): ScaleOptions {
  const [first, last] = [Math.min(...instants), Math.max(...instants)]
  const ticks =
    instants.length <= mostTickedAll
      ? instants.map((value) => ({ value, label: formatOnAxis(axis, new Date(value).toISOString()) }))
      : timeTicks(first, last, grainOfAxis(axis), { naming: namingOfAxis(axis), locale: axis.locale })
  return {
    type: 'linear',
    min: first,
    max: last,
    border: { display: true, color: theme.grid },
    grid: { display: false },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = ticks.map(({ value }) => ({ value }))
    },
    ticks: {
      color: theme.text,
      padding: 6,
      maxRotation: 0,
      autoSkipPadding: 12,
      callback: (value: number) => ticks.find((tick) => tick.value === value)?.label ?? '',
    },
  }
}
