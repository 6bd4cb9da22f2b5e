/** Dialects told from small files, one reason each. */
import { describe, expect, it } from 'vitest'
import { detectDialect, detectDialects } from '../../../../../src/workers/tables/delimited/detect.ts'

const rows: readonly (readonly string[])[] = [
  ['name', 'city', 'count'],
  ['Ann', 'Oslo', '12'],
  ['Bob', 'Bergen', '7'],
  ['Cid', 'Molde', '31'],
  ['Dan', 'Narvik', '4'],
]
const withMark = (mark: string, of = rows): string => of.map((row) => `${row.join(mark)}\n`).join('')

describe('a delimiter', () => {
  it.each([
    ',',
    '\t',
    ';',
    '|',
    '||',
    '::',
    ';;',
    '|~|',
    '~|~',
    '\u0001',
    '\u001f',
    '^',
    '~',
    '¦',
    '§',
    '!',
    '#',
    '&',
    ':',
  ])('%j is found', (mark) => {
    expect(detectDialect(withMark(mark), true)).toEqual({
      delimiter: mark,
      collapse: false,
      quote: '"',
      escape: 'double',
      skipsSpace: false,
      wrapsRows: false,
      loneReturn: false,
    })
  })

  it('may be a space, or as many as align the columns', () => {
    expect(detectDialect(withMark(' '), true)).toMatchObject({ delimiter: ' ', collapse: true })
    const withGaps = 'name city count\nAnn  12\nBob  7\nCid Molde \nDan  4\n'
    expect(detectDialect(withGaps, true)).toMatchObject({ delimiter: ' ', collapse: false })
    const aligned = rows.map((row) => `${row.map((cell) => cell.padEnd(9)).join('')}\n`).join('')
    expect(detectDialect(aligned, true)).toMatchObject({ delimiter: ' ', collapse: true })
  })

  it('is none where every line is one cell', () => {
    expect(detectDialect('name\nAnn\nBob\n', true)).toMatchObject({
      delimiter: '',
      quote: '"',
      escape: 'double',
      collapse: false,
    })
    expect(detectDialect('', true).delimiter).toBe('')
    expect(detectDialect('\n\n', true).delimiter).toBe('')
  })

  it('is not a colon or a space in lines that are times, dates or numbers', () => {
    expect(detectDialect('time\n10:15\n11:30\n12:45\n09:05\n', true).delimiter).toBe('')
    expect(detectDialect('day\n5 May 2024\n6 May 2024\n17 June 2024\n', true).delimiter).toBe('')
    expect(detectDialect('amount\n1 200\n15 300\n7 000\n', true).delimiter).toBe('')
    // Four in five are enough, and blank lines are none.
    expect(detectDialect('time\n10:15\n11:30\n  \n12:45\n09:05\nx:y\n', true).delimiter).toBe('')
    // One line in three that is none: then they may be columns.
    expect(detectDialect('a:b\n10:15\nx:y\n12:z\n', true).delimiter).toBe(':')
  })

  it('is told with a few odd rows among many', () => {
    const many = withMark(
      ';',
      Array.from({ length: 40 }, () => rows[1] ?? []),
    )
    expect(detectDialect(`a note, of words\n${many}another, shorter\n`, true).delimiter).toBe(';')
  })

  it('followed by a space takes it, where nearly every one is', () => {
    expect(detectDialect(withMark(', '), true)).toMatchObject({ delimiter: ',', skipsSpace: true })
    expect(detectDialect(withMark(','), true).skipsSpace).toBe(false)
    const some = 'a, b\nc,d\ne,f\ng, h\n'
    expect(detectDialect(some, true).skipsSpace).toBe(false)
    const nearlyAll = `${'x, y\n'.repeat(18)}x,y\nx,\n`
    expect(detectDialect(nearlyAll, true).skipsSpace).toBe(true)
    // What is empty, or a line of dashes below names, has no space to begin with.
    expect(detectDialect(`${'x, y\n'.repeat(2)}${'x,\n'.repeat(8)}`, true).skipsSpace).toBe(true)
    expect(detectDialect(`a| b\n:-|-:\n--|--\n:--|:-:\n${'x| y\n'.repeat(4)}`, true).skipsSpace).toBe(true)
    expect(detectDialect('a,b-\nc, d\n'.repeat(4), true).skipsSpace).toBe(false)
    expect(detectDialect('a,-b\nc, d\n'.repeat(4), true).skipsSpace).toBe(false)
    expect(detectDialect('a,b-\nc,-d\ne,-5\ng, h\n', true).skipsSpace).toBe(false)
    expect(detectDialect('a,\nb,\nc,\n', true)).toMatchObject({ delimiter: ',', skipsSpace: false })
    const tooFew = `${'x, y\n'.repeat(8)}x,y\nx,y\n`
    expect(detectDialect(tooFew, true).skipsSpace).toBe(false)
  })
})

describe('quotes', () => {
  it('are single ones where they open and close cells', () => {
    expect(detectDialect("a,b\n'x, y','1'\n'z, w','2'\n", true)).toMatchObject({ quote: "'", escape: 'double' })
    expect(detectDialect("'a';'b'\n'x; y';'1'\n'z; w';'2'", true)).toMatchObject({ delimiter: ';', quote: "'" })
  })

  it('are single ones with backslashes where those stand before them', () => {
    expect(detectDialect("a,b\n'it\\'s, yes',1\n'that\\'s, no',2\n", true)).toMatchObject({
      quote: "'",
      escape: 'backslash',
    })
  })

  it('are none where they stand for inches', () => {
    expect(detectDialect('size,name\n12",plate\n8",bowl\n14",tray\n', true).delimiter).toBe(',')
    const inches = 'name,size\nplate,"12\nbowl,"8\ntray,"14\n'
    expect(detectDialect(inches, true)).toMatchObject({ delimiter: ',' })
  })

  it('that hold the delimiter and line breaks do not hide it', () => {
    const text = 'who,said\nAnn,"yes, and\nno, too"\nBob,"never, ever"\nCid,"at last, a\nword"\n'
    expect(detectDialect(text, true)).toMatchObject({ delimiter: ',', quote: '"', escape: 'double' })
  })
})

describe('returns', () => {
  const lone = (text: string): boolean => detectDialect(text, true).loneReturn

  it('end rows where nothing else does', () => {
    expect(lone('a,b\r1,2\r3,4')).toBe(true)
    expect(lone('a,b\r1,2\r')).toBe(true)
  })

  it('do not where there are none, or only half of a line end at the very end of what is seen', () => {
    expect(lone('a,b\n1,2\n')).toBe(false)
    expect(lone('a,b\r\n1,2\r\n')).toBe(false)
    expect(lone('a,b\r\n1,2\r')).toBe(false)
  })

  it('end rows beside line feeds where they stand between rows of the same width, outside quotes', () => {
    expect(lone('a,b\n1,2\r3,4\n5,6\n')).toBe(true)
    expect(lone('a,b\n"x\ry",2\n"z\rw",4\n')).toBe(false)
    expect(lone('a;b\n1;2\r3;4\n')).toBe(true)
    expect(lone('a word\rand another\none more\n')).toBe(false)
    expect(lone('one\rtwo\rthree\rfour\nfive\n')).toBe(true)
  })
})

describe('the beginning of a file', () => {
  it('is enough: what is cut off at its end does not count', () => {
    const beginning = `${withMark(';')}Eve;"a cell that is cut, off, here, and, here`
    expect(detectDialect(beginning, false).delimiter).toBe(';')
  })

  it('is looked at up to 64 thousand characters', () => {
    const long = withMark(
      ';',
      Array.from({ length: 6_000 }, () => rows[1] ?? []),
    )
    expect(detectDialect(`${long}${'x,y,z\n'.repeat(50_000)}`, true).delimiter).toBe(';')
  })

  it('ends where its last row is cut off, by its own end or by the limit', () => {
    const row = (length: number): string => Array.from({ length }, (_, index) => index % 10).join(',')
    expect(detectDialect(`a;b\n1;2\n${row(20)}`, false).delimiter).toBe(';')
    expect(detectDialect(`a;b\n1;2\n${row(40_000)}`, true).delimiter).toBe(';')
    // As a whole row it speaks for its commas.
    expect(detectDialect(`a;b\n1;2\n${row(20)}`, true).delimiter).toBe(',')
  })

  it('tells alone whether returns end rows', () => {
    expect(detectDialect(`${'a,b\n'.repeat(20_000)}c,d\re,f\rg,h\n`, true).loneReturn).toBe(false)
  })

  it('without any line end is one record', () => {
    expect(detectDialect('a;b;c', false).delimiter).toBe(';')
  })
})

describe('the second best dialect', () => {
  it('has another delimiter, and the next best score of them', () => {
    const { dialect, runnerUp } = detectDialects('a;b;c,d,e,f|g\n'.repeat(3), true)
    expect([dialect.delimiter, runnerUp?.delimiter]).toEqual([';', ','])
  })

  it('is not another way to quote', () => {
    const { runnerUp } = detectDialects("a,b\n'x, y',1\n'z, w',2\n", true)
    expect(runnerUp?.delimiter).not.toBe(',')
  })

  it('is one cell a line where nothing else comes into question', () => {
    expect(detectDialects('a,b\n1,2\n', true).runnerUp?.delimiter).toBe('')
    expect(detectDialects('abc\n', true).runnerUp).toBeNull()
  })
})

describe('what a person says', () => {
  it('of the delimiter is so, however odd the rows are', () => {
    expect(detectDialects('a,b;c\n1,2\n3,4\n', true, { delimiter: ';' }).dialect.delimiter).toBe(';')
    expect(detectDialects('10:15\n11:30\n12:45\n', true, { delimiter: ':' }).dialect.delimiter).toBe(':')
  })

  it('of the quotes is so, with and without a delimiter', () => {
    const quoted = (text: string, quote: '' | '"' | "'") => detectDialects(text, true, { quote }).dialect
    expect(quoted('"a, b",1\n"c, d",2\n', '')).toMatchObject({ quote: '', escape: 'none' })
    expect(quoted("'a, b',1\n'c, d',2\n", "'")).toMatchObject({ delimiter: ',', quote: "'", escape: 'double' })
    expect(quoted('"a"\n"b"\n', '')).toMatchObject({ delimiter: '', quote: '', escape: 'none' })
    expect(quoted("'a'\n'b'\n", "'")).toMatchObject({ delimiter: '', quote: "'", escape: 'double' })
  })
})
