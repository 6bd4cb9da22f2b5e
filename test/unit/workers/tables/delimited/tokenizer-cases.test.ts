/** What each mark of a dialect does, in texts as files have them; each read whole and letter by letter. */
import { describe, expect, it } from 'vitest'
import { type Dialect, plainComma } from '../../../../../src/workers/tables/delimited/dialect.ts'
import { type CsvRecord, Tokenizer, tokenize } from '../../../../../src/workers/tables/delimited/tokenizer.ts'

function inChunks(text: string, dialect: Dialect, size: number): CsvRecord[] {
  const records: CsvRecord[] = []
  const tokenizer = new Tokenizer(dialect, (record) => records.push(record))
  for (let at = 0; at < text.length; at += size) tokenizer.push(text.slice(at, at + size))
  tokenizer.end()
  return records
}

/** The cells, which must not depend on how the text comes in. */
function read(text: string, change: Partial<Dialect> = {}): string[][] {
  const dialect = { ...plainComma, ...change }
  const whole = tokenize(text, dialect)
  for (const size of [1, 2, 3]) expect(inChunks(text, dialect, size), `${size} at a time`).toEqual(whole)
  return whole.map(({ cells }) => cells)
}

type Case = readonly [what: string, text: string, change: Partial<Dialect>, cells: string[][]]

const double: Dialect['escape'] = 'double'
const backslash: Dialect['escape'] = 'backslash'
const none: Dialect['escape'] = 'none'

const cases: readonly Case[] = [
  ['nothing', '', {}, []],
  ['an empty line', '\n', {}, [['']]],
  ['empty cells at either end', ',a,\n', {}, [['', 'a', '']]],
  [
    'a last line without an end',
    'a,b\nc,',
    {},
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['line feeds and returns', 'a\r\nb\nc\r\n', {}, [['a'], ['b'], ['c']]],
  ['a return at the very end', 'a,b\r', {}, [['a', 'b']]],
  ['a return on its own', 'a\rb\n', {}, [['a\rb']]],
  ['a return on its own that ends rows', 'a\rb\r\nc\n\rd', { loneReturn: true }, [['a'], ['b'], ['c'], [''], ['d']]],
  ['returns within quotes', '"a\rb","c\r\nd"\n', {}, [['a\rb', 'c\r\nd']]],
  ['quotes that open after spaces and close before them', 'x,  "a, b"  ,y\n', {}, [['x', 'a, b', 'y']]],
  ['quotes that close at the end, before spaces', '"a"  ', {}, [['a']]],
  ['quotes that close at the end of a line, before spaces', '"a"  \n"b" \r\n', {}, [['a'], ['b']]],
  ['an empty quoted cell', '"",""\n', {}, [['', '']]],
  ['doubled quotes alone', '""""\n', {}, [['"']]],
  ['doubled quotes at both ends', '"""a"""\n', {}, [['"a"']]],
  ['a quote within an unquoted cell', 'a"b"c,d\n', {}, [['a"b"c', 'd']]],
  ['a stray quote within quotes', '"a "b" c",d\n', {}, [['a "b" c', 'd']]],
  ['a quote never closed', '"a,b\nc\n', {}, [['"a', 'b'], ['c']]],
  ['a quote never closed at the end', 'a\n"', {}, [['a'], ['"']]],
  ['doubled quotes that are none', '"a""b"\n', { escape: none }, [['a""b']]],
  ['no quotes', '"a,b"\n', { quote: '', escape: none }, [['"a', 'b"']]],
  ['single quotes', "'a, b','it''s'\n", { quote: "'" }, [['a, b', "it's"]]],
  ['escaped quotes', '"a\\"b",c\n', { escape: backslash }, [['a"b', 'c']]],
  ['an escaped backslash before the closing quote', '"a\\\\",c\n', { escape: backslash }, [['a\\', 'c']]],
  ['a backslash before another letter', '"C:\\dir",D:\\dir\n', { escape: backslash }, [['C:\\dir', 'D:\\dir']]],
  ['escapes outside quotes', 'a\\,b,c\\"d,e\\\\,f\\g\n', { escape: backslash }, [['a,b', 'c"d', 'e\\', 'f\\g']]],
  ['several escapes in a cell', 'a\\,b\\,c\\,d\n', { escape: backslash }, [['a,b,c,d']]],
  ['a backslash at the very end', 'a\\', { escape: backslash }, [['a\\']]],
  ['doubled quotes beside escapes', '"a""b"\n', { escape: backslash }, [['a"b']]],
  [
    'a doubled quote at the end of a cell, where escapes are by backslash',
    '"a"",b\n',
    { escape: backslash },
    [['a"', 'b']],
  ],
  ['a backslash where it escapes nothing', 'a\\,b\n', { escape: double }, [['a\\', 'b']]],
  ['two marks as one', 'a||b|c||"d||e"\n', { delimiter: '||' }, [['a', 'b|c', 'd||e']]],
  ['half of two marks at the end', 'a||b|', { delimiter: '||' }, [['a', 'b|']]],
  ['two marks at the end', 'a||', { delimiter: '||' }, [['a', '']]],
  ['three marks', 'a|~|b|~c|~|d\n', { delimiter: '|~|' }, [['a', 'b|~c', 'd']]],
  ['no delimiter', 'a,b\n"c,d"\n', { delimiter: '' }, [['a,b'], ['c,d']]],
  ['spaces that belong to delimiters', ' a,  b, "c" , d \n', { skipsSpace: true }, [['a', 'b', 'c', 'd ']]],
  ['spaces that belong to cells', ' a,  b\n', {}, [[' a', '  b']]],
  ['spaces that belong to cells, without quotes', ' a,  b\n', { quote: '', escape: none }, [[' a', '  b']]],
  [
    'spaces that belong to delimiters, without quotes',
    ' a,  b\n',
    { quote: '', escape: none, skipsSpace: true },
    [['a', 'b']],
  ],
  ['a space as delimiter', 'a b  c\n', { delimiter: ' ' }, [['a', 'b', '', 'c']]],
  ['a quoted cell between spaces', 'a "b c" d\n', { delimiter: ' ' }, [['a', 'b c', 'd']]],
  [
    'runs of spaces',
    '  a   b \r\n c  d\n',
    { delimiter: ' ', collapse: true },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['runs of spaces at the very end', 'a  b   ', { delimiter: ' ', collapse: true }, [['a', 'b']]],
  ['runs of spaces around quotes', '"a  b"   c\n', { delimiter: ' ', collapse: true }, [['a  b', 'c']]],
  [
    'blank lines among runs of spaces',
    'a  b\n   \nc d\n',
    { delimiter: ' ', collapse: true },
    [['a', 'b'], [''], ['c', 'd']],
  ],
  ['half of two marks behind a quote', '"a"|b"||c\n', { delimiter: '||' }, [['a"|b', 'c']]],
  ['a table drawn with bars', 'a  | b c | d \n', { delimiter: '|', skipsSpace: true }, [['a', 'b c', 'd']]],
  ['spaces before other marks', 'a  , b \n', { skipsSpace: true }, [['a  ', 'b ']]],
  [
    'a line that ends in spaces, and one that is empty',
    'a  b  \n\nc  d \r\n\r\ne',
    { delimiter: ' ', collapse: true },
    [['a', 'b'], [''], ['c', 'd'], [''], ['e']],
  ],
  ['a tab', 'a\tb\n', { delimiter: '\t' }, [['a', 'b']]],
]

describe('a text', () => {
  it.each(cases)('with %s', (_, text, change, cells) => {
    expect(read(text, change)).toEqual(cells)
  })
})

describe('a quoted cell that runs over lines', () => {
  it('and holds a stray quote is taken at its word only where it makes the row as wide as the others', () => {
    expect(read('a,b\n"x\ny" z",c\nd,e\n')).toEqual([
      ['a', 'b'],
      ['x\ny" z', 'c'],
      ['d', 'e'],
    ])
    // Quotes doubled in it are one.
    expect(read('a,b\n"x\ny" z"" w",c\n')[1]).toEqual(['x\ny" z" w', 'c'])
    expect(read('a,b,c\n"x,2,3\n4,"y" z",6\n')).toEqual([
      ['a', 'b', 'c'],
      ['"x', '2', '3'],
      ['4', 'y" z', '6'],
    ])
  })

  it('may have five thousand lines and no more', () => {
    const open = (breaks: number): string[][] =>
      tokenize(`"${'x\n'.repeat(breaks)}y",1\n`, plainComma).map((one) => one.cells)
    expect(open(5_000)).toEqual([[`${'x\n'.repeat(5_000)}y`, '1']])
    expect(open(5_001)).toHaveLength(5_002)
    const returns = tokenize(`"${'x\r'.repeat(5_001)}y"\n`, plainComma)
    expect(returns[0]?.cells[0]).toMatch(/^"x/)
    // A return and a line feed are one break.
    expect(tokenize(`"${'x\r\n'.repeat(5_000)}y"\n`, plainComma)).toHaveLength(1)
  })
})

describe('a record', () => {
  it('knows the line it begins on, and whether any of it was quoted', () => {
    const text = 'a\n"b\r\nc\rd\n",e\n\nf,"g"\n'
    expect(tokenize(text, plainComma).map(({ line, quoted }) => [line, quoted])).toEqual([
      [1, false],
      [2, true],
      [6, false],
      [7, true],
    ])
  })

  it('that may go on is left out where the text is only a beginning', () => {
    const beginning = (text: string, change: Partial<Dialect> = {}): string[][] =>
      tokenize(text, { ...plainComma, ...change }, 10, false).map(({ cells }) => cells)
    expect(beginning('a,b\nc,d')).toEqual([['a', 'b']])
    expect(beginning('a,b\nc,')).toEqual([['a', 'b']])
    expect(beginning('a,b\n"c')).toEqual([['a', 'b']])
    expect(beginning('a,b\n"c"')).toEqual([['a', 'b']])
    expect(beginning('a,b\n"c\\', { escape: 'backslash' })).toEqual([['a', 'b']])
    expect(beginning('a,b\r')).toEqual([])
    expect(beginning('a  ', { delimiter: ' ', collapse: true })).toEqual([])
    expect(beginning('a|', { delimiter: '||' })).toEqual([])
    // What is whole is not.
    expect(beginning('"a",b\nc')).toEqual([['a', 'b']])
    expect(beginning('"a\\"",b\nc', { escape: 'backslash' })).toEqual([['a"', 'b']])
    const aligned = { delimiter: ' ', collapse: true }
    expect(beginning('a  b  \n', aligned)).toEqual([['a', 'b']])
    expect(beginning('a  b  \r\nc', aligned)).toEqual([['a', 'b']])
  })

  it('beyond the number asked for is left out', () => {
    expect(tokenize('a\nb\nc\n', plainComma, 2)).toHaveLength(2)
  })
})
