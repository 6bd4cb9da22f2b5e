/** Where each line stands in the text of its page, and on the page as it is seen. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { rejoinHyphens, vocabularyOf } from '../../../../../src/workers/pages/layout/hyphens.ts'
import { toLines } from '../../../../../src/workers/pages/layout/lines.ts'
import { layOut, toPageText } from '../../../../../src/workers/pages/layout/page-text.ts'
import { RunningText } from '../../../../../src/workers/pages/layout/running.ts'
import { asSeen, baseline } from '../../../../../src/workers/pages/layout/seen.ts'
import { holds } from '../../../../support/property.ts'

function piece(text: string, x: number, y: number, more: Partial<Fragment> = {}): Fragment {
  const size = more.size ?? 10
  return { text, x, y, width: 0.5 * size * text.length, size, rightToLeft: false, spaceAfter: false, ...more }
}

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Words as pages have them: broken at the end of a line, with soft hyphens, dashes, of one letter. */
const word = fc.oneof(
  fc.constantFrom(
    'exam-',
    'ple',
    'well-',
    'known',
    'a-',
    '-',
    'soft\u00adhyphen',
    '\u00ad',
    'it',
    'Saint-',
    'Denis',
    '12-',
    'שלום',
  ),
  fc.string({ unit: fc.constantFrom('a', 'b', 'É', '-', '\u00ad', '.', ' ', '9'), minLength: 1, maxLength: 6 }),
)
const page = fc.array(
  fc.record({
    text: word,
    column: fc.nat({ max: 3 }),
    row: fc.nat({ max: 12 }),
    size: fc.constantFrom(6, 10, 10, 18),
    rightToLeft: fc.boolean(),
    spaceAfter: fc.boolean(),
  }),
  { maxLength: 40 },
)
const toFragments = (placed: typeof page extends fc.Arbitrary<infer Placed> ? Placed : never): Fragment[] =>
  placed.map(({ text, column, row, ...more }) => piece(text, 50 + 70 * column, 20 + 13 * row, more))

describe('the place of a line in its page', () => {
  it('has all its letters, whatever was put together or set apart', () => {
    holds(
      fc.property(fc.array(page, { minLength: 1, maxLength: 3 }), page, (pages, aside) => {
        const laidOut = pages.map((placed) =>
          layOut(toFragments(placed), [{ angle: 90, fragments: toFragments(aside) }]),
        )
        const running = new RunningText()
        for (const blocks of laidOut) running.add({ height: 200, lines: blocks.flat() })
        const vocabulary = vocabularyOf(laidOut.flat(2).map((line) => line.text))
        for (const blocks of laidOut) {
          const found = running.of({ height: 200, lines: blocks.flat() })
          const { text, lines, blocks: counts } = toPageText(blocks, vocabulary, found)
          const body = lines.filter((line) => line.start !== null)
          for (const line of body) {
            expect(lettersOf(text.slice(line.start ?? 0, line.end ?? 0))).toContain(lettersOf(line.text))
          }
          expect(lines).toHaveLength(blocks.flat().length)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(body.length)
          // What no line claims is nothing but white space.
          const unclaimed = [...text].filter(
            (_, index) => !body.some((line) => (line.start ?? 0) <= index && index < (line.end ?? 0)),
          )
          expect(unclaimed.join('').trim()).toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('follows the one before it, and overlaps it by the rest of a broken word only', () => {
    holds(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (lines) => {
        const { text, places } = rejoinHyphens(lines, vocabularyOf(lines))
        for (const [index, place] of places.entries()) {
          const before = places[index - 1]
          if (before === undefined) continue
          expect(place.start).toBeGreaterThanOrEqual(before.start)
          if (place.start < before.end) expect(text.slice(place.start, before.end)).toMatch(/^\p{Ll}\S*$/u)
        }
      }),
    )
  })

  it('of a broken word is told to both of its lines', () => {
    const lines = ['a good exam-', 'ple, it is']
    const { text, places } = rejoinHyphens(lines, vocabularyOf(lines))
    expect(text).toBe('a good example,\nit is')
    expect(places).toEqual([
      { start: 0, end: 15 },
      { start: 11, end: 21 },
    ])
  })

  it('of a word over three lines is told to all of them', () => {
    const { text, places } = rejoinHyphens(['un-', 'be-', 'lievable, yes'], new Map())
    expect(text).toBe('unbelievable,\nyes')
    expect(places).toEqual([
      { start: 0, end: 13 },
      { start: 2, end: 13 },
      { start: 4, end: 17 },
    ])
  })
})

describe('the pieces of a line', () => {
  it('make its text, with a space where they are apart', () => {
    holds(
      fc.property(page, (placed) => {
        for (const line of toLines(toFragments(placed))) {
          const joined = line.pieces.map((one) => (one.spaceBefore ? ` ${one.text}` : one.text)).join('')
          expect(joined).toBe(line.text)
          expect(line.text).toBe(line.text.replaceAll(/\s+/gu, ' ').trim())
        }
      }),
    )
  })
})

describe('a line as it is seen', () => {
  const [line] = toLines([piece('Along', 100, 50), piece('the edge', 140, 50)])
  if (line === undefined) throw new Error('no line')

  it('keeps its place when it is upright', () => {
    const seen = asSeen(line, 0)
    expect(seen.box).toEqual([100, 42, 180, 52])
    expect(baseline(seen)).toBeCloseTo(50, 6)
    expect(seen.pieces.map(({ x, width }) => [x, width])).toEqual([
      [0, 25],
      [40, 40],
    ])
  })
  it('stands on its side when it runs down', () => {
    // Turned clockwise by a right angle, x to the right becomes x downwards.
    expect(asSeen(line, 90).box).toEqual([-52, 100, -42, 180])
    expect(asSeen(line, 270).box).toEqual([42, -180, 52, -100])
  })
  it('has its middle in the middle of its box when it is aslant', () => {
    const { box } = asSeen(line, 30)
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    const [along, down] = [140, 47]
    const [cosine, sine] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)]
    expect(x).toBeCloseTo(along * cosine - down * sine, 1)
    expect(y).toBeCloseTo(along * sine + down * cosine, 1)
  })
})
