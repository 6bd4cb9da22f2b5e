/** Which encoding a system file's texts are read in. */
import { describe, expect, it } from 'vitest'
import { decoderOfFile } from '../../../../../src/workers/formats/spss/encoding.ts'
import { noExtensions } from '../../../../../src/workers/formats/spss/extensions.ts'

const read = (said: { encoding?: string; codePage?: number }): string =>
  decoderOfFile({ ...noExtensions, encoding: said.encoding ?? null, codePage: said.codePage ?? null }).encoding

describe('the encoding of a system file', () => {
  it.each([
    [932, 'shift_jis'],
    [936, 'gbk'],
    [949, 'euc-kr'],
    [950, 'big5'],
    [10_000, 'macintosh'],
    [20_866, 'koi8-r'],
    [21_866, 'koi8-u'],
    [51_932, 'euc-jp'],
    [51_949, 'euc-kr'],
    [54_936, 'gb18030'],
    [65_001, 'utf-8'],
    [874, 'windows-874'],
    [1250, 'windows-1250'],
    [1258, 'windows-1258'],
    [28_592, 'iso-8859-2'],
    [28_605, 'iso-8859-15'],
    [28_606, 'iso-8859-16'],
    // Latin 1 and ASCII are Windows-1252 to a decoder, as they are to whoever wrote them.
    [28_591, 'windows-1252'],
    [2, 'windows-1252'],
    [3, 'windows-1252'],
  ])('by the code page %i is %s', (codePage, encoding) => {
    expect(read({ codePage })).toBe(encoding)
  })

  it.each([873, 1259, 28_590, 28_607, 0, -1, 437])(
    'by the code page %i, which no decoder has, is Windows-1252',
    (codePage) => {
      expect(read({ codePage })).toBe('windows-1252')
    },
  )

  it.each([
    ['UTF-8', 'utf-8'],
    ['windows-1251', 'windows-1251'],
    ['CP1250', 'windows-1250'],
    ['cp936', 'gbk'],
    ['1253', 'windows-1253'],
    ['65001', 'utf-8'],
  ])('by the name %s is %s', (encoding, expected) => {
    expect(read({ encoding })).toBe(expected)
  })

  it('is by its name before its number, and by the number where no decoder has the name', () => {
    expect(read({ encoding: 'UTF-8', codePage: 1251 })).toBe('utf-8')
    for (const encoding of ['', 'EBCDIC', 'CP437', '12', '123456', 'xcp1250', '1250x']) {
      expect(read({ encoding, codePage: 1251 }), encoding).toBe('windows-1251')
    }
  })

  it('is Windows-1252 where the file says nothing', () => {
    expect(read({})).toBe('windows-1252')
  })

  it('keeps a mark of the order of bytes as what it is: a letter of the text', () => {
    expect(decoderOfFile({ ...noExtensions, encoding: 'UTF-8' }).decode(Buffer.from('\uFEFFa'))).toBe('\uFEFFa')
  })
})
