import { describe, expect, test } from 'vitest'
import {
  frameOf,
  marksOf,
  offsetInLine,
  offsetInPage,
  textBetween,
} from '../../../src/renderer/words/document-places.ts'
import type { TextLine } from '../../../src/shared/document/reading.ts'

interface Given {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
  readonly top?: number
}

/** A line whose letters are 10 points wide each, one piece a word. */
function lineOf({ text, start, end, top = 0 }: Given): TextLine {
  let at = 0
  const pieces = text.split(' ').map((word, index) => {
    const piece = { text: word, x: at * 10, width: word.length * 10, spaceBefore: index > 0 }
    at += word.length + 1
    return piece
  })
  const box: TextLine['box'] = [50, top, 50 + text.length * 10, top + 12]
  return { text, box, size: 12, angle: 0, rightToLeft: false, pieces, start, end }
}

const pageText = 'The harbour had a remarkable\nyear. Next block'
const lines = [
  lineOf({ text: 'Annual report', start: null, end: null }),
  lineOf({ text: 'The harbour had a remark-', start: 0, end: 28, top: 20 }),
  lineOf({ text: 'able year.', start: 18, end: 34, top: 40 }),
  lineOf({ text: 'Next block', start: 35, end: 45, top: 60 }),
]
const [, broken, rest] = lines as [
  TextLine,
  TextLine & { start: number; end: number },
  TextLine & { start: number; end: number },
]

describe('a place of the text', () => {
  test('is marked where its letters are printed', () => {
    const [mark, ...others] = marksOf(lines, pageText, 4, 11)
    expect(others).toEqual([])
    expect(mark).toMatchObject({ from: 40, to: 110, frame: { left: 50, top: 20, width: 250, height: 12 } })
  })

  test('a word broken at the end of a line is marked on both of its lines', () => {
    const start = pageText.indexOf('remarkable')
    const marks = marksOf(lines, pageText, start, start + 'remarkable'.length)
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      [180, 250],
      [0, 40],
    ])
  })

  test('over two lines is a mark on each', () => {
    const marks = marksOf(lines, pageText, pageText.indexOf('year'), pageText.indexOf('block'))
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      [50, 100],
      [0, 40],
    ])
  })

  test('headers and footers, and what is beyond the page, are nowhere', () => {
    expect(marksOf(lines, pageText, 500, 510)).toEqual([])
    expect(marksOf([lines[0] as TextLine], pageText, 0, 10)).toEqual([])
  })

  test('in a line from right to left is counted from the right', () => {
    const [piece] = [{ text: 'שלום', x: 0, width: 40, spaceBefore: false }]
    const line: TextLine = {
      ...lineOf({ text: 'שלום', start: 0, end: 4 }),
      rightToLeft: true,
      pieces: [piece],
    }
    expect(marksOf([line], 'שלום', 0, 1)).toMatchObject([{ from: 30, to: 40 }])
  })

  test('offsets go from the page to the line and back', () => {
    for (let offset = 0; offset <= 24; offset += 1) {
      const there = offsetInPage(broken, pageText, offset)
      expect(offsetInLine(broken, pageText, there)).toBe(offset)
    }
    expect(offsetInLine(rest, pageText, pageText.indexOf('year'))).toBe(5)
    expect(offsetInPage(rest, pageText, 5)).toBe(pageText.indexOf('year'))
  })
})

describe('the frame of a line', () => {
  test('that runs downwards has its length along the page’s height', () => {
    const down: TextLine = { ...lineOf({ text: 'down', start: 0, end: 4 }), angle: 90, box: [100, 200, 112, 240] }
    expect(frameOf(down)).toEqual({ left: 86, top: 214, width: 40, height: 12, angle: 90 })
  })

  test('at any other angle keeps the centre of its box', () => {
    const aslant: TextLine = { ...lineOf({ text: 'aslant', start: 0, end: 6 }), angle: 45, box: [0, 0, 50, 50] }
    const { left, top, width, height } = frameOf(aslant)
    expect([left + width / 2, top + height / 2]).toEqual([25, 25])
    expect([width, height]).toEqual([60, 12])
  })
})

describe('what is copied', () => {
  test('reads as the page does: broken words whole, lines one below the other', () => {
    expect(textBetween(lines, pageText, { line: 1, offset: 4 }, { line: 2, offset: 10 })).toBe(
      'harbour had a remarkable\nyear.',
    )
  })

  test('takes running heads along as lines of their own', () => {
    expect(textBetween(lines, pageText, { line: 0, offset: 0 }, { line: 1, offset: 3 })).toBe('Annual report\nThe')
  })

  test('of nothing is nothing', () => {
    expect(textBetween(lines, pageText, { line: 1, offset: 5 }, { line: 1, offset: 5 })).toBe('')
  })
})
