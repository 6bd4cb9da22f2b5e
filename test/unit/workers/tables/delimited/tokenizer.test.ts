import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dialect, plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { maxRecordCells } from '../../../../../src/workers/tables/delimited/scan-record.ts'
import { type CsvRecord, Tokenizer, tokenize } from '../../../../../src/workers/tables/delimited/tokenizer.ts'
import { holds } from '../../../../support/property.ts'

const cells = (text: string, dialect: Dialect = plainComma): string[][] => tokenize(text, dialect).map((r) => r.cells)

test('quoted cells keep delimiters, line breaks and doubled quotes', () => {
  expect(cells('a,"b, c","d\ne","say ""hi"""\n')).toEqual([['a', 'b, c', 'd\ne', 'say "hi"']])
})

test('a quote that nobody escaped inside a quoted cell is part of its text', () => {
  expect(cells('1,"say "hi" now",2\n')).toEqual([['1', 'say "hi" now', '2']])
})

test('a quote never closed costs one line, not the rest of the file', () => {
  expect(cells('1,"open,3\n4,5,6\n')).toEqual([
    ['1', '"open', '3'],
    ['4', '5', '6'],
  ])
})

test('a quote never closed does not swallow rows up to the next quoted cell', () => {
  expect(cells('a,b,c\n1,"open,3\n4,"5",6\n7,8,9\n')).toEqual([
    ['a', 'b', 'c'],
    ['1', '"open', '3'],
    ['4', '5', '6'],
    ['7', '8', '9'],
  ])
})

test('LF and CRLF end rows in one file; a lone CR only where the dialect says so', () => {
  expect(cells('a,b\r\nc,d\ne,f\rg')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f\rg'],
  ])
  expect(cells('a\rb\r', { ...plainComma, loneReturn: true })).toEqual([['a'], ['b']])
})

test('a backslash escapes quotes, delimiters and itself, and is itself anywhere else', () => {
  const dialect: Dialect = { ...plainComma, escape: 'backslash' }
  expect(cells('"a \\"b\\" c",C:\\temp,x\\,y,"\\\\"\n', dialect)).toEqual([['a "b" c', 'C:\\temp', 'x,y', '\\']])
})

test('runs of spaces count as one delimiter when columns are aligned with them', () => {
  const dialect: Dialect = { ...plainComma, delimiter: ' ', collapse: true }
  expect(cells('  a   b c  \n1 2   3\n', dialect)).toEqual([
    ['a', 'b', 'c'],
    ['1', '2', '3'],
  ])
})

test('records are numbered by the line they begin on', () => {
  expect(tokenize('a,"b\n\nc"\nd\n', plainComma).map(({ line }) => line)).toEqual([1, 4])
})

test('empty lines one after the other are told at once to who asks for that, and as records to anyone else', () => {
  const told: (string | number)[] = []
  const onRecord = ({ cells: found, line }: CsvRecord): void => void told.push(`${line}: ${found.join()}`)
  const dialect: Dialect = { ...plainComma, loneReturn: true }
  const tokenizer = new Tokenizer(dialect, onRecord, (count) => told.push(count))
  for (const chunk of ['a,b\n\n\r', '\n\r\r', 'c,d\n', '\n']) tokenizer.push(chunk)
  tokenizer.end()
  expect(told).toEqual(['1: a,b', 1, 2, 1, '6: c,d', 1])
  expect(cells('a,b\n\n\nc,d', dialect)).toEqual([['a', 'b'], [''], [''], ['c', 'd']])
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'B', '1', ' ', ',', '"', '\n', '\r', ';', "'", 'é', '😀'),
  maxLength: 8,
})
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })))

test('what RFC 4180 writes is read back, however the text is cut into chunks', () => {
  holds(
    fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const text = rows.map((row) => `${row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
      const found: string[][] = []
      const tokenizer = new Tokenizer(plainComma, (record) => found.push(record.cells))
      for (let at = 0; at < text.length; at += size) tokenizer.push(text.slice(at, at + size))
      tokenizer.end()
      expect(found).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

test('no text at all makes it throw or lose characters that are not marks', () => {
  holds(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r', ' ', '\\'), maxLength: 60 }),
      (text) => {
        const letters = (value: string): string => value.replace(/[^a1]/gu, '')
        expect(letters(cells(text).flat().join(''))).toBe(letters(text))
      },
    ),
    { numRuns: 1000 },
  )
})

test('a row of more cells than any table has is refused', () => {
  const wide = ','.repeat(maxRecordCells + 1)
  expect(() => tokenize(wide, plainComma)).toThrow(
    expect.objectContaining({ reason: 'too_large', message: expect.stringContaining('more than 200,000 cells') }),
  )
  expect(cells(','.repeat(1000))[0]).toHaveLength(1001)
})

describe('a quote that was never meant to open a cell', () => {
  const rows = (text: string): string[][] => tokenize(text, plainComma).map(({ cells }) => cells)

  test('stays a character of its cell where the row is only so as wide as the others', () => {
    expect(rows('a,b,c\n1,"$6,45",x\n2,"$7,"y, z"\n3,8,w\n')[2]).toEqual(['2', '"$7', 'y, z'])
    expect(rows('a,b,c\n"1,2,"x, y"\n3,8,w\n')[1]).toEqual(['"1', '2', 'x, y'])
  })

  test('is left alone where the row is as wide with it', () => {
    expect(rows('a,b\n1,"say "hi" now"\n')[1]).toEqual(['1', 'say "hi" now'])
  })
})
