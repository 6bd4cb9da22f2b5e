import { expect, it } from 'vitest'
import type { Chart } from '../../../../../src/shared/story/chart.ts'
import { isSamePicture } from '../../../../../src/workers/story/charts/same-picture.ts'

const chart: Chart = {
  id: 'chart-1',
  insight: 'one',
  alt: '',
  spec: {
    kind: 'bar',
    title: 'West leads',
    subtitle: '10 rows',
    x: { field: 'region', label: 'Region', type: 'category', format: null },
    y: { field: 'sales', label: 'Sales', type: 'number', format: null },
    horizontal: true,
    highlight: ['West'],
  },
  data: { columns: ['region', 'sales'], rows: [['West', 3]], sql: 'SELECT 1', reduced: false },
}

it('is the same of two titles and queries, another with other marks, axes or claims', () => {
  const other: Chart = {
    ...chart,
    ...{ id: 'chart-2', insight: 'two', spec: { ...chart.spec, title: 'West has more than half' } },
    data: { ...chart.data, sql: 'SELECT 2' },
  }
  expect(isSamePicture(chart, other)).toBe(true)
  expect(isSamePicture(chart, { ...other, data: { ...chart.data, rows: [['West', 4]] } })).toBe(false)
  expect(isSamePicture(chart, { ...other, spec: { ...chart.spec, highlight: ['East'] } })).toBe(false)
  expect(isSamePicture(chart, { ...other, spec: { ...chart.spec, y: { ...chart.spec.y, label: 'Rows' } } })).toBe(false)
})
