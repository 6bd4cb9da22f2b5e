/** Cells as they are written: every digit, in the way of the language. */
import { expect, it } from 'vitest'
import { cellText, differentText, spanText } from '../../../../src/renderer/words/grid-cells.ts'
import { textsIn } from '../../../../src/shared/texts/texts.ts'

const measure = { role: 'measure', format: null } as const
const other = { role: 'dimension', format: null } as const

it('sets thousands apart only in what is measured', () => {
  expect(cellText(12_345.678_901_234, measure, 'en')).toBe('12,345.678901234')
  expect(cellText(2_024, other, 'en')).toBe('2024')
  expect(cellText(1_234.5, measure, 'de')).toBe('1.234,5')
  expect(cellText(0.1 + 0.2, measure, 'en')).toBe('0.30000000000000004')
  expect(cellText(1e21, measure, 'en')).toBe('1e+21')
  expect(cellText(0, measure, 'en')).toBe('0')
})

it('writes moments without their zone, and yes and no as the file does', () => {
  expect(cellText('2020-01-02T03:04:05.000Z', other, 'en')).toBe('2020-01-02 03:04:05')
  expect(cellText('2020-01-02T03:04:05.120Z', other, 'en')).toBe('2020-01-02 03:04:05.120')
  expect(cellText('2020-01-02', other, 'en')).toBe('2020-01-02')
  expect(cellText(false, { role: 'dimension', format: 'words:Ja/Nein' }, 'en')).toBe('Nein')
})

it('tells a span of time no more exactly than it takes', () => {
  expect(spanText('2023-01-01', '2025-12-31')).toBe('2023 – 2025')
  expect(spanText('2023-01-01', '2023-09-30')).toBe('2023-01 – 2023-09')
  expect(spanText('2023-01-01', '2023-01-30')).toBe('2023-01-01 – 2023-01-30')
  expect(spanText('2023-01-01 08:00:00', '2023-01-01 09:30:00')).toBe('2023-01-01 08:00 – 2023-01-01 09:30')
  expect(spanText('2023-01-01', '2023-01-01')).toBe('2023-01-01')
})

it('says of an estimate that it is one', () => {
  expect(differentText({ distinct: 41_237, isDistinctExact: true }, textsIn('en'))).toBe('41,237 values')
  expect(differentText({ distinct: 41_237, isDistinctExact: false }, textsIn('en'))).toBe('about 41,000 values')
})
