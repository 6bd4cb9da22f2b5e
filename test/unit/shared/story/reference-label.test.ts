import { expect, test } from 'vitest'
import type { ChartData, ChartSpec } from '../../../../src/shared/story/chart.ts'
import { clearEnd } from '../../../../src/shared/story/drawing/annotations.ts'

const spec: ChartSpec = {
  kind: 'bar',
  title: '',
  subtitle: '',
  x: { field: 'day', label: '', type: 'category', format: null },
  y: { field: 'value', label: '', type: 'number', format: null },
  horizontal: false,
  highlight: ['d'],
}

function bars(...values: number[]): ChartData {
  return {
    columns: ['day', 'value'],
    rows: values.map((value, place) => ['abcdefgh'[place] ?? '', value]),
    sql: '',
    reduced: false,
  }
}

test('the label of a reference line stands where the outer bars stay below it', () => {
  expect(clearEnd(spec, bars(9, 5, 5, 1), 4)).toBe('end')
  expect(clearEnd(spec, bars(1, 5, 5, 9), 4)).toBe('start')
})

test('where bars reach over it at both ends, it leaves the one singled out uncovered', () => {
  expect(clearEnd(spec, bars(7, 5, 5, 9), 4)).toBe('start')
  expect(clearEnd({ ...spec, highlight: ['a'] }, bars(7, 5, 5, 9), 4)).toBe('end')
})
