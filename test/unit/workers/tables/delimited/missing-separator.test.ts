import { describe, expect, it } from 'vitest'
import { plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { MissingSeparators } from '../../../../../src/workers/tables/delimited/missing-separator.ts'
import type { CsvRecord } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

const record = (cells: string[]): CsvRecord => ({ cells, line: 1, quoted: false })
const words = ['Warm, soft socks', 'a hat', 'Tee, long', 'boots and more']
const rows = Array.from({ length: 20 }, (_, at) =>
  record([`2024-01-${at + 10}`, `0${at % 10}:15`, String(at), words[at % 4] ?? '', words[(at + 1) % 4] ?? '']),
)
const separators = new MissingSeparators(rows, 5, plainComma)

describe('a row without one of its separators', () => {
  it.each([
    [
      'between a time and a number',
      ['2024-02-01', '06:1512', 'a hat', 'warm'],
      ['2024-02-01', '06:15', '12', 'a hat', 'warm'],
    ],
    [
      'between a date and a time',
      ['2024-02-0106:15', '7', 'a hat', 'warm'],
      ['2024-02-01', '06:15', '7', 'a hat', 'warm'],
    ],
    [
      'between a number and words',
      ['2024-02-01', '06:15', '7Hat', 'warm'],
      ['2024-02-01', '06:15', '7', 'Hat', 'warm'],
    ],
    [
      'before what stands in quotes',
      ['2024-02-01', '06:15', '7', 'Socks"Warm', ' and soft"'],
      ['2024-02-01', '06:15', '7', 'Socks', 'Warm, and soft'],
    ],
    [
      'between words and quotes that nothing parts',
      ['2024-02-01', '06:15', '7', 'Socks"Warm"'],
      ['2024-02-01', '06:15', '7', 'Socks', 'Warm'],
    ],
    ['anywhere, parted by blanks', ['2024-02-01 06:15 7 Hat warm'], ['2024-02-01', '06:15', '7', 'Hat', 'warm']],
  ])('%s is put right', (_, cells, wanted) => {
    expect(separators.mended(cells)).toEqual(wanted)
  })

  it.each([
    ['a row that ends early', ['2024-02-01', '06:15', '7', 'a hat']],
    ['a row of the right width', ['2024-02-01', '06:15', 'seven', 'a hat', 'warm']],
    ['a row of words', ['closed', 'today', 'x', 'y']],
    ['words that could part anywhere', ['2024-02-01', '06:15', '7', 'a hatwarm']],
  ])('%s is left as it is', (_, cells) => {
    expect(separators.mended(cells)).toBeNull()
  })
})
