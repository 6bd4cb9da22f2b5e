import { describe, expect, it } from 'vitest'
import { textCell, timeCell, valueCell } from '../../../../../src/workers/export/xlsx/cells.ts'
import { SheetNames } from '../../../../../src/workers/export/xlsx/sheet-names.ts'

describe('a cell', () => {
  it('holds a day Excel can count, and else its text', () => {
    expect(timeCell('2024-02-29', 'DATE')).toMatchObject({ value: new Date('2024-02-29'), format: 'yyyy-mm-dd' })
    expect(timeCell('2024-02-29T12:30:00.250Z', 'TIMESTAMP')).toMatchObject({
      value: new Date('2024-02-29T12:30:00.250Z'),
    })
    for (const text of ['1900-02-28', '1492-10-12', 'infinity']) {
      expect(timeCell(text, 'DATE')).toBe(text)
    }
    expect(timeCell(null, 'DATE')).toBeNull()
  })

  it('holds what is no number of a workbook as text', () => {
    expect(valueCell(Number.POSITIVE_INFINITY)).toMatchObject({ value: 'Infinity', type: String })
    expect(valueCell(0.25, '0%')).toEqual({ value: 0.25, type: Number, format: '0%' })
    expect(textCell('x'.repeat(40_000)).value).toHaveLength(32_767)
  })
})

describe('names of sheets', () => {
  it('are fit for Excel and told apart', () => {
    const names = new SheetNames()
    expect(names.free('a/b: [c]?')).toBe('a b c')
    expect(names.free('A B C')).toBe('A B C (2)')
    expect(names.free("'History'")).toBe('History (2)')
    expect(names.free('')).toBe('Sheet')
    const long = 'A very long name of a table, longer than Excel takes'
    expect(names.free(long)).toBe('A very long name of a table, lo')
    expect(names.free(long)).toBe('A very long name of a table (2)')
  })
})
