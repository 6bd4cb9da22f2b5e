import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { rejoinHyphens, vocabularyOf } from '../../../../../src/workers/pages/layout/hyphens.ts'
import { toLines } from '../../../../../src/workers/pages/layout/lines.ts'
import { countWords, layOut, type PageText, toPageText } from '../../../../../src/workers/pages/layout/page-text.ts'
import { RunningText } from '../../../../../src/workers/pages/layout/running.ts'

function piece(text: string, x: number, y: number, more: Partial<Fragment> = {}): Fragment {
  const size = more.size ?? 10
  return { text, x, y, width: 0.5 * size * text.length, size, rightToLeft: false, spaceAfter: false, ...more }
}

/** The pages of one document, each 800 points high. */
function read(pages: readonly (readonly Fragment[])[]): PageText[] {
  const laidOut = pages.map((upright) => layOut(upright, []))
  const placed = laidOut.map((blocks) => ({ height: 800, lines: blocks.flat() }))
  const running = new RunningText()
  for (const page of placed) running.add(page)
  const vocabulary = vocabularyOf(placed.flatMap((page) => page.lines.map((line) => line.text)))
  return laidOut.map((blocks) => toPageText(blocks, vocabulary, running.of({ height: 800, lines: blocks.flat() })))
}

const textOf = (...pages: Fragment[][]): string[] => read(pages).map((page) => page.text)

describe('lines', () => {
  const texts = (...fragments: Fragment[]): string[] => toLines(fragments).map((line) => line.text)

  it('put a space where there is a gap and none where letters meet', () => {
    expect(texts(piece('Ber', 0, 100), piece('lin', 15, 100), piece('Mitte', 33, 100))).toEqual(['Berlin Mitte'])
  })
  it('hold a raised mark with its word, and keep lines apart that nearly touch', () => {
    const fragments = [piece('fact', 0, 100), piece('2', 20, 96, { size: 6 }), piece('below', 0, 110)]
    expect(texts(...fragments)).toEqual(['fact2', 'below'])
  })
  it('read from the right what is written from the right', () => {
    const fragments = [piece('שלום', 60, 100, { rightToLeft: true }), piece('עולם', 30, 100, { rightToLeft: true })]
    expect(texts(...fragments)).toEqual(['שלום עולם'])
  })
  it('say once what is printed twice for bold', () => {
    expect(texts(piece('Total', 0, 100), piece('Total', 0.4, 100.2))).toEqual(['Total'])
  })
})

describe('reading order', () => {
  const left = [
    'The first column tells of',
    'how the first part began',
    'and how it came to pass',
    'and in the end it ended',
  ]
  const right = [
    'The second column goes on',
    'with all that came after',
    'and what was made of it',
    'by those who were there',
  ]
  const column = (lines: readonly string[], x: number, shift = 0): Fragment[] =>
    lines.map((line, index) => piece(line, x, 200 + 12 * index + shift))

  it('goes down one column and then the next, under a title over both', () => {
    const page = [
      piece('A title across the whole of the page', 60, 100, { size: 18 }),
      ...column(left, 50),
      ...column(right, 300, 5),
    ]
    expect(textOf(page)).toEqual([`A title across the whole of the page\n\n${left.join('\n')}\n\n${right.join('\n')}`])
  })
  it('keeps the cells of a row together: a table is no page of columns', () => {
    const rows = [
      ['Rome', '12'],
      ['Oslo', '7'],
      ['Bern', '40'],
      ['Kyiv', '3'],
    ]
    const page = rows.flatMap(([city = '', count = ''], index) => [
      piece(city, 50, 200 + 12 * index),
      piece(count, 300, 200 + 12 * index),
    ])
    expect(textOf(page)).toEqual(['Rome 12\nOslo 7\nBern 40\nKyiv 3'])
  })
  it('parts paragraphs by white space', () => {
    const page = [piece('One', 50, 100), piece('two', 50, 112), piece('three', 50, 124), piece('Four', 50, 160)]
    expect(textOf(page)).toEqual(['One\ntwo\nthree\n\nFour'])
  })
})

describe('headers and footers', () => {
  it('are what comes back on three pages or more, whatever its number', () => {
    const pages = [1, 2, 3].map((number) => [
      piece('Annual report', 50, 40),
      piece(`Chapter text of page ${'abc'[number]}`, 50, 300),
      piece(`Page ${number}`, 280, 780),
    ])
    const texts = read(pages)
    expect(texts.map((page) => [page.header, page.footer])).toEqual(
      [1, 2, 3].map((number) => ['Annual report', `Page ${number}`]),
    )
    expect(texts[0]?.text).toBe('Chapter text of page b')
    expect(texts[0]?.lines.map((line) => [line.text, line.start])).toEqual([
      ['Annual report', null],
      ['Chapter text of page b', 0],
      ['Page 1', null],
    ])
  })
  it('are not made of what stands in the middle of each page', () => {
    const pages = [1, 2, 3].map(() => [piece('The same words', 50, 400)])
    expect(textOf(...pages)).toEqual(['The same words', 'The same words', 'The same words'])
  })
})

describe('words broken at the end of a line', () => {
  const rejoin = (lines: string[], elsewhere: string[] = []): string[] =>
    rejoinHyphens(lines, vocabularyOf([...lines, ...elsewhere])).text.split('\n')

  it('are put together, the rest of the line staying where it was', () => {
    expect(rejoin(['a good exam-', 'ple, it is', 'said'])).toEqual(['a good example,', 'it is', 'said'])
  })
  it('keep a hyphen the document writes elsewhere', () => {
    expect(rejoin(['so well-', 'known'], ['a well-known man'])).toEqual(['so well-known'])
  })
  it('are not seen in dashes, names and numbers', () => {
    const lines = ['from 1914-', 'to Saint-', 'Denis']
    expect(rejoin(lines)).toEqual(lines)
  })
  it('lose soft hyphens within the line', () => {
    expect(rejoin(['exam\u00adple'])).toEqual(['example'])
  })
})

it('words are counted in any script, numbers among them', () => {
  expect(countWords('Two words; 3rd – Привет, мир! don’t')).toBe(6)
})
