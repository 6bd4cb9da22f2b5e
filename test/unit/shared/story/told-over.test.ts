import { expect, it } from 'vitest'
import type { KeptColumns } from '../../../../src/shared/story/kept-columns.ts'
import { carryingColumns, toldOver, withKept } from '../../../../src/shared/story/told-over.ts'

const keptColumns: KeptColumns = { columns: { names: { amt: 'Amount' }, types: { code: 'category' } }, from: 'jan.csv' }

it('what is said of one column leaves what was said of the others', () => {
  expect(
    toldOver(
      { types: { code: 'category', day: 'date' }, ignore: ['id'], where: 'n > 3' },
      { types: { day: 'text' }, ignore: ['note'], target: 'n' },
    ),
  ).toEqual({ types: { code: 'category', day: 'text' }, ignore: ['id', 'note'], where: 'n > 3', target: 'n' })
})

it('a column can be named as it was called before, and called otherwise once more', () => {
  const before = { names: { amt: 'Amount' }, roles: { Amount: 'measure' }, where: 'Amount > 3' } as const
  expect(toldOver(before, { names: { Amount: 'Turnover' }, units: { Amount: 'EUR' } })).toEqual({
    names: { amt: 'Turnover' },
    roles: { amt: 'measure' },
    where: 'amt > 3',
    units: { amt: 'EUR' },
  })
})

it('what was kept is told of the story too, and goes on to hold in its next version', () => {
  expect(withKept({ focus: { target: 'n' } }, { keptColumns }).focus).toEqual({ target: 'n', ...keptColumns.columns })
  const told = { focus: { where: 'n > 3' } }
  expect(carryingColumns(told, { keptColumns }).focus).toEqual({ where: 'n > 3', ...keptColumns.columns })
  expect(carryingColumns(told, {})).toBe(told)
})

it.each([{}, { focus: { units: { n: 'kg' } } }, { focus: { where: 'n > 3' }, reading: { forget: true } }] as const)(
  'it does not where columns are spoken of, it is forgotten, or nothing is told: %o',
  (told) => {
    expect(carryingColumns(told, { keptColumns })).toBe(told)
  },
)
