/** Words and letters for powers of ten behind a number: `1.2 billion`, `48,2 Mio.`, `12K`, `3万`. */

/** In lower case, without a full stop. English where languages differ: a billion has nine noughts. */
const words: Readonly<Record<string, number>> = {
  ...power(3, 'thousand tausend tsd tys тыс mille duizend 千 천'),
  ...power(4, '万 萬 만'),
  ...power(5, 'lakh lakhs lac'),
  ...power(6, 'million millions mn mln mio millionen millones millón milioni milione milhões milhão miljoen млн 百万'),
  ...power(7, 'crore crores 千万'),
  ...power(8, '億 亿 억'),
  ...power(
    9,
    'billion billions bn milliarden milliarde mrd milliard milliards md mds miliardi miliardo miljard mld млрд',
  ),
  'mil millones': 9,
  ...power(12, 'trillion trillions billionen billones bilhões trn bln 兆 조'),
}

/** One letter may as well be a unit or a part of a code, so that only the column or a currency beside it tells. */
export const scaleLetters: Readonly<Record<string, number>> = { K: 3, k: 3, M: 6, MM: 6, B: 9, T: 12 }
/** Beside an amount of money the small letters mean the same. */
const moneyLetters: Readonly<Record<string, number>> = { ...scaleLetters, m: 6, b: 9, mm: 6 }

function power(exponent: number, list: string): Record<string, number> {
  return Object.fromEntries(list.split(' ').map((word) => [word, exponent]))
}

/** The exponent of ten a word stands for; null for one that is no scale. */
export function scaleOfWord(written: string): number | null {
  return words[written.toLowerCase().replace(/\.$/u, '')] ?? null
}

/** The same, letters beside money included. */
export function scaleBesideMoney(written: string): number | null {
  return moneyLetters[written] ?? scaleOfWord(written)
}

export const scaleWords: readonly string[] = Object.keys(words)

/**
 * The exponent of each word and letter in lower case, without a full stop: for a column whose numbers have shown that
 * what stands behind them are powers of ten.
 */
export const scaleExponents: ReadonlyMap<string, number> = new Map([
  ...Object.entries(words),
  ...Object.entries(scaleLetters).map(([letter, exponent]) => [letter.toLowerCase(), exponent] as const),
])

/** A number's digits (with a point for the decimals) times a power of ten, without the tail that a product would leave. */
export function scaled(digits: string, exponent: number): number {
  return Number(`${digits}e${exponent}`)
}
