/** Pieces of text to rows of segments. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { part, placeIn, segmentOf, textOf, toTextRows } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { holds } from '../../../../support/property.ts'
import { text } from './made-page.ts'

const written = (fragments: readonly Fragment[]): string[][] =>
  toTextRows(fragments).map((row) => row.segments.map((one) => one.text))
/** Five points high, as the mark of a note. */
const small = (x: number, y: number, content: string): Fragment => ({ ...text(x, y, content), size: 5, width: 3 })

describe('pieces side by side', () => {
  it('are one segment where less than half their height is between them', () => {
    expect(written([text(0, 100, 'ab'), text(15, 100, 'cd')])).toEqual([['ab cd']])
    expect(written([text(0, 100, 'ab'), text(15.1, 100, 'cd')])).toEqual([['ab', 'cd']])
    expect(written([text(0, 100, 'ab'), text(10, 100, 'cd')])).toEqual([['abcd']])
  })

  it('are told from left to right, whatever their order in the document', () => {
    expect(written([text(50, 100, 'c'), text(100, 100, 'd'), text(0, 100, 'a')])).toEqual([['a', 'c', 'd']])
    // One within the reach of another ends nothing.
    expect(written([text(0, 100, 'abcdefgh'), text(5, 101, 'x'), text(42, 100, 'y')])).toHaveLength(1)
    expect(toTextRows([text(0, 100, 'abcdefgh'), text(5, 101, 'x'), text(42, 100, 'y')])[0]?.segments).toHaveLength(1)
  })

  it('are one row where they share half the height of the smaller one', () => {
    expect(written([text(0, 100, 'a'), text(50, 105, 'b')])).toEqual([['a', 'b']])
    expect(written([text(0, 100, 'a'), text(50, 105.1, 'b')])).toEqual([['a'], ['b']])
    expect(written([text(0, 100, 'a'), text(0, 112, 'b'), text(50, 100, 'c'), text(50, 112, 'd')])).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ])
  })

  it('are beside the largest of their row: the mark of a note belongs to its word', () => {
    expect(written([small(0, 92, '1'), text(4, 96, 'word'), text(50, 100, 'next')])).toEqual([['1 word', 'next']])
  })

  it('have a row as large as they are together', () => {
    const [row] = toTextRows([text(0, 100, 'ab'), text(50, 102, 'cd'), small(90, 97, '1')])
    expect(row).toMatchObject({ from: 0, to: 93, top: 92, bottom: 104, size: 10 })
    expect(row?.segments[1]).toMatchObject({ from: 50, to: 60, top: 94, bottom: 104, size: 10, text: 'cd' })
  })
})

describe('rows', () => {
  it('go from the top down, and there are none on an empty page', () => {
    expect(written([text(0, 130, 'c'), text(0, 100, 'a'), text(0, 115, 'b')])).toEqual([['a'], ['b'], ['c']])
    expect(written([])).toEqual([])
  })
})

describe('one piece', () => {
  it('is in two where several spaces stand in it, as programs fill columns', () => {
    expect(written([text(0, 100, 'ab cd    ef')])).toEqual([['ab cd', 'ef']])
    const [first, second] = toTextRows([text(0, 100, 'ab cd    ef')])[0]?.segments ?? []
    expect(first?.to).toBeLessThan(second?.from ?? 0)
    expect(second?.to).toBeCloseTo(55, 9)
  })

  it('has no spaces at its ends, and is nothing where it has nothing else', () => {
    const [row] = toTextRows([text(0, 100, '  ab ')])
    expect(row?.segments.map((one) => one.text)).toEqual(['ab'])
    expect(row?.from).toBeGreaterThan(0)
    expect(row?.to).toBeLessThan(25)
    expect(written([text(0, 100, '   ')])).toEqual([])
  })
})

describe('the text of pieces', () => {
  it('has one space for any white, none at its ends', () => {
    expect(textOf([text(0, 100, ' a\t b ')])).toBe('a b')
    expect(textOf([])).toBe('')
  })

  it('has its lines one after another', () => {
    expect(textOf([text(0, 112, 'two'), text(0, 100, 'one')])).toBe('one two')
  })
})

describe('a place within a piece', () => {
  it('begins with nothing, ends with the width, and never goes back', () => {
    holds(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'M', 'i', ' ', 'X', '5'), minLength: 1 }), (content) => {
        const piece = text(0, 100, content)
        const places = Array.from({ length: content.length + 1 }, (_, index) => placeIn(piece, index))
        expect(places[0]).toBe(0)
        expect(places.at(-1)).toBeCloseTo(piece.width, 9)
        for (const [index, place] of places.slice(1).entries()) expect(place).toBeGreaterThan(places[index] ?? 0)
      }),
    )
    expect(placeIn({ ...text(0, 100, ''), width: 7 }, 0)).toBe(0)
  })

  it('goes by how wide letters usually are: i before a, A and m', () => {
    const half = (pair: string): number => placeIn({ ...text(0, 100, pair), width: 100 }, 1)
    expect(half('aa')).toBe(50)
    expect(half('ia')).toBeCloseTo((100 * 0.3) / 0.8, 9)
    expect(half('ma')).toBeCloseTo((100 * 0.85) / 1.35, 9)
    expect(half('Aa')).toBeCloseTo((100 * 0.65) / 1.15, 9)
  })
})

describe('a part of a piece', () => {
  it('stands where its letters are', () => {
    const piece = text(100, 50, 'abcd')
    expect(part(piece, 1, 3)).toMatchObject({ text: 'bc', x: 105, width: 10, y: 50, spaceAfter: true })
    expect(part(piece, 2, 4)).toMatchObject({ text: 'cd', x: 110, width: 10, spaceAfter: false })
    expect(part({ ...piece, spaceAfter: true }, 2, 4).spaceAfter).toBe(true)
  })

  it('stands from the right where the text is read from there', () => {
    expect(part({ ...text(100, 50, 'abcd'), rightToLeft: true }, 0, 1)).toMatchObject({ text: 'a', x: 115, width: 5 })
  })
})

it('a segment is as high as its highest piece', () => {
  expect(segmentOf([text(0, 20, 'a'), small(6, 16, '2')])).toMatchObject({ size: 10, from: 0, to: 9 })
})
