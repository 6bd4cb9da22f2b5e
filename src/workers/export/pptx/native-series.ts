/** All that a chart of a story draws, as series of a chart of PowerPoint's: those in front come last. */
import type { Chart, ChartData, ChartSpec, Tone } from '../../../shared/story/chart.ts'
import { fieldOf, numbersOf } from '../../../shared/story/drawing/fields.ts'
import { palettes } from '../design.ts'
import { slideText } from './slide-text.ts'

export interface NativeSeries {
  readonly name: string
  readonly labels?: string[]
  /** The library's type has no gaps, its charts do. */
  readonly values: (number | null)[]
}

export interface DrawnSeries {
  readonly name: string
  readonly colour: string
  readonly isQuiet: boolean
  readonly values: readonly (number | null)[]
}

const { light } = palettes
const colours = {
  accent: light.chartHighlight,
  second: light.chartOverlay,
  quiet: light.chartMark,
} as const satisfies Record<Tone, string>
const order: readonly Tone[] = ['quiet', 'second', 'accent']

/** Of bars and lines: the series and, of lines, the ends of their interval; of points: each group that is told apart. */
export function drawnSeries({ spec, data }: Chart): readonly DrawnSeries[] {
  const of = (name: string, field: string, tone: Tone): DrawnSeries => ({
    name: slideText(name),
    colour: colours[tone],
    isQuiet: tone === 'quiet',
    values: numbersOf(data, field),
  })
  const { interval, overlay } = spec
  const ends =
    spec.kind !== 'line' || interval === undefined
      ? []
      : [of(`${interval.label} ≥`, interval.low, 'second'), of(`${interval.label} ≤`, interval.high, 'second')].map(
          (end) => ({ ...end, isQuiet: true }),
        )
  return [
    ...ends,
    ...(spec.groups === undefined ? marks(spec, of) : groups(spec, spec.groups, data)),
    ...(overlay === undefined ? [] : [of(overlay.label, overlay.field, 'second')]),
  ]
}

function marks(spec: ChartSpec, of: (name: string, field: string, tone: Tone) => DrawnSeries): readonly DrawnSeries[] {
  if (spec.series === undefined) return [of(spec.y.label, spec.y.field, 'accent')]
  // Bars stand beside each other, in the order given.
  const sorted = spec.kind === 'bar' ? spec.series : spec.series.toSorted((left, right) => rank(left) - rank(right))
  return sorted.map(({ label, field, tone }) => of(label, field, tone))
}

function rank({ tone }: { readonly tone: Tone }): number {
  return order.indexOf(tone)
}

/** The points of each group; those of all others under the name of what is measured. */
function groups(
  spec: ChartSpec,
  { field, tones }: NonNullable<ChartSpec['groups']>,
  data: ChartData,
): readonly DrawnSeries[] {
  const [group, y] = [fieldOf(data, field), numbersOf(data, spec.y.field)]
  const only = (isOwn: (value: (typeof group)[number] | undefined) => boolean) =>
    y.map((value, index) => (isOwn(group[index]) ? value : null))
  const told = tones.map(({ value, tone }) => ({
    name: slideText(String(value)),
    colour: colours[tone],
    isQuiet: tone === 'quiet',
    values: only((own) => own === value),
  }))
  const others = only((own) => !tones.some(({ value }) => value === own))
  const isThere = others.some((value) => value !== null)
  return [
    ...(isThere ? [{ name: slideText(spec.y.label), colour: colours.quiet, isQuiet: true, values: others }] : []),
    ...told,
  ]
}
