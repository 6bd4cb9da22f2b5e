/** How sorting and the order of columns change by what a person does. */
import { expect, it } from 'vitest'
import { movedBefore, movedBy, nextSort } from '../../../../src/renderer/components/grid/grid-actions.ts'

it('a column is sorted by least first, then greatest first, then not at all', () => {
  const once = nextSort([{ column: 'b', descending: true }], 'a', false)
  expect(once).toEqual([{ column: 'a', descending: false }])
  const twice = nextSort(once, 'a', false)
  expect(twice).toEqual([{ column: 'a', descending: true }])
  expect(nextSort(twice, 'a', false)).toEqual([])
})

it('and also by it, in its place among the others', () => {
  const both = nextSort([{ column: 'b', descending: true }], 'a', true)
  expect(both).toEqual([
    { column: 'b', descending: true },
    { column: 'a', descending: false },
  ])
  expect(nextSort(both, 'b', true)).toEqual([{ column: 'a', descending: false }])
})

it('a column that is dropped on another takes its place', () => {
  expect(movedBefore(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c'])
  expect(movedBefore(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd'])
  expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(movedBy(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
})
