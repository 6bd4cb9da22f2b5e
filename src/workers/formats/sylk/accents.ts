/** Letters with accents are written as an escape, the accent's letter and the plain one (ISO 6937 by its positions). */

const combining: Readonly<Record<string, string>> = {
  A: '\u0300',
  B: '\u0301',
  C: '\u0302',
  D: '\u0303',
  H: '\u0308',
  J: '\u030a',
  K: '\u0327',
}
const single: Readonly<Record<string, string>> = { a: 'Æ', q: 'æ', i: 'Ø', y: 'ø', '{': 'ß', z: 'œ', j: 'Œ' }

export function accented(text: string): string {
  if (!text.includes('\u001b')) return text
  return text
    .split('\u001bN')
    .map((part, index) => (index === 0 ? part : replaced(part)))
    .join('')
}

function replaced(part: string): string {
  const [mark = '', letter = ''] = part
  const accent = combining[mark]
  if (accent !== undefined) return `${letter}${accent}`.normalize('NFC') + part.slice(2)
  return (single[mark] ?? '') + part.slice(1)
}
