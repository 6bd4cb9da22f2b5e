/**
 * Small multiples: a panel for each series, all on one scale along both axes, with what they are compared with drawn
 * quietly in each. Chart.js draws one plot, so the panels are places in a grid of units: a panel is one unit wide and one
 * high, and every value is moved into its panel.
 */
import { parseInstant } from '../../format/periods.ts'
import type { ChartData, ChartSpec } from '../chart.ts'
import { formatOnAxis } from './axes.ts'
import { fitLabels } from './category-labels.ts'
import { fieldOf, numbersOf } from './fields.ts'
import { frameOf, type ScriptContext } from './pixels.ts'
import { widthOfText } from './placing.ts'
import { type Annotation, type ChartTheme, type DrawnDataset, type Point, toneColour } from './theme.ts'
import { roundTicks } from './value-ticks.ts'

/** Units between two panels beside each other, and between two above each other: there stands the lower one's name. */
const [gapAcross, gapDown] = [0.09, 0.42]
/** CSS pixels of a panel and the gap above it, and of what is written below the last. */
const rowHeight = 108
const belowHeight = 34
/** From these widths of a chart on, CSS pixels, it has one, two, three and four panels beside each other. */
const widths = [0, 260, 520, 900] as const

export interface PanelGrid {
  readonly columns: number
  readonly rows: number
}

export function panelGrid({ series = [] }: Pick<ChartSpec, 'series'>, width: number): PanelGrid {
  const fitting = widths.filter((least) => width >= least).length
  const columns = Math.max(1, Math.min(fitting, series.length))
  return { columns, rows: Math.ceil(series.length / columns) }
}

export function panelsHeight(spec: ChartSpec, width: number): number {
  return panelGrid(spec, width).rows * rowHeight + belowHeight
}

/** Left edge and upper edge of a panel, in units; y goes upwards, as Chart.js has it. */
function cornerOf(place: number, { columns }: PanelGrid): { readonly left: number; readonly top: number } {
  return { left: (place % columns) * (1 + gapAcross), top: -Math.floor(place / columns) * (1 + gapDown) }
}

interface PanelScales {
  /** Of a value, from the bottom of its panel (0) to the top (1). */
  readonly height: (value: number) => number
  readonly ticks: readonly number[]
  /** Of a row, from the left (0) to the right (1). */
  readonly across: readonly number[]
}

function scalesOf(spec: ChartSpec, data: ChartData): PanelScales {
  const fields = [
    ...(spec.series ?? []).map(({ field }) => field),
    ...(spec.overlay === undefined ? [] : [spec.overlay.field]),
  ]
  const values = fields.flatMap((field) => numbersOf(data, field)).filter((value) => value !== null)
  const isLog = spec.y.scale === 'log'
  const ticks = roundTicks(Math.min(...values), Math.max(...values), isLog)
  const at = (value: number): number => (isLog ? Math.log10(value) : value)
  const [low, high] = [at(ticks[0] ?? 0), at(ticks.at(-1) ?? 1)]
  return {
    ticks,
    height: (value) => (high === low ? 0.5 : (at(value) - low) / (high - low)),
    across: acrossOf(spec, data),
  }
}

function acrossOf(spec: ChartSpec, data: ChartData): readonly number[] {
  const places = fieldOf(data, spec.x.field).map((value, index) => {
    if (spec.x.type === 'category') return index
    return typeof value === 'number' ? value : (parseInstant(String(value)) ?? index)
  })
  const [first, last] = [Math.min(...places), Math.max(...places)]
  return places.map((place) => (last === first ? 0.5 : (place - first) / (last - first)))
}

export function panelDatasets(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  grid: PanelGrid,
): readonly DrawnDataset[] {
  const series = spec.series ?? []
  const scales = scalesOf(spec, data)
  const isAnySingledOut = series.some(({ tone }) => tone !== 'quiet')
  const line = { pointRadius: 0, spanGaps: false, clip: 8 } as const
  const own = series.map(
    ({ field, label, tone }, place): DrawnDataset => ({
      ...line,
      label,
      data: pointsIn(place, numbersOf(data, field), scales, grid),
      borderColor:
        isAnySingledOut && tone === 'quiet' ? theme.text : toneColour(isAnySingledOut ? tone : 'accent', theme),
      borderWidth: tone === 'quiet' ? 1.5 : 2.25,
      pointHitRadius: 6,
      pointHoverRadius: 3.5,
      order: 1,
    }),
  )
  const { overlay } = spec
  if (overlay === undefined) return own
  const compared = numbersOf(data, overlay.field)
  const gap: Point = { x: Number.NaN, y: Number.NaN }
  const everywhere = series.flatMap((_, place) => [...pointsIn(place, compared, scales, grid), gap])
  return [
    ...own,
    {
      ...line,
      label: overlay.label,
      data: everywhere,
      borderColor: theme.quiet,
      borderWidth: 1.5,
      pointHitRadius: 0,
      order: 2,
    },
  ]
}

function pointsIn(
  place: number,
  values: readonly (number | null)[],
  { across, height }: PanelScales,
  grid: PanelGrid,
): readonly Point[] {
  const { left, top } = cornerOf(place, grid)
  return values.map((value, row) => ({
    x: left + (across[row] ?? 0),
    y: value === null ? Number.NaN : top - 1 + height(value),
  }))
}

/** The values are written at the left of each row of panels, on lines that run through all of them. */
export function panelScales(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  { columns, rows }: PanelGrid,
): Record<string, unknown> {
  const { ticks, height } = scalesOf(spec, data)
  const marks = Array.from({ length: rows }, (_, row) =>
    ticks.map((value) => ({ value: -row * (1 + gapDown) - 1 + height(value), text: formatOnAxis(spec.y, value) })),
  ).flat()
  return {
    x: {
      type: 'linear',
      min: -0.01,
      max: columns * (1 + gapAcross) - gapAcross + 0.01,
      display: false,
    },
    y: {
      type: 'linear',
      min: -rows * (1 + gapDown) + gapDown - 0.02,
      max: gapDown,
      border: { display: false },
      grid: { color: theme.grid, drawTicks: false },
      afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
        scale.ticks = marks.map(({ value }) => ({ value }))
      },
      ticks: {
        color: theme.text,
        padding: 8,
        autoSkip: false,
        callback: (at: number | string) => marks.find(({ value }) => value === Number(at))?.text ?? '',
      },
    },
  }
}

/** The name above each panel, and where it begins and ends below the last of each column. */
export function panelLabels(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  grid: PanelGrid,
): Record<string, Annotation> {
  const series = spec.series ?? []
  const names = series.map(({ label }) => label)
  const along = fieldOf(data, spec.x.field)
  const ends = [along[0], along.at(-1)].map((value) => formatOnAxis(spec.x, value))
  const written = { type: 'label', padding: 0 } as const
  const fitted = (context: ScriptContext): readonly string[] => {
    const { left, right } = frameOf(context)
    return fitLabels(names, Math.max(6, Math.floor((right - left) / grid.columns / widthOfText('x'))))
  }
  const entries = series.flatMap(({ tone }, place): [string, Annotation][] => {
    const { left, top } = cornerOf(place, grid)
    const isLast = place + grid.columns >= series.length
    const at = (x: number, position: 'start' | 'end', content: string | undefined): Annotation => ({
      ...written,
      content: content ?? '',
      xValue: x,
      yValue: top - 1,
      position: { x: position, y: 'start' },
      yAdjust: 6,
      color: theme.text,
      font: { family: theme.fontFamily, size: 11 },
    })
    return [
      [
        `panel-${place}`,
        {
          ...written,
          content: (context: ScriptContext) => fitted(context)[place] ?? '',
          xValue: left,
          yValue: top,
          position: { x: 'start', y: 'end' },
          yAdjust: -6,
          color: tone === 'quiet' ? (theme.ink ?? theme.text) : toneColour(tone, theme),
          font: { family: theme.fontFamily, size: 12, weight: 'bold' },
        },
      ],
      ...(isLast
        ? ([
            [`begin-${place}`, at(left, 'start', ends[0])],
            [`end-${place}`, at(left + 1, 'end', ends[1])],
          ] as [string, Annotation][])
        : []),
    ]
  })
  return Object.fromEntries(entries)
}
