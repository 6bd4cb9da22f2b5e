import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatBytes,
  formatElapsed,
  formatExact,
  formatMoment,
  formatTimeLeft,
} from '../../../src/renderer/words/amounts.ts'
import { boxOf } from '../../../src/renderer/words/column-shape.ts'
import { countDragged, describeDrop } from '../../../src/renderer/words/drop.ts'
import { formatProbability } from '../../../src/renderer/words/evidence.ts'
import { leadingPunctuation, openingBracket, queryOfValue, splitProse } from '../../../src/renderer/words/prose.ts'
import { slugsOf } from '../../../src/renderer/words/slug.ts'
import { hitInSight, markedPieces } from '../../../src/renderer/words/snippet.ts'
import { tokenizeSql } from '../../../src/renderer/words/sql.ts'
import { holds } from '../../support/property.ts'

describe('amounts', () => {
  test('bytes keep three figures and never round up to a thousand of a unit', () => {
    expect([0, 1, 999, 1000, 30_172, 999_499, 999_500, 141_000_000].map(formatBytes)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1.00 kB',
      '30.2 kB',
      '999 kB',
      '1.00 MB',
      '141 MB',
    ])
  })

  test('elapsed time is told finer the shorter it is', () => {
    expect([0, 380, 9949, 9951, 59_400, 65_000, 3_720_000].map(formatElapsed)).toEqual([
      '0.0 s',
      '0.4 s',
      '9.9 s',
      '10 s',
      '59 s',
      '1 min 05 s',
      '1 h 02 min',
    ])
  })

  test('time left is no finer than it can be known', () => {
    expect([0, 4.9, 12, 38, 58, 200, 5400].map(formatTimeLeft)).toEqual([
      'a few seconds left',
      'a few seconds left',
      'about 10 s left',
      'about 40 s left',
      'about 1 min left',
      'about 3 min left',
      'about 1.5 h left',
    ])
  })

  test('a moment is told from where one stands', () => {
    const now = new Date(2026, 2, 4, 12, 0)
    const at = (...parts: [number, number, number, number, number]) =>
      formatMoment(new Date(...parts).toISOString(), now)
    expect(at(2026, 2, 4, 12, 0)).toBe('just now')
    expect(at(2026, 2, 4, 11, 18)).toBe('42 min ago')
    expect(at(2026, 2, 4, 8, 5)).toBe('today, 08:05')
    expect(at(2026, 2, 3, 23, 59)).toBe('yesterday, 23:59')
    expect(at(2026, 0, 9, 8, 0)).toBe('9 January')
    expect(at(2024, 11, 31, 8, 0)).toBe('31 December 2024')
    expect(formatMoment('not a time', now)).toBe('not a time')
  })

  test('an exact value loses no digit', () => {
    expect(formatExact(-1234567.891)).toBe('−1,234,567.891')
    expect(formatExact(0.1 + 0.2)).toBe('0.30000000000000004')
    expect(formatExact(1e21)).toBe('1e+21')
    holds(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(formatExact(value).replaceAll(',', '').replace('−', '-'))).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  test('a probability is never written as zero', () => {
    expect(formatProbability(0)).toBe('< 10⁻³⁰⁰')
    expect(formatProbability(2.1e-11)).toBe('< 10⁻¹⁰')
    expect(formatProbability(0.0321)).toBe('= 0.032')
    expect(formatProbability(0.41)).toBe('= 0.41')
  })
})

describe('prose', () => {
  const number = (text: string, start: number) => ({ text, start, value: 1, evidence: 'insight', name: 'value' })

  test('the pieces of a paragraph are its text again', () => {
    const text = 'Sales rose from 12,300 to 15,900, or 29%.'
    const pieces = splitProse(text, [number('15,900', 26), number('12,300', 16), number('29%', 37)])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.filter((piece) => piece.kind === 'number').map((piece) => piece.text)).toEqual([
      '12,300',
      '15,900',
      '29%',
    ])
  })

  test('a number that is not where it claims to be is looked for, and left as text when it is not there', () => {
    const pieces = splitProse('It was 5 then 7.', [number('5', 2), number('9', 10)])
    expect(pieces.map((piece) => [piece.kind, piece.text])).toEqual([
      ['text', 'It was '],
      ['number', '5'],
      ['text', ' then 7.'],
    ])
  })

  test('no numbers, however wrong, change the text', () => {
    const wrong = fc.array(fc.record({ text: fc.string({ maxLength: 3 }), start: fc.nat(30) }), { maxLength: 6 })
    holds(
      fc.property(fc.string({ maxLength: 30 }), wrong, (text, claims) => {
        const pieces = splitProse(
          text,
          claims.map((claim) => number(claim.text, claim.start)),
        )
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  test('punctuation after a number stays with it', () => {
    expect(leadingPunctuation(', or more')).toBe(',')
    expect(leadingPunctuation(').')).toBe(').')
    expect(leadingPunctuation(' euros')).toBe('')
  })

  test('a bracket or a quotation mark before a number stays with it', () => {
    expect(openingBracket('in March 2010 (')).toBe('(')
    expect(openingBracket('is “')).toBe('“')
    expect(openingBracket('in 2025 (+')).toBe('(+')
    expect(openingBracket('from ')).toBe('')
  })

  test('the query of a value is the one its derivation names, else the one that mentions it', () => {
    const sql = [
      'SELECT avg(x) AS mean_before FROM t',
      'SELECT count(*) AS n, avg(x) AS mean FROM t',
      'SELECT y FROM t',
    ]
    const derived = { slope: { function: 'senSlope', query: 2, columns: ['y'], parameters: {}, result: 'slope' } }
    const evidence = { sql, values: {}, derived }
    expect(queryOfValue(evidence, 'slope')).toBe(2)
    expect(queryOfValue(evidence, 'mean')).toBe(1)
    expect(queryOfValue(evidence, 'unknown')).toBe(0)
    expect(queryOfValue(evidence, null)).toBe(0)
  })
})

describe('small words', () => {
  test('slugs are unique and never empty', () => {
    expect(slugsOf(['Change over time', 'Change, over time!', '—', 'Übersicht'])).toEqual([
      'change-over-time',
      'change-over-time-2',
      'section-3',
      'ubersicht',
    ])
  })

  test('a snippet marks what stands in brackets and leaves a lone bracket alone', () => {
    expect(markedPieces('of [rents] in a[1')).toEqual([
      { text: 'of ', marked: false, start: 0 },
      { text: 'rents', marked: true, start: 3 },
      { text: ' in a[1', marked: false, start: 10 },
    ])
  })

  test('colouring SQL loses no character', () => {
    const sql = `SELECT "a""b", 'it''s', 1.5e-3 -- why\nFROM t /* x */ WHERE y = 'FROM'`
    const tokens = tokenizeSql(sql)
    expect(tokens.map((token) => token.text).join('')).toBe(sql)
    expect(tokens.filter((token) => token.kind === 'keyword').map((token) => token.text)).toEqual([
      'SELECT',
      'FROM',
      'WHERE',
    ])
    holds(
      fc.property(fc.string(), (text) => {
        expect(
          tokenizeSql(text)
            .map((token) => token.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('a drop says what it will do', () => {
    const csv = { kind: 'file', type: 'text/csv' }
    const picture = { kind: 'file', type: 'image/png' }
    const report = { kind: 'file', type: 'application/pdf' }
    expect(describeDrop(countDragged([csv, { kind: 'string', type: 'text/plain' }])).title).toBe(
      'Drop it to read its story',
    )
    expect(describeDrop(countDragged([csv, picture, csv])).title).toBe('Drop 3 files')
    expect(describeDrop(countDragged([picture])).title).toBe('This is neither a table nor a document')
    expect(describeDrop(countDragged([report])).text).toContain('Read it, search it')
    expect(describeDrop(countDragged([report, report])).text).toContain('a document of its own')
    expect(describeDrop(countDragged([report, csv])).text).toBe('Tables become stories, documents open for reading.')
    // A kind the system does not know is no reason to doubt.
    expect(countDragged([{ kind: 'file', type: '' }]).hopeless).toBe(false)
  })

  test('the hit of a snippet stays in sight where its line is cut', () => {
    expect(hitInSight('short [hit] and more', 28)).toBe('short [hit] and more')
    expect(hitInSight('words that stand a long way ahead of the [hit] and more', 20)).toBe(
      '… way ahead of the [hit] and more',
    )
    expect(hitInSight('nothingtocutbetweenthesewords[hit]', 10)).toBe('nothingtocutbetweenthesewords[hit]')
    expect(hitInSight('no hit at all in a text of some length', 10)).toBe('no hit at all in a text of some length')
  })

  test('a box plot needs a range', () => {
    expect(boxOf({ min: 0, max: 10, q1: 2, median: 5, q3: 7 })).toEqual({ q1: 0.2, median: 0.5, q3: 0.7 })
    expect(boxOf({ min: 3, max: 3, q1: 3, median: 3, q3: 3 })).toBeNull()
    expect(boxOf({ min: '2020-01-01', max: '2021-01-01' })).toBeNull()
  })
})
