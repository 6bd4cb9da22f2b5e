/** Draws a chart without a window: as SVG with its letters as outlines, so that no font is needed where it is read. */
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas'
import type { Chart as ChartOfStory } from '../../../shared/story/chart.ts'
import {
  type ChartTheme,
  chartConfiguration,
  chartHeight,
  type DrawnChart,
} from '../../../shared/story/chart-configuration.ts'

// Chart.js and its plugins must be one copy: an import beside a require would load a second one without the plugins.
const requireCommonJs = createRequire(import.meta.url)

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
  const { Chart, registerables } = requireCommonJs('chart.js') as {
    Chart: ChartClass
    registerables: readonly unknown[]
  }
  Chart.register(...registerables, plugin('chartjs-plugin-annotation'), plugin('chartjs-plugin-datalabels'))
  chartClass = Chart
  return Chart
}

function plugin(name: string): unknown {
  const loaded = requireCommonJs(name) as { default?: unknown }
  return loaded.default ?? loaded
}

/** A font this machine has, or null: then a picture would come out without letters. */
export function availableFont(): string | null {
  const known = new Set(GlobalFonts.families.map(({ family }) => family))
  return families.find((family) => known.has(family)) ?? GlobalFonts.families[0]?.family ?? null
}

export interface ChartImage {
  readonly mediaType: 'image/svg+xml' | 'image/png'
  readonly bytes: Buffer
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Above this many marks, outlines take more room than pixels do. */
const mostOutlinedMarks = 400
const pixelRatio = 2

/** Null where the machine has no font at all to draw letters with. `as`: pixels also where outlines would do. */
export function drawChart(
  chart: ChartOfStory,
  theme: Omit<ChartTheme, 'fontFamily'>,
  as: 'svg' | 'png' = 'svg',
): ChartImage | null {
  const fontFamily = availableFont()
  if (fontFamily === null) return null
  const size = { width: imageWidth, height: chartHeight(chart.spec, chart.data) }
  const configuration = chartConfiguration(chart.spec, chart.data, { ...theme, fontFamily })
  if (as === 'png' || chart.data.rows.length > mostOutlinedMarks) {
    const canvas = createCanvas(size.width, size.height)
    // Pixels are shown on paper of any colour; outlines lie on that of their page.
    const paper = as === 'png' ? (theme.background ?? '#ffffff') : null
    const bytes = drawOn(canvas, configuration, pixelRatio, paper, () => canvas.toBuffer('image/png'))
    return { mediaType: 'image/png', bytes, ...size }
  }
  const canvas = createCanvas(size.width, size.height, SvgExportFlag.ConvertTextToPaths)
  const bytes = drawOn(canvas, configuration, 1, null, () => canvas.getContent())
  return { mediaType: 'image/svg+xml', bytes, ...size }
}

interface Drawn {
  readonly width: number
  readonly height: number
  readonly ctx: { fillStyle: unknown; fillRect(x: number, y: number, width: number, height: number): void }
}

function fill({ ctx, width, height }: Drawn, paper: string): void {
  ctx.fillStyle = paper
  ctx.fillRect(0, 0, width, height)
}

/** Takes the picture before the chart goes, which clears its canvas. */
function drawOn(
  canvas: unknown,
  { type, data, options }: DrawnChart,
  devicePixelRatio: number,
  paper: string | null,
  take: () => Buffer,
): Buffer {
  const fixed = { ...options, responsive: false, animation: false, devicePixelRatio, events: [] }
  const plugins = paper === null ? [] : [{ id: 'paper', beforeDraw: (chart: Drawn) => fill(chart, paper) }]
  const drawn = new (loadChartClass())(canvas, { type, data, options: fixed, plugins })
  try {
    return take()
  } finally {
    drawn.destroy()
  }
}
