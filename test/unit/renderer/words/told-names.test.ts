import { expect, it } from 'vitest'
import { inNamesOfStory, inNamesToBe } from '../../../../src/renderer/words/told-names.ts'
import type { ProfiledColumn } from '../../../../src/shared/story/table.ts'

const column = (name: string, sourceName?: string): ProfiledColumn => ({
  ...{ name, type: 'integer', role: 'measure', nulls: 0, distinct: 9, stats: {}, storage: 'BIGINT', format: null },
  unreadable: { count: 0, examples: [] },
  ...(sourceName === undefined ? {} : { sourceName }),
})
const tables = [{ columns: [column('Amount', 'amt'), column('n')] }]

it('a version is shown in the names of its story, and told in those that its columns are to have', () => {
  const shown = inNamesOfStory({ focus: { names: { amt: 'Amount' }, roles: { amt: 'measure' }, where: 'amt > 3' } })
  expect(shown.focus).toMatchObject({ roles: { Amount: 'measure' }, where: 'Amount > 3' })
  const again = { focus: { ...shown.focus, names: { amt: 'Turnover', n: 'Number' }, target: 'n' } }
  expect(inNamesToBe(again, tables).focus).toEqual({
    names: { amt: 'Turnover', n: 'Number' },
    roles: { Turnover: 'measure' },
    where: 'Turnover > 3',
    target: 'Number',
  })
})

it('a name that is taken back leaves the one of the source', () => {
  expect(inNamesToBe({ focus: { target: 'Amount' } }, tables).focus).toEqual({ target: 'amt' })
})
