import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, isoTimestamp } from '../../../../../src/workers/formats/workbook/cell-text.ts'
import { builtInFormat, codeText, parseFormat } from '../../../../../src/workers/formats/workbook/number-format.ts'
import {
  cellReference,
  columnIndex,
  columnLetters,
  parseRange,
} from '../../../../../src/workers/formats/workbook/references.ts'
import { isoToSerial, serialToMs } from '../../../../../src/workers/formats/workbook/serial-date.ts'
import { asUtf8 } from '../../../../../src/workers/formats/workbook/xml/encoding.ts'
import { decodeText } from '../../../../../src/workers/formats/workbook/xml/text.ts'
import { parseDecimal } from '../../../../../src/workers/formats/xlsx/number-text.ts'
import { holds } from '../../../../support/property.ts'

const decimal = (text: string): number => parseDecimal(Buffer.from(text), 0, Buffer.byteLength(text))

describe('decimal text', () => {
  it('reads back every double from its shortest form', () => {
    holds(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => decimal(String(value)) === value))
  })

  it('is read as Number reads it, in fixed and in exponent notation', () => {
    for (const text of [
      '0.1',
      '1.005',
      '123456789012345678',
      '9007199254740993',
      '.5',
      '5.',
      '1E-7',
      '-2.5e+3',
      '4.35',
    ]) {
      expect(decimal(text)).toBe(Number(text))
    }
  })

  it('is no number when it is empty, a word, hexadecimal, infinite or has two points', () => {
    for (const text of ['', '-', '.', 'abc', '0x1F', 'Infinity', '1e999', '1.2.3', '1_000', '--1']) {
      expect(decimal(text)).toBeNaN()
    }
  })
})

describe('references', () => {
  it('turn columns into letters and back', () => {
    for (let column = 0; column < 16_384; column++) expect(columnIndex(columnLetters(column))).toBe(column)
    expect(cellReference(1_048_575, 16_383)).toBe('XFD1048576')
  })

  it('give ranges in either direction and none for nonsense', () => {
    expect(parseRange('$C$3:A1')).toEqual({ firstRow: 0, firstColumn: 0, lastRow: 2, lastColumn: 2 })
    expect(parseRange('B2')).toEqual({ firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 1 })
    expect(parseRange('A0')).toBeNull()
    expect(parseRange('Sheet1!A1')).toBeNull()
  })
})

describe('date serials', () => {
  const day = (serial: number, date1904 = false): string | null => {
    const time = serialToMs(serial, date1904)
    return time === null ? null : isoTimestamp(time)
  }

  it('skip the 29 February 1900 that never was', () => {
    expect(day(1)).toBe('1900-01-01T00:00:00')
    expect(day(59)).toBe('1900-02-28T00:00:00')
    expect(day(60)).toBeNull()
    expect(day(61)).toBe('1900-03-01T00:00:00')
    expect(day(45_351.75)).toBe('2024-02-29T18:00:00')
  })

  it('count from 1904 in the other system', () => {
    expect(day(0, true)).toBe('1904-01-01T00:00:00')
    expect(day(43_889, true)).toBe('2024-02-29T00:00:00')
  })

  it('end with the year 9999 and do not begin before the base', () => {
    expect(day(2_958_465)).toBe('9999-12-31T00:00:00')
    expect(day(2_958_466)).toBeNull()
    expect(day(-1)).toBeNull()
    expect(day(0)).toBeNull()
  })

  it('round to the millisecond, so that a time typed in seconds comes back whole', () => {
    expect(day(45_000 + 3661 / 86_400)).toBe('2023-03-15T01:01:01')
    expect(clockText(0.5 + 1 / 86_400)).toBe('12:00:01')
  })

  it('come from ISO dates and go back to the same', () => {
    for (const date1904 of [false, true]) {
      const serial = isoToSerial('2024-02-29T18:00:00', date1904)
      expect(day(serial ?? -1, date1904)).toBe('2024-02-29T18:00:00')
    }
    expect(isoToSerial('2023-02-29', false)).toBeNull()
    expect(isoToSerial('yesterday', false)).toBeNull()
  })
})

describe('number formats', () => {
  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0_);[Red](#,##0)', 'number'],
    ['0.00E+00', 'number'],
    ['# ?/?', 'number'],
    ['0 "days"', 'number'],
    ['0.0 \\m', 'number'],
    ['[<1000]0;[>=1000]0,"k"', 'number'],
    ['0.0%', 'percent'],
    ['yyyy-mm-dd', 'date'],
    ['d/m/yy;@', 'date'],
    ['[$-409]mmmm d, yyyy;@', 'date'],
    ['mmm', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['dd/mm/yyyy hh:mm', 'timestamp'],
    ['m/d/yy h:mm AM/PM', 'timestamp'],
    ['yyyy-mm-dd hh:mm:ss.000', 'timestamp'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
    ['@', 'text'],
  ])('%s means %s', (code, kind) => {
    expect(parseFormat(code).kind).toBe(kind)
  })

  it.each([
    ['#,##0.00 [$€-407]', 'EUR'],
    ['"$"#,##0.00', 'USD'],
    ['[$£-809]#,##0', 'GBP'],
    ['_-* #,##0.00\\ [$CHF-807]_-', 'CHF'],
    ['#,##0.00\\ "zł"', 'PLN'],
  ])('%s is an amount in %s', (code, currency) => {
    expect(parseFormat(code)).toEqual({ kind: 'currency', currency })
  })

  it('are known by number where the file gives no code', () => {
    expect(builtInFormat(14).kind).toBe('date')
    expect(builtInFormat(22).kind).toBe('timestamp')
    expect(builtInFormat(10).kind).toBe('percent')
    expect(builtInFormat(46).kind).toBe('duration')
    expect(builtInFormat(3).kind).toBe('number')
  })
})

describe('text of a part', () => {
  const decode = (text: string, literal = false): string =>
    decodeText(Buffer.from(text), 0, Buffer.byteLength(text), literal)

  it('undoes entities, line ends and the escapes of Excel', () => {
    expect(decode('a &amp; b &lt;c&gt; &#65;&#x1F600; &quot;&apos;')).toBe('a & b <c> A😀 "\'')
    expect(decode('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
    expect(decode('a_x000D_b _x005F_x0041_ _xyz_')).toBe('a\rb _x0041_ _xyz_')
  })

  it('leaves entities alone in CDATA and unknown ones everywhere', () => {
    expect(decode('a &amp; b', true)).toBe('a &amp; b')
    expect(decode('&unknown; &#0; &#x110000;')).toBe('&unknown; &#0; &#x110000;')
  })

  it('is UTF-8 whatever the part is encoded in, however it is cut', async () => {
    const xml = `<?xml version="1.0"?><a>${'größer 😀 '.repeat(40)}</a>`
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')])
    const big = Buffer.from(little).swap16()
    const bare = Buffer.from(xml, 'utf16le')
    const latin = Buffer.from(xml.replace('?>', ' encoding="ISO-8859-1"?>').replaceAll('😀', ''), 'latin1')
    for (const bytes of [Buffer.from(xml), little, big, bare, latin]) {
      for (const size of [7, 201, 4096]) {
        const pieces: Buffer[] = []
        for await (const piece of asUtf8(cut(bytes, size))) pieces.push(piece)
        const text = Buffer.concat(pieces).toString('utf8').replace('\ufeff', '')
        expect(text).toContain('größer')
        expect(text.endsWith('</a>')).toBe(true)
      }
    }
  })
})

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

describe('a number shown with leading noughts', () => {
  it('is a code as its format shows it', () => {
    expect(parseFormat('00000')).toEqual({ kind: 'code', pattern: '00000' })
    expect(parseFormat('000\\-00\\-0000')).toEqual({ kind: 'code', pattern: '000-00-0000' })
    expect(codeText(2138, '00000')).toBe('02138')
    expect(codeText(12345678, '00000')).toBe('12345678')
    expect(codeText(78051120, '000-00-0000')).toBe('078-05-1120')
    expect(codeText(1.5, '00000')).toBe('1.5')
  })

  it('is an amount where its format has a fraction, groups or two places only', () => {
    for (const code of ['0.00', '#,##0', '00', '0', '0.000', '000.00', '00%']) {
      expect(parseFormat(code).kind, code).not.toBe('code')
    }
  })
})
