/** Marks along a number or time: histograms, lines and points. */
import type { ChartData, ChartSpec, Tone } from '../chart.ts'
import { colours } from './bar-datasets.ts'
import { fieldOf, highlighted, numbersOf, pointsOf } from './fields.ts'
import { type ChartTheme, type DrawnDataset, type Point, toneColour, withOpacity } from './theme.ts'

export function histogramDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const from = numbersOf(data, spec.x.field)
  const to = numbersOf(data, 'to')
  const counts = numbersOf(data, spec.y.field)
  return [
    {
      label: spec.y.label,
      data: counts.map((y, index): Point => ({ x: ((from[index] ?? 0) + (to[index] ?? 0)) / 2, y: y ?? Number.NaN })),
      backgroundColor: colours(spec, data, theme),
      barPercentage: 1,
      categoryPercentage: 0.96,
      // So that a single value far out is seen beside a tall middle.
      minBarLength: 2,
    },
  ]
}

export function lineDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const own = spec.series?.find(({ field }) => field === spec.y.field)
  const beside = (spec.series ?? []).filter(({ field }) => field !== spec.y.field)
  return [
    ownLine(spec, data, theme, own?.tone),
    ...beside.map(({ field, label, tone }): DrawnDataset => {
      const quiet = tone === 'quiet'
      return {
        label,
        data: pointsOf(spec, data, field),
        borderColor: withOpacity(toneColour(tone, theme), quiet && beside.length > 12 ? 0.55 : 1),
        borderWidth: quiet ? 1.25 : 2,
        pointRadius: data.rows.length <= 3 ? 3 : 0,
        pointHitRadius: 0,
        pointBackgroundColor: toneColour(tone, theme),
        pointBorderWidth: 0,
        spanGaps: true,
        clip: 8,
        order: quiet ? 5 : 3,
      }
    }),
    ...band(spec, data, theme),
    ...overlay(spec, data, theme),
  ]
}

function ownLine(spec: ChartSpec, data: ChartData, theme: ChartTheme, tone: Tone | undefined): DrawnDataset {
  const singledOut = highlighted(spec, data)
  const quiet = tone === undefined && (spec.overlay !== undefined || spec.highlight.length > 0)
  const dots = data.rows.length <= 40 ? 2.5 : 0
  const colour = quiet ? theme.quiet : toneColour(tone ?? 'accent', theme)
  return {
    label: spec.y.label,
    data: pointsOf(spec, data, spec.y.field),
    borderColor: colour,
    borderWidth: tone === 'accent' ? 2.5 : 2,
    pointRadius: singledOut.map((one) => (one ? 5 : dots)),
    pointHitRadius: 8,
    pointBackgroundColor: singledOut.map((one) => (one ? theme.accent : colour)),
    pointBorderWidth: 0,
    spanGaps: false,
    // The first and last point are drawn whole.
    clip: 8,
    order: 2,
  }
}

/** An interval about a line, as two hairlines with a tint between them. */
function band(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const { interval } = spec
  if (interval === undefined) return []
  const edge = {
    borderWidth: 0,
    pointRadius: 0,
    pointHitRadius: 0,
    backgroundColor: withOpacity(theme.accent, 0.14),
    order: 6,
  }
  return [
    { ...edge, label: interval.label, data: pointsOf(spec, data, interval.low), fill: '+1' },
    { ...edge, label: interval.label, data: pointsOf(spec, data, interval.high), fill: false },
  ]
}

function overlay(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  of: (index: number) => boolean = () => true,
  colour = theme.accent,
): readonly DrawnDataset[] {
  if (spec.overlay === undefined) return []
  const fitted = pointsOf(spec, data, spec.overlay.field)
    .filter((point, index) => !Number.isNaN(point.y) && of(index))
    .toSorted((left, right) => left.x - right.x)
  return [
    {
      type: 'line',
      label: spec.overlay.label,
      data: fitted,
      borderColor: colour,
      borderWidth: 2.5,
      pointRadius: 0,
      pointHitRadius: 0,
      order: 1,
    },
  ]
}

export function scatterDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const many = data.rows.length > 400
  const singledOut = highlighted(spec, data)
  const plain = spec.overlay !== undefined || spec.highlight.length > 0 ? theme.quiet : theme.accent
  const tones = spec.groups === undefined ? null : tonesOf(spec.groups, data)
  const colourOf = (index: number): string => {
    if (tones !== null) return toneColour(tones[index] ?? 'quiet', theme)
    return singledOut[index] ? theme.accent : plain
  }
  const opacity = many ? 0.5 : 0.7
  return [
    {
      label: spec.y.label,
      data: pointsOf(spec, data, spec.y.field),
      pointRadius: many ? 2 : 3.5,
      pointBackgroundColor: data.rows.map((_, index) =>
        singledOut[index] ? theme.accent : withOpacity(colourOf(index), opacity),
      ),
      pointBorderWidth: 0,
      order: 2,
    },
    ...(tones === null ? overlay(spec, data, theme) : overlaysByTone(spec, data, theme, tones)),
  ]
}

function tonesOf(groups: NonNullable<ChartSpec['groups']>, data: ChartData): readonly Tone[] {
  const known = new Map(groups.tones.map(({ value, tone }) => [value, tone]))
  return fieldOf(data, groups.field).map((value) => known.get(value) ?? 'quiet')
}

/** The line of each group that is told apart, in its own colour. */
function overlaysByTone(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  tones: readonly Tone[],
): readonly DrawnDataset[] {
  const drawn = [...new Set(tones)]
  return drawn.flatMap((tone) =>
    overlay(
      spec,
      data,
      theme,
      (index) => tones[index] === tone,
      tone === 'quiet' ? (theme.second ?? theme.text) : toneColour(tone, theme),
    ),
  )
}
