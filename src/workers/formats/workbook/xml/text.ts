/** Character data of a spreadsheet part to text: entities, line ends, and Excel's own `_x000D_` escapes. */

const ampersand = 0x26
const underscore = 0x5f
const carriageReturn = 0x0d

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Decodes a range of UTF-8 character data. `literal` (CDATA) leaves `&` alone. An unknown entity stands as written: one
 * that a document type would define cannot occur, since those are refused.
 */
export function decodeText(bytes: Buffer, start: number, end: number, literal = false): string {
  let plain = true
  let escaped = false
  let ascii = true
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 0
    if (byte === ampersand || byte === carriageReturn) plain = false
    else if (byte === underscore) escaped = true
    else if (byte > 0x7f) ascii = false
  }
  let text = bytes.toString(ascii ? 'latin1' : 'utf8', start, end)
  if (!plain) {
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
    if (!literal && text.includes('&')) text = text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, expandEntity)
  }
  return escaped ? unescapeExcel(text) : text
}

function expandEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return namedEntities[name] ?? whole
  const hexadecimal = name[1] === 'x' || name[1] === 'X'
  const code = Number.parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): `_x000D_` is a carriage return, `_x005F_` an underscore. */
function unescapeExcel(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
