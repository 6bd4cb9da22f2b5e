/** The marks of a drawn chart, to be chosen: by a click on the picture, or one after another by the arrow keys. */
import type { Chart as ChartJs } from 'chart.js'
import { type RefObject, useState } from 'react'
import type { Chart as StoryChart } from '../../shared/story/chart.ts'
import { formatOnAxis } from '../../shared/story/drawing/axes.ts'
import type { Mark } from '../../shared/story/mark/mark.ts'
import { useTexts } from '../stores/language.ts'
import classes from './chart-marks.module.css'

/** How near to a point of a line it has to be clicked, CSS pixels. */
const reach = 14

/** The mark under the pointer; null where there is none. */
export function markAt(drawn: ChartJs, { spec }: StoryChart, event: Event): Mark | null {
  const onLine = spec.kind === 'line'
  const [hit] = drawn.getElementsAtEventForMode(event, 'nearest', { intersect: !onLine }, false)
  if (hit === undefined) return null
  const others = (spec.series ?? []).filter(({ field }) => field !== spec.y.field)
  const series = hit.datasetIndex === 0 ? ownSeries(spec) : others[hit.datasetIndex - 1]?.field
  // An interval and a fitted line are drawn after the marks, and are none.
  if (series === undefined) return null
  if (onLine && event instanceof MouseEvent) {
    const frame = drawn.canvas.getBoundingClientRect()
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top]
    if (Math.hypot(hit.element.x - x, hit.element.y - y) > reach) return null
  }
  return { row: hit.index, series }
}

function ownSeries({ series, y }: StoryChart['spec']): string | null {
  return series?.some(({ field }) => field === y.field) === true ? y.field : null
}

interface ChartMarksProps {
  readonly chart: StoryChart
  readonly drawn: RefObject<ChartJs | null>
  readonly onMark: (mark: Mark) => void
}

/** Lies over the picture without hiding it from the pointer. */
export function ChartMarks({ chart, drawn, onMark }: ChartMarksProps) {
  const texts = useTexts()
  const { spec, data } = chart
  const at = (row: number, field: string) => data.rows[row]?.[data.columns.indexOf(field)] ?? null
  const rows = data.rows.flatMap((_, row) => (at(row, spec.y.field) === null ? [] : [row]))
  const [place, setPlace] = useState(0)
  const row = rows[place] ?? 0
  const show = (next: number): void => {
    const kept = Math.min(Math.max(next, 0), rows.length - 1)
    setPlace(kept)
    point(drawn.current, rows[kept] ?? 0)
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: place + 1,
    ArrowDown: place + 1,
    ArrowLeft: place - 1,
    ArrowUp: place - 1,
    Home: 0,
    End: rows.length - 1,
    PageDown: place + 10,
    PageUp: place - 10,
  }
  const value = `${formatOnAxis(spec.x, at(row, spec.x.field), 'full')}: ${formatOnAxis(spec.y, at(row, spec.y.field), 'full')}`
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.marks}
      aria-label={texts.charts.marks({ title: spec.title })}
      aria-valuemin={1}
      aria-valuemax={rows.length}
      aria-valuenow={place + 1}
      aria-valuetext={value}
      data-testid="chart-marks"
      data-print="hide"
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(place)}
      onBlur={() => point(drawn.current, null)}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return
        const next = steps[event.key]
        if (next !== undefined) show(next)
        else if (event.key === 'Enter' || event.key === ' ') onMark({ row, series: ownSeries(spec) })
        else return
        event.preventDefault()
      }}
    />
  )
}

/** As if the pointer stood on the mark of a row; null takes it away. */
function point(drawn: ChartJs | null, row: number | null): void {
  if (drawn === null) return
  const element = row === null ? undefined : drawn.getDatasetMeta(0).data[row]
  const active = row === null || element === undefined ? [] : [{ datasetIndex: 0, index: row }]
  drawn.setActiveElements(active)
  drawn.tooltip?.setActiveElements(active, { x: element?.x ?? 0, y: element?.y ?? 0 })
  drawn.update('none')
}
