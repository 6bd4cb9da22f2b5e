import { describe, expect, it } from 'vitest'
import type { TextLine } from '../../../../../src/shared/document/reading.ts'
import { titleFromFirstPage, titleFromMetadata } from '../../../../../src/workers/pages/layout/title.ts'

function line(text: string, size: number, top: number): TextLine {
  const box: TextLine['box'] = [72, top, 72 + text.length * size * 0.5, top + size]
  return { text, box, size, angle: 0, rightToLeft: false, pieces: [], start: null, end: null }
}
const body = [line('The year was a good one for the harbour and its ships.', 10, 300)]
const titleOf = (lines: readonly TextLine[]) => titleFromFirstPage({ height: 800, lines })

describe('the title a PDF gives itself', () => {
  it('is no title where a program left it or it names a file', () => {
    const left = [
      'Microsoft Word - 102314.docx',
      'untitled',
      'Untitled-1',
      'thesis_final.tex',
      'C:\\a\\b c.doc',
      '  ',
      '42',
    ]
    for (const given of [...left, null, 7]) expect(titleFromMetadata(given)).toBeNull()
  })
  it('is kept where it says something, one line of it', () => {
    expect(titleFromMetadata(' Harbours\n of the  North ')).toBe('Harbours of the North')
    expect(titleFromMetadata('Title pages and how they are set')).toBe('Title pages and how they are set')
    expect(titleFromMetadata('港湾年報')).toBe('港湾年報')
  })
})

describe('the title on the first page', () => {
  it('is its largest lines, where they stand at its head', () => {
    const lines = [line('Report 7', 10, 40), line('Harbours', 24, 90), line('of the North', 24, 120), ...body]
    expect(titleOf(lines)).toBe('Harbours of the North')
  })
  it('is none where all is set alike, where it is below, or where it is no name', () => {
    expect(titleOf([line('Harbours of the North', 10, 90), ...body])).toBeNull()
    expect(titleOf([...body, line('Harbours of the North', 24, 700)])).toBeNull()
    expect(titleOf([line('12.400', 40, 90), ...body])).toBeNull()
    expect(titleOf([])).toBeNull()
  })
  it('is not made of lines that are many and large', () => {
    const many = [1, 2, 3, 4].map((number) => line(`A large line of a poster, number ${number}`, 24, 60 * number))
    expect(titleOf([...many, ...body])).toBeNull()
  })
})
