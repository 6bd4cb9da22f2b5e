import { describe, expect, it } from 'vitest'
import type { ChartData, ChartSpec } from '../../../../src/shared/story/chart.ts'
import { chartConfiguration, chartHeight } from '../../../../src/shared/story/chart-configuration.ts'
import { withOpacity } from '../../../../src/shared/story/drawing/theme.ts'
import { timeTicks } from '../../../../src/shared/story/drawing/time-ticks.ts'

const theme = { text: '#111111', grid: '#eeeeee', quiet: '#bbbbbb', accent: '#0033cc', fontFamily: 'Inter' }

const bars: ChartSpec = {
  kind: 'bar',
  title: 'West leads',
  subtitle: 'Sales by region',
  x: { field: 'region', label: 'Region', type: 'category', format: null },
  y: { field: 'sales', label: 'Sales', type: 'number', format: 'currency:EUR' },
  horizontal: true,
  highlight: ['West'],
}
const barData: ChartData = {
  columns: ['region', 'sales', 'low', 'high'],
  rows: [
    ['West', 20_500, 19_000, 22_000],
    ['East', 4000, 3000, 5000],
  ],
  sql: 'SELECT 1',
  reduced: false,
}

const line: ChartSpec = {
  kind: 'line',
  title: 'Sales rose',
  subtitle: 'Sales by month',
  x: { field: 'period', label: 'Month', type: 'time', format: 'grain:month' },
  y: { field: 'value', label: 'Sales', type: 'number', format: null },
  horizontal: false,
  highlight: ['2020-02-01'],
  overlay: { field: 'fitted', label: 'Fitted line' },
  annotation: { x: '2020-03-01', y: 130, text: '+30%' },
}
const lineData: ChartData = {
  columns: ['period', 'value', 'fitted'],
  rows: [
    ['2020-01-01', 100, 100],
    ['2020-02-01', null, 115],
    ['2020-03-01', 130, 130],
  ],
  sql: 'SELECT 1',
  reduced: false,
}

interface Drawn {
  readonly data: { readonly datasets: readonly Record<string, unknown>[] }
  readonly options: {
    readonly scales: Record<'x' | 'y', Record<string, unknown> & { ticks: { callback(value: number): string } }>
    readonly plugins: { annotation: { annotations: Record<string, Record<string, unknown>> } }
  }
}
const draw = (spec: ChartSpec, data: ChartData) => chartConfiguration(spec, data, theme) as unknown as Drawn

/** The y values of a dataset of points. */
function heights(dataset: Record<string, unknown> | undefined): number[] {
  return ((dataset?.data ?? []) as { y: number }[]).map(({ y }) => y)
}

describe('bars', () => {
  it('start at zero, with the claim in the accent colour and the rest quiet', () => {
    const { data, options } = draw(bars, barData)
    expect(options.scales.x.beginAtZero).toBe(true)
    expect(data.datasets[0]?.backgroundColor).toEqual(['#0033cc', '#bbbbbb'])
  })

  it('carry their value as a label instead of an axis, unless they carry an interval', () => {
    const plain = draw(bars, barData)
    expect([plain.options.scales.x.display, plain.data.datasets.length]).toEqual([false, 1])
    const labels = plain.data.datasets[0]?.datalabels as {
      formatter(value: unknown, context: { dataIndex: number }): string
    }
    expect(labels.formatter(null, { dataIndex: 0 })).toBe('€20.5k')
    const mean = draw({ ...bars, interval: { low: 'low', high: 'high', label: '95% interval' } }, barData)
    expect(mean.options.scales.x.display).toBe(true)
    expect(mean.data.datasets[1]?.data).toEqual([
      [19_000, 22_000],
      [3000, 5000],
    ])
    expect(mean.options.scales.x.ticks.callback(20_000)).toBe('€20k')
  })

  it('grow in height with their number', () => {
    const many = { ...barData, rows: Array.from({ length: 12 }, () => barData.rows[0] ?? []) }
    expect(chartHeight(bars, many)).toBeGreaterThan(chartHeight(bars, barData))
  })
})

describe('lines', () => {
  it('break at gaps, need not start at zero, and draw what is fitted over them', () => {
    const { data, options } = draw(line, lineData)
    const [values, fitted] = data.datasets
    expect(options.scales.y.beginAtZero).toBe(false)
    expect(values?.spanGaps).toBe(false)
    expect(heights(values)[1]).toBeNaN()
    expect(heights(fitted)).toEqual([100, 115, 130])
  })

  it('carry one annotation at its place', () => {
    const { claim } = draw(line, lineData).options.plugins.annotation.annotations
    expect(claim).toMatchObject({ xValue: Date.UTC(2020, 2, 1), yValue: 130, content: '+30%' })
  })
})

describe('a chart', () => {
  it('of data without a column it names is refused', () => {
    expect(() => draw({ ...line, overlay: { field: 'missing', label: '' } }, lineData)).toThrow(RangeError)
  })

  it('has a colour with an opacity from any notation, and leaves others alone', () => {
    expect(withOpacity('#036', 0.5)).toBe('rgba(0, 51, 102, 0.5)')
    expect(withOpacity('#003366', 1)).toBe('rgba(0, 51, 102, 1)')
    expect(withOpacity('rebeccapurple', 1)).toBe('rebeccapurple')
  })
})

describe('time ticks', () => {
  const labels = (from: string, to: string, grain: 'month' | 'day' | 'year' | 'hour') =>
    timeTicks(Date.parse(from), Date.parse(to), grain).map((tick) => tick.label)

  it('stand on the calendar, few enough to read, never finer than the data', () => {
    expect(labels('2015-01-01', '2020-12-01', 'month')).toEqual(['2015', '2016', '2017', '2018', '2019', '2020'])
    expect(labels('2020-01-01', '2020-06-01', 'month')).toEqual([
      'Jan 2020',
      'Feb 2020',
      'Mar 2020',
      'Apr 2020',
      'May 2020',
      'Jun 2020',
    ])
    expect(labels('1959-01-01', '2019-01-01', 'year')).toEqual(['1960', '1970', '1980', '1990', '2000', '2010'])
    expect(labels('2020-01-01', '2020-01-03', 'year')).toEqual(['2020'])
    expect(labels('2020-05-04', '2020-05-04T12:00:00Z', 'hour')).toHaveLength(5)
  })
})
