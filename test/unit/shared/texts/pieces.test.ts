import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../src/shared/texts/message.ts'
import { type PiecesFor, piecesOf } from '../../../../src/shared/texts/pieces.ts'

interface Piece {
  readonly mark: string
  readonly count?: number
}

function inPieces(text: string, given: Record<string, Piece | string | boolean>, locale = 'en') {
  return piecesOf<Piece>(parseMessage(text), locale, given)
}

describe('a message in pieces', () => {
  const [first, second] = [{ mark: 'a' }, { mark: 'b' }]

  it('keeps each argument as it is, wherever a language puts it', () => {
    expect(inPieces('{first} before {second}', { first, second })).toEqual([first, ' before ', second])
    expect(inPieces('{second}, davor {first}', { first, second })).toEqual([second, ', davor ', first])
  })

  it('agrees with the count of a piece, and writes the piece for it', () => {
    const text = '{n, plural, =0 {none} one {# row} other {all # rows}} left'
    const counted = (count: number) => ({ mark: 'n', count })
    expect(inPieces(text, { n: counted(0) })).toEqual(['none', ' left'])
    expect(inPieces(text, { n: counted(1) })).toEqual([counted(1), ' row', ' left'])
    expect(inPieces(text, { n: counted(7) })).toEqual(['all ', counted(7), ' rows', ' left'])
    const files = '{n, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}'
    expect(inPieces(files, { n: counted(2) }, 'ru')).toEqual([counted(2), ' файла'])
    expect(inPieces(files, { n: counted(5) }, 'ru')).toEqual([counted(5), ' файлов'])
  })

  it('selects by a word or a truth value, and inside of one another', () => {
    const text =
      '{up, select, true {{how, select, sure {rose} other {may rise}}} other {fell by {n, plural, other {#}}}}'
    expect(inPieces(text, { up: true, how: 'sure' })).toEqual(['rose'])
    expect(inPieces(text, { up: true, how: 'unsure' })).toEqual(['may rise'])
    expect(inPieces(text, { up: false, n: { mark: 'n', count: 3 } })).toEqual(['fell by ', { mark: 'n', count: 3 }])
  })

  it('refuses what it was not given, what cannot be counted, and numbers it would have to write itself', () => {
    expect(() => inPieces('{first}', {})).toThrow(/“first”/)
    expect(() => inPieces('{first}', { first: 'a plain text' })).toThrow(/“first”/)
    expect(() => inPieces('{n, plural, other {#}}', { n: first })).toThrow(/“n” of a message has no count/)
    expect(() => inPieces('{n, number}', { n: first })).toThrow(/writes no number/)
  })
})

describe('what a message must be given', () => {
  it('is read from its text, through options within options', () => {
    type Given = PiecesFor<
      'In {a}: {n, plural, one {# of {b}} other {{c, select, x {{d} y} other {}} and {e}}}, {f}',
      Piece
    >
    const piece = { mark: 'a' }
    const given: Given = { a: piece, n: { ...piece, count: 1 }, b: piece, c: 'x', d: piece, e: piece, f: piece }
    expect(Object.keys(given)).toHaveLength(7)
    // @ts-expect-error a plural needs a piece with its count
    const uncounted: PiecesFor<'{n, plural, other {#}}', Piece & { readonly count?: undefined }> = { n: piece }
    // @ts-expect-error what is written is no plain text
    const plain: PiecesFor<'{a}', Piece> = { a: 'text' }
    // @ts-expect-error an argument is missing
    const missing: PiecesFor<'{a} {b}', Piece> = { a: piece }
    expect([uncounted, plain, missing]).toHaveLength(3)
  })
})
