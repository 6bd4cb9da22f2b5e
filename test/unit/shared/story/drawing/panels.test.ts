import { describe, expect, it } from 'vitest'
import type { ChartData, ChartSpec } from '../../../../../src/shared/story/chart.ts'
import { chartConfiguration, chartHeight } from '../../../../../src/shared/story/chart-configuration.ts'

const theme = { text: '#111111', grid: '#eeeeee', quiet: '#bbbbbb', accent: '#0033cc', fontFamily: 'Inter' }
const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
const spec: ChartSpec = {
  kind: 'panels',
  title: '',
  subtitle: '',
  x: { field: 'period', label: '', type: 'time', format: 'grain:year' },
  y: { field: 'A', label: 'Rate', type: 'number', format: null },
  horizontal: false,
  highlight: [],
  series: names.map((label) => ({ field: label, label, tone: 'quiet' })),
  overlay: { field: 'all', label: 'average' },
}
const data: ChartData = {
  columns: ['period', ...names, 'all'],
  rows: ['2000-01-01', '2001-01-01', '2002-01-01'].map((at, row) => [
    at,
    ...names.map((_, place) => (row === 1 && place === 2 ? null : place + row)),
    4,
  ]),
  sql: '',
  reduced: false,
}

interface Drawn {
  readonly data: { readonly datasets: readonly { readonly data: readonly { x: number; y: number }[] }[] }
  readonly options: {
    readonly scales: Record<'x' | 'y', { readonly min: number; readonly max: number }>
    readonly plugins: { readonly annotation: { readonly annotations: Record<string, unknown> } }
  }
}
const draw = (width: number) => chartConfiguration(spec, data, theme, width) as unknown as Drawn

describe('panels', () => {
  it('are as many beside each other as the width allows, and the chart as high as they need', () => {
    const heights = [200, 320, 680, 1000].map((width) => chartHeight(spec, data, width))
    expect(heights).toEqual(heights.toSorted((left, right) => right - left))
    expect(new Set(heights).size).toBe(4)
  })

  it.each([200, 320, 680, 1000])('have each its place on the same scale, %i pixels wide', (width) => {
    const { data: drawn, options } = draw(width)
    expect(drawn.datasets).toHaveLength(names.length + 1)
    const boxes = drawn.datasets.slice(0, names.length).map(({ data: points }) => {
      const there = points.filter(({ y }) => !Number.isNaN(y))
      const [xs, ys] = [there.map(({ x }) => x), there.map(({ y }) => y)]
      // All rows are as far apart in every panel.
      expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(1)
      expect((ys.at(-1) ?? 0) - (ys[0] ?? 0)).toBeCloseTo(2 / 10, 5)
      return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
    })
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const isBeside = one.right < other.left || other.right < one.left
        const isAbove = one.top < other.bottom || other.top < one.bottom
        expect(isBeside || isAbove).toBe(true)
      }
      expect(one.left).toBeGreaterThanOrEqual(options.scales.x.min)
      expect(one.right).toBeLessThanOrEqual(options.scales.x.max)
      expect(one.bottom).toBeGreaterThanOrEqual(options.scales.y.min)
      expect(one.top).toBeLessThanOrEqual(options.scales.y.max)
    }
  })

  it('leave gaps open, have what they are compared with in each, and a name each', () => {
    const { data: drawn, options } = draw(680)
    expect(drawn.datasets[2]?.data[1]?.y).toBeNaN()
    const compared = drawn.datasets.at(-1)?.data ?? []
    expect(compared.filter(({ y }) => !Number.isNaN(y))).toHaveLength(names.length * data.rows.length)
    const labels = Object.keys(options.plugins.annotation.annotations)
    expect(labels.filter((name) => name.startsWith('panel-'))).toHaveLength(names.length)
    expect(labels.filter((name) => name.startsWith('begin-'))).toHaveLength(3)
  })
})
