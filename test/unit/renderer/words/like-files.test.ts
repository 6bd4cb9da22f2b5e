import { expect, it } from 'vitest'
import { lookAlike } from '../../../../src/renderer/words/like-files.ts'

const file = (name: string, content = 'day,sold\n1,2\n'): File => new File([content], name)

it('texts that begin with the same names are offered as one table, whatever they are called', async () => {
  expect(await lookAlike([file('north.csv'), file('south.csv', 'day,sold\r\n3,4\r\n')])).toBe(true)
})

it.each([
  ['other names of columns', [file('a.csv'), file('b.csv', 'day,bought\n1,2\n')]],
  ['another kind of file', [file('a.csv'), file('b.tsv')]],
  ['no names at all', [file('a.csv', '1,2\n'), file('b.csv', '1,2\n')]],
  ['documents', [file('a.pdf', '%PDF'), file('b.pdf', '%PDF')]],
  ['a file alone', [file('a.csv')]],
  ['unknown kinds', [file('a'), file('b')]],
])('%s is not', async (_, files) => {
  expect(await lookAlike(files)).toBe(false)
})

it('workbooks are, where only numbers tell their names apart', async () => {
  expect(await lookAlike([file('sales 2024-01.xlsx'), file('Sales 2024-02.xlsx')])).toBe(true)
  expect(await lookAlike([file('sales.xlsx'), file('staff.xlsx')])).toBe(false)
})
