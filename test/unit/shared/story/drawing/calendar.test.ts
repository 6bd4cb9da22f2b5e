import { describe, expect, it } from 'vitest'
import type { ChartData, ChartSpec } from '../../../../../src/shared/story/chart.ts'
import { chartConfiguration, chartHeight } from '../../../../../src/shared/story/chart-configuration.ts'
import { dayOf } from '../../../../../src/shared/story/drawing/calendar.ts'

const theme = {
  text: '#111111',
  grid: '#eeeeee',
  quiet: '#bbbbbb',
  accent: '#0033cc',
  second: '#cc7700',
  fontFamily: 'Inter',
}
const dayMs = 86_400_000
const days = Array.from({ length: 731 }, (_, index) =>
  new Date(Date.UTC(2023, 0, 1) + index * dayMs).toISOString().slice(0, 10),
)
const spec: ChartSpec = {
  kind: 'calendar',
  title: '',
  subtitle: '',
  x: { field: 'day', label: 'Day', type: 'time', format: 'grain:day' },
  y: { field: 'value', label: 'Rows', type: 'number', format: 'count' },
  horizontal: false,
  highlight: ['2024-03-02'],
}
const data: ChartData = {
  columns: ['day', 'value'],
  rows: days.map((day, index) => [day, day === '2024-03-02' || day === '2024-05-05' ? 0 : 1 + (index % 9)]),
  sql: '',
  reduced: false,
}

interface Drawn {
  readonly data: {
    readonly datasets: readonly {
      readonly data: readonly { x: number; y: number }[]
      readonly pointBackgroundColor: readonly string[]
      readonly pointBorderWidth: readonly number[]
    }[]
  }
  readonly options: {
    readonly scales: Record<'x' | 'y', { readonly min: number; readonly max: number }>
    readonly plugins: { readonly annotation: { readonly annotations: Record<string, { readonly content?: string }> } }
  }
}
const draw = (width: number) => chartConfiguration(spec, data, theme, width) as unknown as Drawn

describe('a calendar', () => {
  it('has a day in the week of its year, from Monday on', () => {
    expect(dayOf('2023-01-01')).toEqual({ year: 2023, month: 0, week: 0, weekday: 6 })
    expect(dayOf('2023-01-02')).toEqual({ year: 2023, month: 0, week: 1, weekday: 0 })
    expect(dayOf('2024-12-31')).toEqual({ year: 2024, month: 11, week: 52, weekday: 1 })
    // A leap year that begins on a Sunday has days in 54 weeks.
    expect(dayOf('2000-12-31')?.week).toBe(52)
    expect(dayOf('2028-12-31')?.week).toBe(52)
    expect(dayOf('2012-12-31')?.week).toBe(53)
    expect(dayOf('none')).toBeNull()
  })

  it('has a place of its own for each day, within its scales', () => {
    const { data: drawn, options } = draw(680)
    const points = drawn.datasets[0]?.data ?? []
    expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(days.length)
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(options.scales.x.min)
      expect(x).toBeLessThan(options.scales.x.max)
      expect(y).toBeLessThan(options.scales.y.max)
    }
  })

  it('frames days without any, and fills those the claim is about', () => {
    const [cells] = draw(680).data.datasets
    const at = (day: string): number => days.indexOf(day)
    expect(cells?.pointBackgroundColor[at('2024-03-02')]).toBe('#cc7700')
    expect(cells?.pointBorderWidth.filter((width) => width > 0)).toHaveLength(2)
    expect(cells?.pointBackgroundColor[at('2024-05-05')]).toBe('rgba(17, 17, 17, 0)')
  })

  it.each([680, 360, 320])(
    'names years, months and weekdays without covering a day or each other, at %i px',
    (width) => {
      const { data: drawn, options } = draw(width)
      const { y } = options.scales as unknown as {
        y: { max: number; afterBuildTicks: (scale: { ticks: { value: number }[] }) => void }
      }
      const scale: { ticks: { value: number }[] } = { ticks: [] }
      y.afterBuildTicks(scale)
      const cell = (chartHeight(spec, data, width) - 34) / y.max
      const letters = 11
      const places = scale.ticks.map(({ value }) => value * cell)
      for (const [index, place] of places.entries()) {
        if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThan(letters)
      }
      const tops = (drawn.datasets[0]?.data ?? []).map((point) => (point.y - 0.5) * cell)
      const months = options.plugins.annotation.annotations as Record<string, { readonly yValue?: number }>
      const first = months['month-2023-0']?.yValue ?? Number.NaN
      expect(Math.min(...tops) - first * cell).toBeGreaterThanOrEqual(letters / 2)
    },
  )

  it('is smaller on a narrow window, with every other month named', () => {
    expect(chartHeight(spec, data, 320)).toBeLessThan(chartHeight(spec, data, 680))
    const months = (width: number) => Object.keys(draw(width).options.plugins.annotation.annotations)
    expect(months(680)).toHaveLength(24)
    expect(months(320)).toHaveLength(12)
  })
})
