/** Lines of sentences stretched to the edges of their column, and rows of names that are none. */
import { describe, expect, it } from 'vitest'
import { withSentencesWhole } from '../../../../../src/workers/pages/tables/justified-lines.ts'
import { toTextRows } from '../../../../../src/workers/pages/tables/text-rows.ts'
import { text } from './made-page.ts'

/** Words one after the other, each the given space after the one before; letters are five points wide, ten high. */
const stretched = (x: number, y: number, words: string, spaces: readonly number[]) => {
  let at = x
  return words.split(' ').map((word, index) => {
    const placed = text(at, y, word)
    at += placed.width + (spaces[index % spaces.length] ?? 0)
    return placed
  })
}
const read = (fragments: Parameters<typeof toTextRows>[0]): string[][] =>
  withSentencesWhole(toTextRows(fragments)).map(({ segments }) => segments.map((one) => one.text))

const words = 'older cranes had to be taken out of service'
const names = 'Older Cranes Had To Be Taken Out Of Service'
/** As long as `words` with spaces of ten points between them. */
const beside = 'and were not delivered before autumn came to them a'
const below = (y: number, x = 50) => text(x, y, beside)
const uneven = [8, 12]

describe('a line of a sentence', () => {
  it('is one piece where its words are all equally far apart', () => {
    expect(read(stretched(50, 100, words, [8]))).toEqual([[words]])
    expect(read(stretched(50, 100, words, [8, 9.5]))).toEqual([[words]])
    expect(read(stretched(50, 100, words, [8, 9.6]))).toEqual([words.split(' ')])
  })

  it('is none where most words begin with a capital letter, or there are few of them', () => {
    expect(read(stretched(50, 100, names, [8]))).toEqual([names.split(' ')])
    const five = 'harbours reporting growing container traffic'
    expect(read(stretched(50, 100, five, [8]))).toEqual([[five]])
    const four = [
      text(50, 100, 'harbours were'),
      text(123, 100, 'reporting'),
      text(176, 100, 'growing'),
      text(219, 100, 'traffic'),
    ]
    expect(read(four)).toEqual([['harbours were', 'reporting', 'growing', 'traffic']])
  })

  it('has six small first letters among ten, and no fewer', () => {
    const six = 'Older Cranes Had To be taken out of service now'
    expect(read(stretched(50, 100, six, [8]))).toEqual([[six]])
    const five = 'Older Cranes Had To Be taken out of service now'
    expect(read(stretched(50, 100, five, [8]))).toEqual([five.split(' ')])
  })

  it('is one piece beside a line of the same paragraph, however its words stand', () => {
    expect(below(115)).toMatchObject({ x: 50, width: 255 })
    const line = stretched(50, 100, words, uneven)
    expect(read(line)).toEqual([words.split(' ')])
    expect(read([...line, below(115)])[0]).toEqual([words])
    expect(read([...line, below(85)])[1]).toEqual([words])
  })

  it('is none beside a line that ends elsewhere, is far away or no sentence', () => {
    const line = stretched(50, 100, words, uneven)
    const apart = words.split(' ')
    expect(read([...line, below(115, 51)])[0]).toEqual([words])
    expect(read([...line, below(115, 52)])[0]).toEqual(apart)
    expect(read([...line, below(122)])[0]).toEqual([words])
    expect(read([...line, below(123)])[0]).toEqual(apart)
    expect(read([...line, below(78)])[1]).toEqual([words])
    expect(read([...line, below(77)])[1]).toEqual(apart)
    expect(read([...line, text(50, 115, 'x'.repeat(51))])[0]).toEqual(apart)
    const shorter = text(50, 115, beside.slice(0, -1))
    expect(read([...line, shorter])[0]).toEqual(apart)
  })

  it('is none where numbers stand in it', () => {
    const numbers = 'harbours cranes vessels 12 containers trains 31 8'
    const line = stretched(50, 100, numbers, [8, 12])
    const end = Math.max(...line.map((one) => one.x + one.width))
    const near = { ...below(115), width: end - 50 }
    expect(read([...line, near])[0]).toEqual(numbers.split(' '))
  })

  it('is none where three of ten pieces are numbers, though they stand evenly apart', () => {
    const three = 'harbours cranes vessels 12 containers trains 31 8 lamps chairs'
    expect(read(stretched(50, 100, three, [8]))).toEqual([three.split(' ')])
    const two = 'harbours cranes vessels 12 containers trains 31 sheds lamps chairs'
    expect(read(stretched(50, 100, two, [8]))).toEqual([[two]])
  })

  it('ends at white wider than a space, as between two columns of a page', () => {
    const [left, right] = [stretched(50, 100, words, [8]), stretched(305, 100, words, [8])]
    expect(left.at(-1)).toMatchObject({ x: 254, width: 35 })
    expect(read([...left, ...right])).toEqual([[words, words]])
    expect(read([...stretched(50, 100, words, [15])])).toEqual([[words]])
    expect(read([...stretched(50, 100, words, [15.1])])).toEqual([words.split(' ')])
  })

  it('that is one piece already stays as it is, and so does a row of a table', () => {
    const rows = toTextRows([text(50, 100, words), text(50, 115, 'North'), text(150, 115, '120')])
    const whole = withSentencesWhole(rows)
    expect(whole).toEqual(rows)
    expect(whole[1]).toBe(rows[1])
  })
})
