/** Digits of other scripts (full width, Arabic, Devanagari and the rest) and the marks that go with them. */

/** Full-width and Arabic marks beside such digits, each to its ASCII one. */
const marks: Readonly<Record<string, string>> = {
  '，': ',',
  '．': '.',
  '：': ':',
  '／': '/',
  '－': '-',
  '＋': '+',
  '％': '%',
  '（': '(',
  '）': ')',
  '　': ' ',
  '٫': '.',
  '٬': ',',
  '٪': '%',
}
const markCharacters = Object.keys(marks).join('')
const beyondLatin = /[^ -\u024f]/u
const foreignDigit = /(?![0-9])\p{Nd}/u

/** The ten digits of each script met in the texts, joined; empty where there are ASCII digits only. */
export function foreignDigits(texts: Iterable<string>): string {
  const zeros = new Set<number>()
  for (const text of texts) {
    // Nearly all texts are plain ones, which the simplest pattern tells fastest.
    if (!beyondLatin.test(text) || !foreignDigit.test(text)) continue
    for (const [digit] of text.matchAll(/(?![0-9])\p{Nd}/gu)) zeros.add(zeroOf(digit.codePointAt(0) ?? 0))
  }
  return [...zeros]
    .map((zero) => Array.from({ length: 10 }, (_, value) => String.fromCodePoint(zero + value)).join(''))
    .join('')
}

/** Digits stand in runs of ten, from nought on. */
function zeroOf(codePoint: number): number {
  let zero = codePoint
  while (codePoint - zero < 9 && foreignDigit.test(String.fromCodePoint(zero - 1))) zero -= 1
  return zero
}

/** What `digits` (as above) and the marks are replaced by, character for character. */
export function translationOf(digits: string): { readonly from: string; readonly to: string } {
  const scripts = [...digits].length / 10
  return { from: digits + markCharacters, to: '0123456789'.repeat(scripts) + Object.values(marks).join('') }
}

const tables = new Map<string, ReadonlyMap<string, string>>()

/** The text with those digits and their marks as ASCII ones; as it stands where `digits` is empty. */
export function withAsciiDigits(text: string, digits: string): string {
  if (digits === '') return text
  let table = tables.get(digits)
  if (table === undefined) {
    const { from, to } = translationOf(digits)
    table = new Map([...from].map((character, index) => [character, to.charAt(index)]))
    tables.set(digits, table)
  }
  const known = table
  return [...text].map((character) => known.get(character) ?? character).join('')
}
