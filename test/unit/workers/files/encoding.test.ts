import { expect, test } from 'vitest'
import { detectEncoding } from '../../../../src/workers/files/encoding.ts'
import { decoderOf } from '../../../../src/workers/files/text-decoder.ts'
import { saidNotes } from '../../../support/said-notes.ts'

test('control characters where Windows-1252 has dashes and quotes are those', () => {
  const bytes = Buffer.from('name\nR\u0092n \u0096 x\n')
  const encoding = detectEncoding(bytes)
  expect(decoderOf(encoding).decode(bytes)).toBe('name\nR’n – x\n')
  expect(encoding.note === null ? [] : saidNotes([encoding.note])).toEqual([expect.stringContaining('Windows-1252')])
  expect(detectEncoding(Buffer.from('a\u0085b £ é\n'))).not.toHaveProperty('controlsAreLetters')
})

const label = (bytes: Buffer): string => detectEncoding(bytes).label
/** Encodes by asking the decoder which bytes give each character: there is no encoder for these in the platform. */
function encoded(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), [byte])
  for (let lead = 0x81; lead < 0xff; lead += 1) {
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail])
    }
  }
  return Buffer.from([...text].flatMap((character) => table.get(character) ?? [63]))
}

test('a byte order mark decides', () => {
  expect(detectEncoding(Buffer.from('\ufeffa,b\n'))).toMatchObject({ label: 'utf-8', markBytes: 3 })
  expect(detectEncoding(Buffer.from('\ufeffa,b\n', 'utf16le'))).toMatchObject({ label: 'utf-16le', markBytes: 2 })
  expect(detectEncoding(Buffer.from('\ufeffa,b\n', 'utf16le').swap16())).toMatchObject({ label: 'utf-16be' })
})

test('UTF-16 without a mark shows by its zero bytes', () => {
  expect(label(Buffer.from('name,city\nAnn,Köln\n', 'utf16le'))).toBe('utf-16le')
  expect(label(Buffer.from('name,city\nAnn,Köln\n', 'utf16le').swap16())).toBe('utf-16be')
})

test('UTF-8 is UTF-8 even when the sample ends in the middle of a character', () => {
  const bytes = Buffer.from('name\nKöln 😀')
  for (let cut = 0; cut < 4; cut += 1) expect(label(bytes.subarray(0, bytes.length - cut))).toBe('utf-8')
})

test('Western text with the euro sign and typographic quotes is Windows-1252', () => {
  expect(label(Buffer.from([...Buffer.from('price\n5 '), 0x80, 10, 0x93, 0x41, 0x94, 10]))).toBe('windows-1252')
  expect(label(encoded('name,city\nJosé,Málaga\nJürgen,Köln\nRené,Orléans\n', 'windows-1252'))).toBe('windows-1252')
})

test('Japanese, Korean and Chinese encodings are told apart', () => {
  const japanese =
    '名前,都市,数\n田中さん,東京都の中心,5\n山田さん,大阪の店です,7\nこれは日本語の文章です,とても長い,9\n'
  expect(label(encoded(japanese, 'shift_jis'))).toBe('shift_jis')
  expect(label(encoded(japanese, 'euc-jp'))).toBe('euc-jp')
  const korean = '이름,도시,수\n김철수,서울특별시,5\n이영희,부산에서 왔습니다,7\n이것은 한국어 문장입니다,아주 길다,9\n'
  expect(label(encoded(korean, 'euc-kr'))).toBe('euc-kr')
  const chinese = '姓名,城市,数量\n王小明,北京市中心,5\n李华,上海的商店,7\n这是一个中文的句子,我们在这里,9\n'
  expect(label(encoded(chinese, 'gb18030'))).toBe('gb18030')
  const taiwan = '姓名,城市,數量\n王小明,臺北市中心,5\n李華,高雄的商店,7\n這是一個中文的句子,我們在這裡,9\n'
  expect(label(encoded(taiwan, 'big5'))).toBe('big5')
})

test('Cyrillic is read in its own code page', () => {
  const russian =
    'имя,город\nИван Петров,Москва и область\nАнна Сергеева,Санкт-Петербург\nэто русский текст,который читается\n'
  expect(label(encoded(russian, 'windows-1251'))).toBe('windows-1251')
  expect(label(encoded(russian, 'koi8-r'))).toBe('koi8-r')
})

test('Big5 is told from Shift JIS in a few characters', () => {
  const big5 = Buffer.from([
    0xa4, 0xe9, 0xb4, 0xc1, 0x2c, 0xab, 0xb0, 0xa5, 0xab, 0x0a, 0x31, 0x2c, 0xbb, 0x4f, 0xa5, 0x5f, 0x0a, 0x32, 0x2c,
    0xb0, 0xaa, 0xb6, 0xaf, 0x0a,
  ])
  expect(detectEncoding(big5).label).toBe('big5')
  const shiftJis = Buffer.from([
    0x93, 0xfa, 0x95, 0x74, 0x2c, 0x8b, 0xe0, 0x8a, 0x7a, 0x0a, 0x31, 0x2c, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0a,
  ])
  expect(detectEncoding(shiftJis).label).toBe('shift_jis')
})

test('accents in small words tell Mac Roman from Windows-1252', () => {
  const mac = Buffer.concat([
    Buffer.from('name,town\nRen'),
    Buffer.from([0x8e]),
    Buffer.from(',Orl'),
    Buffer.from([0x8e]),
    Buffer.from('ans\nZo'),
    Buffer.from([0x91]),
    Buffer.from(',Cefal'),
    Buffer.from([0x9d]),
    Buffer.from('\n'),
  ])
  expect(detectEncoding(mac).label).toBe('macintosh')
  const windows = Buffer.from(
    'name;town;note\nRen\u00e9;Orl\u00e9ans;\u0080\u0092\nZo\u00eb;N\u00eemes;\u0096\n',
    'latin1',
  )
  expect(detectEncoding(windows).label).toBe('windows-1252')
})

test('lines of another program among UTF-8 are read as what they are, also where a piece ends inside a character', () => {
  const utf8 = ['M\u00fcller', 'K\u00f6hler', 'Gr\u00fcn', 'J\u00e4ger'].map((name) => Buffer.from(`${name},1\n`))
  const latin = ['J\u00f6rg', 'Br\u00e4u'].map((name) => Buffer.from(`${name},2\n`, 'latin1'))
  const bytes = Buffer.concat([Buffer.from('name,n\n'), ...utf8, ...latin])
  const encoding = detectEncoding(bytes)
  expect(encoding).toMatchObject({ label: 'utf-8', strays: 'windows-1252' })
  const whole = 'name,n\nM\u00fcller,1\nK\u00f6hler,1\nGr\u00fcn,1\nJ\u00e4ger,1\nJ\u00f6rg,2\nBr\u00e4u,2\n'
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const decoder = decoderOf(encoding)
    const first = decoder.decode(bytes.subarray(0, cut), { stream: true })
    expect(first + decoder.decode(bytes.subarray(cut), { stream: true }) + decoder.decode()).toBe(whole)
  }
})

test('a damaged byte or two in UTF-8 stay damage', () => {
  const bytes = Buffer.concat([
    Buffer.from('n\u00e4me,\u00f6rt\nGr\u00f6\u00dfe,\u00fc\nGr'),
    Buffer.from([0xc3]),
    Buffer.from(',x\nM\u00fcll,\u00e4\nM\u00fcll,\u00e4\nM\u00fcll,\u00e4\nM\u00fcll,\u00e4\n'),
  ])
  expect(detectEncoding(bytes)).toMatchObject({ label: 'utf-8' })
  expect(detectEncoding(bytes).strays).toBeUndefined()
})
