import { expect, it } from 'vitest'
import { categoriesToOrder, moved } from '../../../../src/renderer/words/category-order.ts'

const column = (role: 'dimension' | 'measure', ...values: string[]) => ({
  role,
  distinct: values.length,
  stats: { top: values.map((value, index) => ({ value, count: 9 - index })) },
})

it('categories stand as told, those that were not told behind them by how often they occur', () => {
  const sizes = column('dimension', 'large', 'small', 'medium')
  expect(categoriesToOrder(sizes, undefined, null)).toEqual(['large', 'small', 'medium'])
  expect(categoriesToOrder(sizes, undefined, ['small', 'gone'])).toEqual(['small', 'large', 'medium'])
})

it('amounts, a single category, and more than are listed have none', () => {
  expect(categoriesToOrder(column('measure', '1', '2'), undefined, null)).toBeNull()
  expect(categoriesToOrder(column('measure', '1', '2'), 'category', null)).toEqual(['1', '2'])
  expect(categoriesToOrder(column('dimension', '1', '2'), 'number', null)).toBeNull()
  expect(categoriesToOrder(column('dimension', 'one'), undefined, null)).toBeNull()
  expect(categoriesToOrder({ ...column('dimension', 'a', 'b'), distinct: 60 }, undefined, null)).toBeNull()
})

it('a category goes one place up or down, and stays at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b'])
})
