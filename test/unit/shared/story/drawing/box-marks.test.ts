import { expect, it } from 'vitest'
import type { ChartData, ChartSpec } from '../../../../../src/shared/story/chart.ts'
import { boxLines, boxMarks } from '../../../../../src/shared/story/drawing/box-marks.ts'
import { clearPlace } from '../../../../../src/shared/story/drawing/placing.ts'

const axis = { label: 'Temperature', format: null }
const spec: ChartSpec = {
  kind: 'histogram',
  title: 'T',
  subtitle: 'S',
  x: { ...axis, field: 'from', type: 'number' },
  y: { ...axis, field: 'rows', type: 'number' },
  horizontal: false,
  highlight: [],
  box: { low: 4, middle: 8, high: 12 },
}
const data: ChartData = {
  columns: ['from', 'rows'],
  rows: [0, 4, 8, 12].map((from) => [from, from === 8 ? 100 : 20]),
  sql: 'SELECT 1',
  reduced: false,
}
const theme = { accent: '#0a6b64', text: '#000000', grid: '#eeeeee', mark: '#999999', fontFamily: 'Inter' }

it('the words at a median stand beside its line, which no picture draws elsewhere', () => {
  const lines = boxLines(spec, data)
  const [median] = lines.slice(-1)
  expect(boxMarks(spec, data, theme as never).median).toMatchObject({
    xMin: median?.[0]?.[0],
    xMax: median?.[1]?.[0],
    yMin: median?.[0]?.[1],
    yMax: median?.[1]?.[1],
  })
  const spots = lines.map((line) => line.map(([x, y]) => ({ x: x * 40, y: 300 - 2 * y })))
  const [bottom, top] = [300 - 2 * (median?.[0]?.[1] ?? 0), 300 - 2 * (median?.[1]?.[1] ?? 0)]
  const size = { width: 80, height: 22 }
  const place = clearPlace({ x: 320, y: 100 }, size, spots, { left: 0, right: 600, top: 40, bottom: 300 })
  const isBeside = Math.abs(place.x - 320) > size.width / 2
  const isApart = place.y - size.height / 2 > bottom || place.y + size.height / 2 < top
  expect(isBeside || isApart).toBe(true)
})

it('a picture without a box has no lines of one', () => {
  const { box: _, ...plain } = spec
  expect(boxLines(plain, data)).toEqual([])
  expect(boxMarks(plain, data, theme as never)).toEqual({})
})
