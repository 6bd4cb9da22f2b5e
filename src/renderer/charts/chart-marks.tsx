/** The marks of a drawn chart, to be chosen: by a click on the picture, or one after another by the arrow keys. */
import type { Chart as ChartJs } from 'chart.js'
import { type RefObject, useState } from 'react'
import type { Chart as StoryChart } from '../../shared/story/chart.ts'
import { isOfSeries } from '../../shared/story/chart-configuration.ts'
import { formatOnAxis } from '../../shared/story/drawing/axes.ts'
import type { Mark } from '../../shared/story/mark/mark.ts'
import { useTexts } from '../stores/language.ts'
import classes from './chart-marks.module.css'

/** How near to a point of a line it has to be clicked, CSS pixels. */
const reach = 14
const daysOfWeek = 7

/** The mark under the pointer; null where there is none. */
export function markAt(drawn: ChartJs, { spec }: StoryChart, event: Event): Mark | null {
  const onLine = spec.kind === 'line' || spec.kind === 'panels'
  const [hit] = drawn.getElementsAtEventForMode(event, 'nearest', { intersect: !onLine }, false)
  if (hit === undefined) return null
  const series = seriesDrawn(spec)[hit.datasetIndex]
  // An interval and a fitted line are drawn after the marks, and are none.
  if (series === undefined) return null
  if (onLine && event instanceof MouseEvent) {
    const frame = drawn.canvas.getBoundingClientRect()
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top]
    if (Math.hypot(hit.element.x - x, hit.element.y - y) > reach) return null
  }
  return { row: hit.index, series }
}

/** The series of each dataset that has marks, in the order in which they are drawn; null for the only one. */
function seriesDrawn(spec: StoryChart['spec']): readonly (string | null)[] {
  const fields = (spec.series ?? []).map(({ field }) => field)
  if (isOfSeries(spec)) return fields
  const own = fields.includes(spec.y.field) ? spec.y.field : null
  return [own, ...fields.filter((field) => field !== spec.y.field)]
}

interface ChartMarksProps {
  readonly chart: StoryChart
  readonly drawn: RefObject<ChartJs | null>
  readonly onMark: (mark: Mark) => void
}

/**
 * Lies over the picture without hiding it from the pointer. Arrows to the right and to the left go along the marks of a
 * series; where each series has cells or a panel of its own, those up and down go from one to the other.
 */
export function ChartMarks({ chart, drawn, onMark }: ChartMarksProps) {
  const texts = useTexts()
  const { spec, data } = chart
  const all = isOfSeries(spec) ? seriesDrawn(spec) : seriesDrawn(spec).slice(0, 1)
  const at = (row: number, field: string) => data.rows[row]?.[data.columns.indexOf(field)] ?? null
  const fieldIn = (dataset: number): string => all[dataset] ?? spec.y.field
  const marks = all.flatMap((_, dataset) =>
    data.rows.flatMap((_row, row) => (at(row, fieldIn(dataset)) === null ? [] : [{ row, dataset }])),
  )
  const [place, setPlace] = useState(0)
  const { row = 0, dataset = 0 } = marks[place] ?? {}
  const show = (next: number): void => {
    const kept = Math.min(Math.max(next, 0), marks.length - 1)
    setPlace(kept)
    point(drawn.current, marks[kept] ?? null)
  }
  /** The nearest mark in the next series; of a heat map, whose series lie beside each other, that is across. */
  const besides = (by: 1 | -1): number => {
    const next = marks.filter((mark) => mark.dataset === dataset + by)
    const nearest = next.toSorted((left, right) => Math.abs(left.row - row) - Math.abs(right.row - row))[0]
    return nearest === undefined ? place : marks.indexOf(nearest)
  }
  const [forward, back] = [place + 1, place - 1]
  const across = isOfSeries(spec)
    ? [besides(1), besides(-1)]
    : spec.kind === 'calendar'
      ? [place + daysOfWeek, place - daysOfWeek]
      : [forward, back]
  // Whose marks follow each other downwards.
  const isTurned = spec.kind === 'heat' || spec.kind === 'calendar'
  const [right, left] = isTurned ? across : [forward, back]
  const [down, up] = isTurned ? [forward, back] : across
  const steps: Readonly<Record<string, number | undefined>> = {
    ArrowRight: right,
    ArrowDown: down,
    ArrowLeft: left,
    ArrowUp: up,
    Home: 0,
    End: marks.length - 1,
    PageDown: place + 10,
    PageUp: place - 10,
  }
  const named = isOfSeries(spec) ? `${spec.series?.[dataset]?.label ?? ''}, ` : ''
  const value = `${named}${formatOnAxis(spec.x, at(row, spec.x.field), 'full')}: ${formatOnAxis(spec.y, at(row, fieldIn(dataset)), 'full')}`
  return (
    <div
      role="slider"
      tabIndex={0}
      className={classes.marks}
      aria-label={texts.charts.marks({ title: spec.title })}
      aria-valuemin={1}
      aria-valuemax={marks.length}
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
        else if (event.key === 'Enter' || event.key === ' ') onMark({ row, series: all[dataset] ?? null })
        else return
        event.preventDefault()
      }}
    />
  )
}

/** As if the pointer stood on a mark; null takes it away. */
function point(drawn: ChartJs | null, mark: { readonly row: number; readonly dataset: number } | null): void {
  if (drawn === null) return
  const element = mark === null ? undefined : drawn.getDatasetMeta(mark.dataset).data[mark.row]
  const active = mark === null || element === undefined ? [] : [{ datasetIndex: mark.dataset, index: mark.row }]
  drawn.setActiveElements(active)
  drawn.tooltip?.setActiveElements(active, { x: element?.x ?? 0, y: element?.y ?? 0 })
  drawn.update('none')
}
