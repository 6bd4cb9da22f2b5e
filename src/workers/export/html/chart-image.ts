/** Draws a chart without a window, as pixels or as SVG. */
import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas'
import type { Chart as ChartOfStory } from '../../../shared/story/chart.ts'
import {
  type ChartTheme,
  chartConfiguration,
  chartHeight,
  type DrawnChart,
  usualWidth,
} from '../../../shared/story/chart-configuration.ts'
import { faces, interfaceFace } from '../fonts.ts'
import { keepCircles, withCircles } from './circles.ts'
import { keepTexts } from './text-layer.ts'

// Chart.js and its plugins must be one copy: an import beside a require would load a second one without the plugins.
const requireCommonJs = createRequire(import.meta.url)

interface Drawable {
  destroy(): void
}
interface ChartClass {
  new (canvas: unknown, configuration: unknown): Drawable
  register(...parts: readonly unknown[]): void
}

export const imageWidth = usualWidth
const families: readonly string[] = [
  'Inter',
  'Helvetica Neue',
  'Segoe UI',
  'Liberation Sans',
  'DejaVu Sans',
  'Arial',
  'Noto Sans',
] as const

let wasFaceTried = false

function registerFace(): void {
  if (wasFaceTried) return
  wasFaceTried = true
  const face = interfaceFace()
  if (face !== null) GlobalFonts.register(face, faces.interface)
}

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

/** The face of the window, else a font this machine has, or null: then a picture would come out without letters. */
export function availableFont(): string | null {
  registerFace()
  const known = new Set(GlobalFonts.families.map(({ family }) => family))
  return families.find((family) => known.has(family)) ?? GlobalFonts.families[0]?.family ?? null
}

/** CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export interface ChartImage extends Size {
  readonly mediaType: 'image/png'
  readonly bytes: Buffer
}

/** Above this many marks, pixels take less room than shapes do: a bar's corners are twenty times a point's circle. */
const mostShapes = { other: 400, points: 5_000 } as const
const pixelRatio = 2

type Theme = Omit<ChartTheme, 'fontFamily'>

/** As pixels, on the theme's background unless the page has one. Null where the machine has no font at all to draw letters with. */
export function drawChart(chart: ChartOfStory, theme: Theme, isOnPaper = true): ChartImage | null {
  const prepared = prepare(chart, theme)
  if (prepared === null) return null
  const { size, configuration } = prepared
  const canvas = createCanvas(size.width, size.height)
  const paper = isOnPaper ? (theme.background ?? '#ffffff') : null
  const bytes = drawOn(canvas, configuration, pixelRatio, paper, () => canvas.toBuffer('image/png'))
  return { mediaType: 'image/png', bytes, ...size }
}

/** As shapes and texts. Null without a font, and for a chart of very many marks. */
export function drawSvg(chart: ChartOfStory, theme: Theme): (Size & { readonly svg: string }) | null {
  const prepared = chart.data.rows.length > mostShapesOf(chart) ? null : prepare(chart, theme)
  if (prepared === null) return null
  const { size, configuration } = prepared
  const canvas = createCanvas(size.width, size.height, SvgExportFlag.NoPrettyXML)
  const context = canvas.getContext('2d')
  const texts = keepTexts(context)
  keepCircles(context)
  const shapes = drawOn(canvas, configuration, 1, null, () => canvas.getContent()).toString('utf8')
  return { svg: withCircles(shapes).replace(/<\/svg>\s*$/u, `${texts.svg()}</svg>`), ...size }
}

function mostShapesOf({ spec }: ChartOfStory): number {
  return spec.kind === 'scatter' ? mostShapes.points : mostShapes.other
}

function prepare(chart: ChartOfStory, theme: Theme): { size: Size; configuration: DrawnChart } | null {
  const fontFamily = availableFont()
  if (fontFamily === null) return null
  return {
    size: { width: imageWidth, height: chartHeight(chart.spec, chart.data, imageWidth) },
    configuration: chartConfiguration(chart.spec, chart.data, { ...theme, fontFamily }, imageWidth),
  }
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
