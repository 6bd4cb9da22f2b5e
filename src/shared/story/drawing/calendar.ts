/**
 * A calendar: a cell for each day, a column for each week, a block for each year, shaded by its value. A day without any
 * is an open frame; those the claim is about are filled in a colour of their own.
 */
import { monthName, weekdayName } from '../../format/calendar.ts'
import { parseInstant } from '../../format/periods.ts'
import type { ChartData, ChartSpec } from '../chart.ts'
import { fieldOf, highlighted, numbersOf } from './fields.ts'
import type { ScriptContext } from './pixels.ts'
import { type Annotation, type ChartTheme, type DrawnDataset, type Point, withOpacity } from './theme.ts'

/** Least cells that the names of the months take above a week, and that part two blocks. */
const [leastNames, leastApart] = [1.1, 0.9]
/** The same in CSS pixels: letters do not shrink with the cells. */
const [namesHeight, apartHeight] = [15, 6]
/** Most columns of a year: its first and last weeks are parts of weeks. */
const weeks = 54
/** CSS pixels of what is written at the left, and above and below. */
const [besideWidth, aroundHeight] = [52, 34]
/** CSS pixels of a cell with the gap to the next one, from the smallest that is still seen. */
const [smallestCell, largestCell] = [5, 14]
/** Opacity of the accent colour of a day with almost nothing, and of the fullest one. */
const [faintest, strongest] = [0.15, 0.95]
const dayMs = 86_400_000

interface Day {
  readonly year: number
  readonly month: number
  readonly week: number
  /** From Monday, 0. */
  readonly weekday: number
}

/** Where a day stands in its year; null for what is none. */
export function dayOf(iso: string): Day | null {
  const instant = parseInstant(iso)
  if (instant === null) return null
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  const weekday = (date.getUTCDay() + 6) % 7
  const january = Date.UTC(year, 0, 1)
  const shift = (new Date(january).getUTCDay() + 6) % 7
  const inYear = Math.floor((instant - january) / dayMs)
  return { year, month: date.getUTCMonth(), week: Math.floor((inYear + shift) / 7), weekday }
}

function daysOf(spec: ChartSpec, data: ChartData): readonly (Day | null)[] {
  return fieldOf(data, spec.x.field).map((value) => dayOf(String(value)))
}

function yearsOf(days: readonly (Day | null)[]): readonly number[] {
  return [...new Set(days.flatMap((day) => day?.year ?? []))].sort((left, right) => left - right)
}

function cellOf(width: number): number {
  return Math.min(largestCell, Math.max(smallestCell, (width - besideWidth) / weeks))
}

/** In cells, from the top of a block: the middle of the names of the months and of the first weekday, and the next block. */
interface Block {
  readonly names: number
  readonly first: number
  readonly rows: number
}

function blockOf(width: number): Block {
  const cell = cellOf(width)
  const names = Math.max(leastNames, namesHeight / cell)
  return { names: names / 2, first: names + 0.5, rows: names + 7 + Math.max(leastApart, apartHeight / cell) }
}

export function calendarHeight(spec: ChartSpec, data: ChartData, width: number): number {
  return Math.ceil(yearsOf(daysOf(spec, data)).length * blockOf(width).rows * cellOf(width)) + aroundHeight
}

export function calendarDatasets(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  width: number,
): readonly DrawnDataset[] {
  const days = daysOf(spec, data)
  const years = yearsOf(days)
  const values = numbersOf(data, spec.y.field)
  const largest = Math.max(0, ...values.map((value) => value ?? 0))
  const isClaimed = highlighted(spec, data)
  const own = theme.second ?? theme.ink ?? theme.text
  const isEmpty = (index: number): boolean => (values[index] ?? 0) === 0
  const fill = (index: number): string => {
    if (isClaimed[index]) return own
    if (isEmpty(index)) return withOpacity(theme.text, 0)
    const share = largest === 0 ? 0 : Math.max(0, values[index] ?? 0) / largest
    return withOpacity(theme.accent, faintest + (strongest - faintest) * share)
  }
  const gap = cellOf(width) > 8 ? 2 : 1
  const block = blockOf(width)
  return [
    {
      type: 'scatter',
      label: spec.y.label,
      data: days.map(
        (day): Point =>
          day === null
            ? { x: Number.NaN, y: Number.NaN }
            : { x: day.week, y: years.indexOf(day.year) * block.rows + block.first + day.weekday },
      ),
      pointStyle: 'rect',
      // A square of the radius r has sides of r times the root of two.
      pointRadius: ({ chart }: ScriptContext) => {
        const across = (chart.chartArea?.right ?? chart.width) - (chart.chartArea?.left ?? 0)
        return (Math.min(cellOf(width), across / weeks) - gap) * Math.SQRT1_2
      },
      pointHitRadius: 1,
      pointBackgroundColor: values.map((_, index) => fill(index)),
      pointBorderColor: values.map((_, index) => (isClaimed[index] ? own : withOpacity(theme.text, 0.75))),
      pointBorderWidth: values.map((_, index) => (isEmpty(index) ? 1 : 0)),
    },
  ]
}

/** Weekdays and years at the left. */
export function calendarScales(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  width: number,
): Record<string, unknown> {
  const years = yearsOf(daysOf(spec, data))
  const locale = spec.x.locale ?? 'en'
  const { names, first, rows } = blockOf(width)
  // Every other row, as far as their letters do not touch each other and the year's.
  const named = cellOf(width) > 8 ? [0, 2, 4, 6] : [1, 5]
  const ticks = years.flatMap((year, block) => [
    { value: block * rows + names, text: String(year) },
    ...named.map((weekday) => ({
      value: block * rows + first + weekday,
      text: weekdayName((weekday + 1) % 7, 'short', locale),
    })),
  ])
  return {
    x: { type: 'linear', min: -0.6, max: weeks - 0.4, display: false },
    y: {
      type: 'linear',
      reverse: true,
      min: 0,
      max: years.length * rows,
      border: { display: false },
      grid: { display: false },
      afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
        scale.ticks = ticks.map(({ value }) => ({ value }))
      },
      ticks: {
        color: theme.text,
        padding: 4,
        autoSkip: false,
        callback: (at: number | string) => ticks.find(({ value }) => value === Number(at))?.text ?? '',
      },
    },
  }
}

/** The names of the months above their first weeks; of every other one where they would touch. */
export function calendarLabels(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  width: number,
): Record<string, Annotation> {
  const every = cellOf(width) > 7 ? 1 : 2
  const { names, rows } = blockOf(width)
  const months = Array.from({ length: 12 }, (_, month) => month).filter((month) => month % every === 0)
  const entries = yearsOf(daysOf(spec, data)).flatMap((year, block) =>
    months.map((month): [string, Annotation] => [
      `month-${year}-${month}`,
      {
        type: 'label',
        content: monthName(month, 'short', spec.x.locale ?? 'en'),
        xValue: (dayOf(new Date(Date.UTC(year, month, 1)).toISOString())?.week ?? 0) - 0.5,
        yValue: block * rows + names,
        position: { x: 'start', y: 'center' },
        color: theme.text,
        font: { family: theme.fontFamily, size: 11 },
        padding: 0,
      },
    ]),
  )
  return Object.fromEntries(entries)
}
