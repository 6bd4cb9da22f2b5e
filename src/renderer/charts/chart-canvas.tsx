/** The one component that draws with chart.js. */
import { useComputedColorScheme } from '@mantine/core'
import {
  BarController,
  BarElement,
  CategoryScale,
  type ChartConfiguration,
  Chart as ChartJs,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js'
import annotation from 'chartjs-plugin-annotation'
import datalabels from 'chartjs-plugin-datalabels'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Chart } from 'react-chartjs-2'
import type { Chart as StoryChart } from '../../shared/story/chart.ts'
import { chartConfiguration, chartHeight, usualWidth } from '../../shared/story/chart-configuration.ts'
import type { Mark } from '../../shared/story/mark/mark.ts'
import { useTexts } from '../stores/language.ts'
import { usePrinting } from '../theme/printing.ts'
import classes from './chart-canvas.module.css'
import { ChartMarks, markAt } from './chart-marks.tsx'
import { readChartTheme } from './chart-theme.ts'
import { useWidth } from './use-width.ts'

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LogarithmicScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
  annotation,
  datalabels,
)

/** Of what is printed: CSS pixels that fit any paper, and how much finer than them it is drawn. */
const printedWidth = 640
const printedRatio = 2

/** Draws once it comes near the window, so that forty charts cost no more than the ones in sight. */
interface ChartCanvasProps {
  readonly chart: StoryChart
  /** Where its marks can be chosen. */
  readonly onMark?: ((mark: Mark) => void) | undefined
}

export function ChartCanvas({ chart, onMark }: ChartCanvasProps) {
  const texts = useTexts()
  const scheme = useComputedColorScheme('light')
  const frame = useRef<HTMLDivElement>(null)
  const near = useNear(frame)
  const { printing } = usePrinting()
  const available = useWidth(frame)
  const isOfWidth = chart.spec.kind === 'panels' || chart.spec.kind === 'calendar'
  // Other kinds fit any width as they are, and are not made anew.
  const width = !isOfWidth ? usualWidth : printing ? printedWidth : available
  const height = chartHeight(chart.spec, chart.data, width)
  const picture = useRef<ChartJs | null>(null)
  const ready = useFontsReady()
  const drawn = useMemo(() => {
    // The scheme and the paper decide the custom properties that are read here.
    void scheme
    const configuration = chartConfiguration(chart.spec, chart.data, readChartTheme(document.documentElement), width)
    const { options, ...rest } = configuration as unknown as ChartConfiguration
    if (printing) return { ...rest, options: { ...options, devicePixelRatio: printedRatio } }
    return { ...rest, options: onMark === undefined ? options : withHint(options, texts.charts.clickToExplain) }
  }, [chart, scheme, printing, onMark, texts, width])
  const { type, data, options } = drawn
  return (
    <div ref={frame} className={classes.frame} style={{ height, ...(printing ? { width: printedWidth } : {}) }}>
      {printing || (near && ready) ? (
        <Chart
          key={printing ? 'paper' : scheme}
          ref={picture}
          type={type}
          data={data}
          options={options ?? {}}
          role="img"
          aria-label={chart.alt}
          {...(onMark === undefined ? {} : pointing(picture, chart, onMark))}
        />
      ) : (
        <canvas role="img" aria-label={chart.alt} />
      )}
      {onMark !== undefined && !printing && <ChartMarks chart={chart} drawn={picture} onMark={onMark} />}
    </div>
  )
}

function pointing(picture: React.RefObject<ChartJs | null>, chart: StoryChart, onMark: (mark: Mark) => void) {
  const found = ({ nativeEvent }: React.MouseEvent): Mark | null =>
    picture.current === null ? null : markAt(picture.current, chart, nativeEvent)
  return {
    onClick: (event: React.MouseEvent) => {
      const mark = found(event)
      if (mark !== null) onMark(mark)
    },
    onMouseMove: (event: React.MouseEvent<HTMLCanvasElement>) => {
      event.currentTarget.style.cursor = found(event) === null ? '' : 'pointer'
    },
  }
}

/** With a last line in the tooltip that says what a click does. */
function withHint(options: ChartConfiguration['options'], hint: string): ChartConfiguration['options'] {
  const plugins = options?.plugins
  const tooltip = plugins?.tooltip
  const callbacks = { ...tooltip?.callbacks, footer: () => hint }
  return { ...options, plugins: { ...plugins, tooltip: { ...tooltip, callbacks } } }
}

function useNear(frame: React.RefObject<HTMLDivElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: '600px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return near
}

/** A canvas does not draw itself again when a font arrives late, so it waits for the font first. */
function useFontsReady(): boolean {
  const [ready, setReady] = useState(document.fonts.status === 'loaded')
  useEffect(() => {
    if (ready) return
    let wanted = true
    void document.fonts.ready.then(() => {
      if (wanted) setReady(true)
    })
    return () => {
      wanted = false
    }
  }, [ready])
  return ready
}
