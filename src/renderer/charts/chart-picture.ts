/** A chart as a picture of its own, on white, with its claim and what is plotted above it. */
import { type ChartConfiguration, Chart as ChartJs } from 'chart.js'
import type { Chart } from '../../shared/story/chart.ts'
import { type ChartTheme, chartConfiguration, chartHeight } from '../../shared/story/chart-configuration.ts'
import { recordSvg } from './svg-context.ts'

export type PictureFormat = 'png' | 'svg'

/** CSS pixels of its width, between its edges and what is drawn, and from line to line of its texts. */
const width = 760
const edge = 24
const lineHeight = { title: 23, subtitle: 17 }
/** Pixels of a PNG by CSS pixel. */
const ratio = 2

/** The theme is that of paper, whatever the window's. */
export async function pictureOf(chart: Chart, format: PictureFormat, theme: ChartTheme): Promise<Blob> {
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  const titles = wrapped(chart.spec.title, font(theme, 'title'), canvas)
  const subtitles = wrapped(chart.spec.subtitle, font(theme, 'subtitle'), canvas)
  const top = edge + titles.length * lineHeight.title + subtitles.length * lineHeight.subtitle + 10
  const size = { width: width - 2 * edge, height: chartHeight(chart.spec, chart.data, width - 2 * edge) }
  const height = top + size.height + edge / 2
  canvas.width = width * ratio
  canvas.height = height * ratio
  const recorded = recordSvg(canvas, ratio)
  const context = recorded.context
  context.scale(ratio, ratio)
  context.fillStyle = theme.background ?? '#ffffff'
  context.fillRect(0, 0, width, height)
  let baseline = edge
  context.textBaseline = 'alphabetic'
  for (const [kind, lines] of [
    ['title', titles],
    ['subtitle', subtitles],
  ] as const) {
    context.font = font(theme, kind)
    context.fillStyle = kind === 'title' ? '#14201e' : theme.text
    for (const line of lines) {
      baseline += lineHeight[kind]
      context.fillText(line, edge, baseline - lineHeight[kind] * 0.3)
    }
  }
  drawInto(chart, context, { ...size, left: edge, top }, theme)
  if (format === 'svg') return new Blob([recorded.svg(width, height)], { type: 'image/svg+xml' })
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture could not be made')) : resolve(blob)),
      'image/png',
    )
  })
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Chart.js draws on a canvas of its own: this one lends it a context that is moved to its place. */
function drawInto(chart: Chart, context: CanvasRenderingContext2D, frame: Frame, theme: ChartTheme): void {
  const own = document.createElement('canvas')
  own.width = frame.width
  own.height = frame.height
  const moved = lent(context, own, frame)
  own.getContext = (() => moved) as unknown as HTMLCanvasElement['getContext']
  const { type, data, options } = chartConfiguration(
    chart.spec,
    chart.data,
    theme,
    frame.width,
  ) as unknown as ChartConfiguration
  context.save()
  context.translate(frame.left, frame.top)
  const drawn = new ChartJs(own, {
    type,
    data,
    options: { ...options, responsive: false, animation: false, devicePixelRatio: 1, events: [] },
  } as ChartConfiguration)
  drawn.destroy()
  context.restore()
}

/** Chart.js sets its transform anew and wipes what it draws on: of a lent context it may do neither. */
function lent(
  context: CanvasRenderingContext2D,
  own: HTMLCanvasElement,
  { left, top }: Frame,
): CanvasRenderingContext2D {
  return new Proxy(context, {
    get(target, name) {
      if (name === 'canvas') return own
      if (name === 'resetTransform' || name === 'clearRect') return () => undefined
      if (name === 'setTransform') return () => target.setTransform(ratio, 0, 0, ratio, ratio * left, ratio * top)
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
    set: (target, name, value) => Reflect.set(target, name, value),
  })
}

function font(theme: ChartTheme, kind: 'title' | 'subtitle'): string {
  return kind === 'title' ? `650 17px ${theme.fontFamily}` : `400 12.5px ${theme.fontFamily}`
}

function wrapped(text: string, ofFont: string, canvas: HTMLCanvasElement): readonly string[] {
  const context = canvas.getContext('2d')
  if (context === null || text === '') return []
  context.font = ofFont
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && context.measureText(longer).width <= width - 2 * edge) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
