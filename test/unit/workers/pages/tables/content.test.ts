/** What the text of a cell is. */
import { describe, expect, it } from 'vitest'
import {
  dataShare,
  isDatum,
  isNumber,
  isPlaceholder,
  isProse,
  isYear,
  letterCount,
  startsSmall,
} from '../../../../../src/workers/pages/tables/content.ts'

describe('a number', () => {
  it.each([
    ...[
      '5',
      '-5',
      '−5',
      '+5',
      '(5)',
      '( 5 )',
      '1,234.5',
      '1 234',
      '1\u00a0234',
      "1'234",
      '.5%',
      '.52',
      '-.13',
      '< .001',
      '12 %',
      '12‰',
      '20°',
    ],
    ...['$5', '€ 5', '5 €', 'USD 5', '5 USD', '12k', '3.4M', '2x', '5pp', '5 bn', '1e-5', '< 0.01', '≥ 3', '~7', '≈ 8'],
    ...['5*', '5 †', '5 (12%)', '5 (3.2)', '5 ± 0.3', '-$5', ' 5 '],
  ])('%j is one', (text) => {
    expect(isNumber(text)).toBe(true)
  })

  it.each([
    '',
    'x',
    '5 kg',
    '5a',
    'a5',
    'No. 5',
    '5-6',
    '5/6',
    '5 (a)',
    '$',
    '%',
    '-',
    '5 USDX',
    '1e',
    '. . . 5',
    '.',
    '...5',
  ])('%j is none', (text) => expect(isNumber(text)).toBe(false))

  it('has forty letters at most', () => {
    expect(isNumber('1'.repeat(40))).toBe(true)
    expect(isNumber('1'.repeat(41))).toBe(false)
  })
})

it('a mark for nothing is dashes, dots, or a word for it', () => {
  for (const text of ['-', '–', '—', '−', '...', '…', '·', '*', 'x', 'n/a', 'NA', 'nil', 'None', '(-)', ' – '])
    expect(isPlaceholder(text), text).toBe(true)
  for (const text of ['', '0', 'a', '-5', 'no', 'nonesuch', 'a nil', 'n/ab', '(x)'])
    expect(isPlaceholder(text), text).toBe(false)
})

it('a year may be two, those of a business, a quarter or a half', () => {
  for (const text of [
    '2023',
    '1999',
    '2023*',
    '2022/23',
    '2022–2023',
    '2022 - 23',
    'FY2023',
    "FY '23",
    'Q1 2023',
    'H2 23',
    ' 2023 ',
  ])
    expect(isYear(text), text).toBe(true)
  for (const text of [
    '',
    '1899',
    '2123',
    '20234',
    '12023',
    '2023a',
    'Q5 2023',
    'H3 2023',
    '23',
    'FY',
    '2022/2',
    'in 2023',
  ])
    expect(isYear(text), text).toBe(false)
})

it('a datum is a number, or a date in figures', () => {
  for (const text of ['5', '2023', '2024-03-05', '5.3.2024', '05/03/24', ' 2024-03-05 '])
    expect(isDatum(text), text).toBe(true)
  for (const text of ['', 'word', '5 March', '2024-3-5', '2024-03-055', 'on 2024-03-05', '5.3.2024 at', '5-3-2024'])
    expect(isDatum(text), text).toBe(false)
})

it('the share of data is that of the texts that say anything', () => {
  expect(dataShare(['5', 'word', '', ' ', '–', 'n/a'])).toBe(0.5)
  expect(dataShare(['5', '6'])).toBe(1)
  expect(dataShare(['', '–'])).toBe(0)
  expect(dataShare([])).toBe(0)
})

it('letters are those of any script, and prose has five words and twenty-five letters', () => {
  expect(letterCount('a1 ß-日')).toBe(3)
  expect(letterCount('12')).toBe(0)
  expect(isProse('abcde fghij klmno pqrst uvwxy')).toBe(true)
  expect(isProse('abcde fghij klmno pqrst uvwx')).toBe(false)
  expect(isProse('abcdefghij klmnopqr stuvwxyz abcde')).toBe(false)
  expect(isProse('abcdefghijk lmnopqrstu vwxyzabc d e f')).toBe(false)
  expect(isProse('12 34 56 78 90')).toBe(false)
})

it('begins small is said of the first letter alone, in any script that has small ones', () => {
  for (const text of ['a', 'word', 'éclair', 'ßen', 'жук', 'iPhone', 'b2']) expect(startsSmall(text), text).toBe(true)
  for (const text of ['', ' ', 'A', 'Word', 'Éclair', 'Жук', ' word', '1st', '(word', '–word', '日本', '٣', '-a\nb'])
    expect(startsSmall(text), text).toBe(false)
  expect(startsSmall('Head\nword')).toBe(false)
})
