/** Draws a chart without a window, as SVG with its letters as outlines: no font is needed where it is read. */
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas'
import type { Chart as ChartOfStory } from '../../shared/story/chart.ts'
import { type ChartTheme, chartConfiguration, chartHeight } from '../../shared/story/chart-configuration.ts'

// Chart.js and its plugins must be one copy: an import beside a require would load a second one without the plugins.
const require = createRequire(import.meta.url)

interface Drawable {
  destroy(): void
}
interface ChartClass {
  new (canvas: unknown, configuration: unknown): Drawable
  register(...parts: readonly unknown[]): void
}

export const imageWidth = 680
const families = [
  'Inter',
  'Helvetica Neue',
  'Segoe UI',
  'Liberation Sans',
  'DejaVu Sans',
  'Arial',
  'Noto Sans',
] as const

let chartClass: ChartClass | null = null

function loadChartClass(): ChartClass {
  if (chartClass !== null) return chartClass
  const { Chart, registerables } = require('chart.js') as { Chart: ChartClass; registerables: readonly unknown[] }
  Chart.register(...registerables, plugin('chartjs-plugin-annotation'), plugin('chartjs-plugin-datalabels'))
  chartClass = Chart
  return Chart
}

function plugin(name: string): unknown {
  const loaded = require(name) as { default?: unknown }
  return loaded.default ?? loaded
}

/** A font this machine has, or null: then a picture would come out without letters. */
export function availableFont(): string | null {
  const known = new Set(GlobalFonts.families.map(({ family }) => family))
  return families.find((family) => known.has(family)) ?? GlobalFonts.families[0]?.family ?? null
}

export interface ChartImage {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** Null where the machine has no font at all to take the outlines of letters from. */
export function drawChart(chart: ChartOfStory, theme: Omit<ChartTheme, 'fontFamily'>): ChartImage | null {
  const fontFamily = availableFont()
  if (fontFamily === null) return null
  const height = chartHeight(chart.spec, chart.data)
  const canvas = createCanvas(imageWidth, height, SvgExportFlag.ConvertTextToPaths)
  const { type, data, options } = chartConfiguration(chart.spec, chart.data, { ...theme, fontFamily })
  const drawn = new (loadChartClass())(canvas, {
    type,
    data,
    options: { ...options, responsive: false, animation: false, devicePixelRatio: 1, events: [] },
  })
  try {
    return { svg: canvas.getContent().toString('utf8'), width: imageWidth, height }
  } finally {
    drawn.destroy()
  }
}
