/** A question in its words, numbers and signs, each with its place. */
import { folded } from './words.ts'

export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'quoted' | 'date'
  /** Folded; of a quotation, what stands in it, as it stands. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Of a number. */
  readonly value?: number
}

/** Longer texts are no questions that a person types; the rest is not looked at. */
export const mostCharacters = 500

const pattern =
  /(?<quoted>"[^"]*"|“[^”]*”|„[^“”]*[“”])|(?<date>\d{4}-\d{1,2}(?:-\d{1,2})?(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\/\d{4}(?!\d))|(?<number>(?:(?<![\d\p{L}])[-−])?\d+(?:[.,'’]\d+)*(?:\s?%|[kKmM](?!\p{L}))?)|(?<sign><=|>=|<>|!=|==|≤|≥|≠|[<>=,;?&])|(?<word>[\p{L}\p{M}_$€°#\d]+(?:['’.-][\p{L}\p{M}\d]+)*)/gu

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(0, mostCharacters).matchAll(pattern)) {
    const [whole] = match
    const start = match.index
    const at = { start, end: start + whole.length }
    const { quoted, date, number, sign, word } = match.groups ?? {}
    if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted.slice(1, -1), ...at })
    else if (date !== undefined) tokens.push({ kind: 'date', text: date, ...at })
    else if (number !== undefined) {
      const value = numberOf(number)
      if (value === null) tokens.push({ kind: 'word', text: folded(whole), ...at })
      else tokens.push({ kind: 'number', text: folded(whole), value, ...at })
    } else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, ...at })
    else if (word !== undefined) tokens.push(...compoundOf(word, start))
  }
  return joinedOrdinals(tokens, text)
}

/** `1,000`, `1.000`, `2.5`, `2,5`, `10k`, `20%`; null for what is no number. */
export function numberOf(written: string): number | null {
  const percent = written.endsWith('%')
  const scale = /k$/i.test(written) ? 1e3 : /m$/i.test(written) ? 1e6 : 1
  const digits = written.replace(/[\s%kKmM]/g, '').replace('−', '-')
  const grouped = /^-?\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})*$/.test(digits)
  const plain = grouped ? digits.replace(/[.,'’]/g, '') : digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.')
  const value = Number(plain)
  if (!Number.isFinite(value)) return null
  return percent ? value / 100 : value * scale
}

const heads = [
  'durchschnitts',
  'gesamt',
  'hochst',
  'maximal',
  'mindest',
  'minimal',
  'median',
  'jahres',
  'monats',
  'tages',
  'wochen',
  'quartals',
] as const

/** German makes one word of `Durchschnitt` and `Gehalt`: they are two again. */
function compoundOf(word: string, start: number): readonly Token[] {
  const text = folded(word).replace(/['’]s$/u, '')
  const head = heads.find((one) => text.startsWith(one) && text.length - one.length >= 4)
  // Only where folding has kept the places of letters, as it does in all words that are written in one piece.
  if (head === undefined || text.length !== word.length || /^wochen(?:tag|ende)/.test(text)) {
    return [{ kind: 'word', text, start, end: start + word.length }]
  }
  const middle = start + head.length
  return [
    { kind: 'word', text: head, start, end: middle },
    { kind: 'word', text: text.slice(head.length), start: middle, end: start + word.length },
  ]
}

/** `3rd`, `1st`, `2.` before a word: the number, with its sign of order. */
function joinedOrdinals(tokens: readonly Token[], text: string): readonly Token[] {
  return tokens.flatMap((token, index): Token[] => {
    const before = tokens[index - 1]
    const next = tokens[index + 1]
    const isEnding = token.kind === 'word' && /^(?:st|nd|rd|th)$/.test(token.text)
    if (isEnding && before?.kind === 'number' && before.end === token.start) return []
    if (token.kind === 'number' && next?.start === token.end && /^(?:st|nd|rd|th)$/.test(next.text)) {
      return [{ ...token, kind: 'word', text: `${token.text}${next.text}`, end: next.end }]
    }
    if (token.kind === 'number' && text[token.end] === '.' && next !== undefined && next.start > token.end) {
      return [{ ...token, end: token.end + 1 }]
    }
    return [token]
  })
}
