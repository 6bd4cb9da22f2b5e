/** A chart of a story as one that PowerPoint draws itself, its data in a sheet behind it. */
import type { default as PptxGenJs } from 'pptxgenjs'
import type { Chart, ChartSpec } from '../../../shared/story/chart.ts'
import { formatOnAxis } from '../../../shared/story/drawing/axes.ts'
import { fieldOf, numbersOf } from '../../../shared/story/drawing/fields.ts'
import { palettes } from '../design.ts'
import { faces, hexOf } from './look.ts'
import { slideText } from './slide-text.ts'

export type NativeType = 'bar' | 'line' | 'scatter'

export interface NativeSeries {
  readonly name: string
  readonly labels?: string[]
  /** The library's type has no gaps, its charts do. */
  readonly values: (number | null)[]
}

export interface NativeChart {
  readonly type: NativeType
  readonly series: readonly NativeSeries[]
  readonly options: PptxGenJs.IChartOpts
}

const { light } = palettes

/** Null for a kind that PowerPoint has no chart for: it is shown as a picture. */
export function nativeChart({ spec, data }: Chart): NativeChart | null {
  const values = numbersOf(data, spec.y.field)
  const overlay = spec.overlay === undefined ? null : numbersOf(data, spec.overlay.field)
  switch (spec.kind) {
    case 'bar':
    case 'histogram': {
      const labels = categories({ spec, data })
      const names = fieldOf(data, spec.x.field)
      const marks = names.map((name) => (isQuiet(spec, name) ? light.chartMark : light.chartHighlight))
      return {
        type: 'bar',
        series: [{ name: slideText(spec.y.label), labels, values: [...values] }],
        options: {
          ...common(spec, values),
          barDir: spec.horizontal ? 'bar' : 'col',
          barGapWidthPct: spec.kind === 'histogram' ? 4 : 40,
          // One colour a bar; with a single one the library would draw the others at random.
          chartColors: marks.map(hexOf),
          showValue: spec.kind === 'bar' && values.length <= 24,
          dataLabelFormatCode: numberCode(spec, values),
          dataLabelPosition: 'outEnd',
          valAxisMinVal: Math.min(0, ...values.map((value) => value ?? 0)),
          // From the top, as the story has them.
          ...(spec.horizontal ? { catAxisOrientation: 'maxMin' as 'minMax', valAxisHidden: true } : {}),
          ...(spec.kind === 'bar' ? { valGridLine: { style: 'none' as const }, valAxisHidden: true } : {}),
        },
      }
    }
    case 'line': {
      const labels = categories({ spec, data })
      const series = [{ name: slideText(spec.y.label), labels, values: [...values] }]
      if (overlay !== null) series.push({ name: slideText(spec.overlay?.label ?? ''), labels, values: [...overlay] })
      return {
        type: 'line',
        series,
        options: {
          ...common(spec, values),
          chartColors: [light.chartHighlight, light.chartOverlay].map(hexOf),
          lineSize: 2.25,
          lineDataSymbol: labels.length > 40 ? 'none' : 'circle',
          lineDataSymbolSize: 5,
          displayBlanksAs: 'gap',
          ...legend(overlay !== null),
          ...(labels.length > 12 ? { catAxisLabelFrequency: String(Math.ceil(labels.length / 12)) } : {}),
        },
      }
    }
    case 'scatter': {
      const across = numbersOf(data, spec.x.field)
      const series: NativeSeries[] = [
        { name: slideText(spec.x.label), values: [...across] },
        { name: slideText(spec.y.label), values: [...values] },
      ]
      if (overlay !== null) series.push({ name: slideText(spec.overlay?.label ?? ''), values: [...overlay] })
      return {
        type: 'scatter',
        series,
        options: {
          ...common(spec, values),
          chartColors: [light.chartHighlight, light.chartOverlay].map(hexOf),
          lineSize: 0,
          lineDataSymbolSize: 5,
          showCatAxisTitle: true,
          catAxisTitle: slideText(spec.x.label),
          catAxisTitleFontSize: 11,
          catAxisTitleColor: hexOf(light.chartAxis),
          catLabelFormatCode: spec.x.format === 'year' ? '0' : 'General',
          showValAxisTitle: true,
          valAxisTitle: slideText(spec.y.label),
          valAxisTitleFontSize: 11,
          valAxisTitleColor: hexOf(light.chartAxis),
          ...legend(overlay !== null),
        },
      }
    }
    default:
      return null
  }
}

function categories({ spec, data }: Pick<Chart, 'spec' | 'data'>): string[] {
  const from = fieldOf(data, spec.x.field)
  const to = spec.kind === 'histogram' ? fieldOf(data, 'to') : []
  return from.map((value, index) => {
    const written = formatOnAxis(spec.x, value, 'full')
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

function legend(shown: boolean): PptxGenJs.IChartOpts {
  if (!shown) return { showLegend: false }
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
