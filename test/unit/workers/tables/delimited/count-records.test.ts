import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordCounter } from '../../../../../src/workers/tables/delimited/count-records.ts'
import { type Dialect, plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { isBlank } from '../../../../../src/workers/tables/delimited/layout.ts'
import { tokenize } from '../../../../../src/workers/tables/delimited/tokenizer.ts'
import { holds } from '../../../../support/property.ts'

function count(text: string, dialect: Dialect = plainComma, cut = text.length): number | null {
  const counter = RecordCounter.of(dialect)
  const bytes = Buffer.from(text)
  counter?.push(bytes.subarray(0, cut))
  counter?.push(bytes.subarray(cut))
  return counter?.count() ?? null
}

test('a line break inside quotes ends no record, and an empty line is none', () => {
  expect(count('"Sales\n(EUR)",Date\n1,2\n')).toBe(2)
  expect(count('a,b\n\n1,2\r\n\r\n3,4')).toBe(3)
  expect(count('a,"say ""hi""\n"\n1,2\n')).toBe(2)
  expect(count('\n\n')).toBe(0)
})

test('a quote in the middle of a cell is a character like any other', () => {
  expect(count('5" pipe,x\n6" pipe,y\n7,z\n')).toBe(3)
})

test('a backslash keeps a quote from closing its cell only where the dialect says so', () => {
  const text = 'a,"b\\"\nc"\nd,e\n'
  expect(count(text, { ...plainComma, escape: 'backslash' })).toBe(2)
})

test('dialects that single bytes do not tell apart are not counted', () => {
  expect(count('a||b\n', { ...plainComma, delimiter: '||' })).toBeNull()
  expect(count('a  b\n', { ...plainComma, delimiter: ' ', collapse: true })).toBeNull()
})

test('strict files have as many records as the tokenizer finds, wherever the bytes are cut', () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z0-9é ]{0,4}$/u).map((text) => text.trim()),
    fc.stringMatching(/^[a-z,\n"]{0,5}$/u).map((text) => `"${text.replaceAll('"', '""')}"`),
  )
  const row = fc.array(cell, { minLength: 2, maxLength: 4 }).map((cells) => cells.join(','))
  const line = fc.oneof({ weight: 5, arbitrary: row }, { weight: 1, arbitrary: fc.constant('') })
  const file = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  holds(
    fc.property(file, fc.nat(40), ([lines, end, closed], cut) => {
      const text = lines.join(end) + (closed ? end : '')
      const expected = tokenize(text, plainComma).filter((record) => !isBlank(record)).length
      expect(count(text, plainComma, Math.min(cut, Buffer.byteLength(text)))).toBe(expected)
    }),
  )
})
