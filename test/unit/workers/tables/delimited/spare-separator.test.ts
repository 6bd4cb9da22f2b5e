import { describe, expect, it } from 'vitest'
import { SpareSeparators } from '../../../../../src/workers/tables/delimited/spare-separator.ts'
import type { CsvRecord } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

const record = (cells: string[]): CsvRecord => ({ cells, line: 1, quoted: false })
const rows = Array.from({ length: 20 }, (_, index) => record([`2024-01-${index + 10}`, String(index), 'word', '']))
const spare = new SpareSeparators(rows, 4)

describe('a row with a separator too many', () => {
  it.each([
    ['in front', ['', '2024-02-01', '5', 'word', '']],
    ['in the middle', ['2024-02-01', '', '5', 'word', '']],
    ['further behind', ['2024-02-01', '5', '', 'word', '']],
  ])('%s loses the empty cell it leaves', (_, cells) => {
    expect(spare.mended(cells)).toEqual(['2024-02-01', '5', 'word', ''])
  })

  it.each([
    ['a row of the right width', ['2024-02-01', '', 'word', '']],
    ['a row with something behind its end', ['2024-02-01', '5', 'word', '', 'more']],
    ['a row with an empty cell behind its end', ['2024-02-01', '5', 'word', '', '']],
    ['a row in which nothing is empty', ['2024-02-01', '5', 'word', 'x', 'more']],
    ['a row that fits nowhere', ['', 'word', '', '7', 'x']],
  ])('%s is left as it is', (_, cells) => {
    expect(spare.mended(cells)).toBeNull()
  })

  it('is left as it is where a few rows show no habits', () => {
    expect(new SpareSeparators(rows.slice(0, 5), 4).mended(['', '2024-02-01', '5', 'word', ''])).toBeNull()
  })
})
