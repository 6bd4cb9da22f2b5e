/** A chart of a story as one that PowerPoint draws itself, its data in a sheet behind it. */
import type { default as PptxGenJs } from 'pptxgenjs'
import type { Chart, ChartSpec } from '../../../shared/story/chart.ts'
import { formatOnAxis } from '../../../shared/story/drawing/axes.ts'
import { fieldOf, numbersOf } from '../../../shared/story/drawing/fields.ts'
import { palettes } from '../design.ts'
import { faces, hexOf } from './look.ts'
import { drawnSeries, type NativeSeries } from './native-series.ts'
import { slideText } from './slide-text.ts'

export type NativeType = 'bar' | 'line' | 'scatter'

export interface NativeChart {
  readonly type: NativeType
  readonly series: readonly NativeSeries[]
  readonly options: PptxGenJs.IChartOpts
  /** Names of the series that stand out, with their colours, where there are too many for a legend. */
  readonly key: readonly { readonly name: string; readonly colour: string }[]
}

/** More series than that have no legend: it would be larger than the chart. */
const mostInLegend = 10
/** More points than that along a line have no symbols of their own. */
const mostSymbols = 40

const { light } = palettes

/** Null for a kind that PowerPoint has no chart for, or the library cannot write: it is shown as a picture. */
export function nativeChart(chart: Chart): NativeChart | null {
  const { spec } = chart
  switch (spec.kind) {
    case 'bar':
      // The steps of a waterfall begin at different heights.
      return spec.from === undefined ? bars(chart) : null
    case 'histogram':
      return bars(chart)
    case 'line':
      return lines(chart)
    case 'scatter':
      return points(chart)
    default:
      return null
  }
}

function bars(chart: Chart): NativeChart {
  const { spec, data } = chart
  const series = drawnSeries(chart)
  const labels = categories(chart)
  const values = series.flatMap((one) => one.values)
  const names = fieldOf(data, spec.x.field)
  const ofBars = names.map((name) => (isQuiet(spec, name) ? light.chartMark : light.chartHighlight))
  return {
    type: 'bar',
    series: series.map(({ name, values: own }) => ({ name, labels, values: [...own] })),
    key: [],
    options: {
      ...common(spec, values),
      barDir: spec.horizontal ? 'bar' : 'col',
      barGapWidthPct: spec.kind === 'histogram' ? 4 : 40,
      // Of one series, a colour for each bar; with a single colour the library would draw the others at random.
      chartColors: (series.length > 1 ? series.map(({ colour }) => colour) : ofBars).map(hexOf),
      showValue: spec.kind === 'bar' && values.length <= 24,
      dataLabelFormatCode: numberCode(spec, values),
      dataLabelPosition: 'outEnd',
      valAxisMinVal: Math.min(0, ...values.map((value) => value ?? 0)),
      // From the top, as the story has them.
      ...(spec.horizontal ? { catAxisOrientation: 'maxMin' as 'minMax', valAxisHidden: true } : {}),
      ...(spec.kind === 'bar' ? { valGridLine: { style: 'none' as const }, valAxisHidden: true } : {}),
      ...legend(series.length),
    },
  }
}

function lines(chart: Chart): NativeChart {
  const { spec } = chart
  const series = drawnSeries(chart)
  const labels = categories(chart)
  const isClear = series.length <= mostInLegend && labels.length <= mostSymbols
  return {
    type: 'line',
    series: series.map(({ name, values }) => ({ name, labels, values: [...values] })),
    key: series.length > mostInLegend ? series.filter(({ isQuiet: quiet }) => !quiet) : [],
    options: {
      ...common(
        spec,
        series.flatMap(({ values }) => values),
      ),
      chartColors: series.map(({ colour }) => hexOf(colour)),
      lineSize: series.length > mostInLegend ? 1.25 : 2.25,
      lineDataSymbol: isClear ? 'circle' : 'none',
      lineDataSymbolSize: 5,
      displayBlanksAs: blanks(chart),
      ...(spec.y.scale === 'log' ? { valAxisLogScaleBase: 10 } : {}),
      ...legend(series.length),
      ...(labels.length > 12 ? { catAxisLabelFrequency: String(Math.ceil(labels.length / 12)) } : {}),
    },
  }
}

/** Gaps of what was measured stay open; a line drawn over it from one point to another is drawn whole. */
function blanks({ spec, data }: Chart): 'gap' | 'span' {
  const measured = spec.series?.map(({ field }) => field) ?? [spec.y.field]
  const isWhole = measured.every((field) => numbersOf(data, field).every((value) => value !== null))
  return spec.overlay !== undefined && isWhole ? 'span' : 'gap'
}

/** Where there are values below zero, the axes do not cross among the points. */
function axesAtTheEdge(
  across: readonly (number | null)[],
  up: readonly (number | null)[],
): Pick<PptxGenJs.IChartOpts, 'catAxisCrossesAt' | 'valAxisCrossesAt'> {
  // Lower than any axis begins, which is then where they cross.
  const below = (values: readonly (number | null)[]): number | null => {
    const there = values.filter((value) => value !== null)
    const least = Math.min(...there)
    return least < 0 ? 2 * least - Math.max(...there, 0) : null
  }
  const [left, bottom] = [below(across), below(up)]
  return {
    ...(left === null ? {} : { catAxisCrossesAt: left }),
    ...(bottom === null ? {} : { valAxisCrossesAt: bottom }),
  }
}

function points(chart: Chart): NativeChart {
  const { spec, data } = chart
  const series = drawnSeries(chart)
  const across: NativeSeries = { name: slideText(spec.x.label), values: [...numbersOf(data, spec.x.field)] }
  return {
    type: 'scatter',
    series: [across, ...series.map(({ name, values }) => ({ name, values: [...values] }))],
    key: [],
    options: {
      ...common(
        spec,
        series.flatMap(({ values }) => values),
      ),
      chartColors: series.map(({ colour }) => hexOf(colour)),
      lineSize: 0,
      lineDataSymbolSize: 5,
      showCatAxisTitle: true,
      catAxisTitle: slideText(spec.x.label),
      catAxisTitleFontSize: 11,
      catAxisTitleColor: hexOf(light.chartAxis),
      catLabelFormatCode: spec.x.format === 'year' ? '0' : 'General',
      ...axesAtTheEdge(
        across.values,
        series.flatMap(({ values }) => values),
      ),
      showValAxisTitle: true,
      valAxisTitle: slideText(spec.y.label),
      valAxisTitleFontSize: 11,
      valAxisTitleColor: hexOf(light.chartAxis),
      ...legend(series.length),
    },
  }
}

function categories({ spec, data }: Pick<Chart, 'spec' | 'data'>): string[] {
  const from = fieldOf(data, spec.x.field)
  const to = spec.kind === 'histogram' ? fieldOf(data, 'to') : []
  return from.map((value, index) => {
    const written = formatOnAxis(spec.x, value, spec.x.type === 'time' ? 'short' : 'full')
    return slideText(spec.kind === 'histogram' ? `${written} – ${formatOnAxis(spec.x, to[index], 'full')}` : written)
  })
}

function isQuiet(spec: ChartSpec, name: ChartSpec['highlight'][number]): boolean {
  return spec.highlight.length > 0 && !spec.highlight.includes(name)
}

function common(spec: ChartSpec, values: readonly (number | null)[]): PptxGenJs.IChartOpts {
  const axis = { fontFace: faces.body, fontSize: 11, color: hexOf(light.chartAxis) }
  return {
    catAxisLabelFontFace: axis.fontFace,
    catAxisLabelFontSize: axis.fontSize,
    catAxisLabelColor: axis.color,
    catAxisLineColor: hexOf(light.line),
    catGridLine: { style: 'none' },
    valAxisLabelFontFace: axis.fontFace,
    valAxisLabelFontSize: axis.fontSize,
    valAxisLabelColor: axis.color,
    valAxisLineShow: false,
    valAxisLabelFormatCode: numberCode(spec, values),
    valGridLine: { color: hexOf(light.chartGrid), size: 0.75 },
    dataLabelFontFace: faces.body,
    dataLabelFontSize: 11,
    dataLabelColor: hexOf(light.inkSoft),
  }
}

function legend(series: number): PptxGenJs.IChartOpts {
  if (series < 2 || series > mostInLegend) return { showLegend: false }
  return { showLegend: true, legendPos: 't', legendFontFace: faces.body, legendFontSize: 11 }
}

/** How PowerPoint writes the numbers: as many digits as tell the values apart. */
export function numberCode({ y }: ChartSpec, values: readonly (number | null)[]): string {
  if (y.format === 'percent') return '0.0%'
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  const whole = values.every((value) => value === null || Number.isInteger(value))
  if (whole || largest >= 1000) return '#,##0'
  return largest >= 10 ? '#,##0.0' : largest >= 0.1 ? '0.00' : '0.0###'
}
