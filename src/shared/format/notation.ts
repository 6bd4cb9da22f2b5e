/** How numbers are written by a locale: signs from `Intl`, and the few words `Intl` does not have. */

const exponents = [12, 9, 6] as const
export type MagnitudeExponent = (typeof exponents)[number]

export interface NumberNotation {
  readonly decimal: string
  readonly group: string
  percent(digits: string): string
  /** A difference of two shares. */
  points(digits: string): string
  currency(symbol: string, amount: string): string
  /** What follows an amount of millions, billions or trillions, in prose. */
  magnitudeWord(exponent: MagnitudeExponent, amount: string): string
  /** The same on an axis. */
  magnitudeSign(exponent: MagnitudeExponent): string
  /** A thousand on an axis; null where the language has no sign for it. */
  readonly thousandSign: string | null
  /** Every form of the words, the longest first, for those who read a number back. */
  readonly words: readonly { readonly word: string; readonly means: string }[]
}

export const englishMagnitudes = { 12: ' trillion', 9: ' billion', 6: ' million' } as const
const englishSigns = { 12: 'T', 9: 'B', 6: 'M' } as const

/** English as Storyglass has always written it: `en` of `Intl` has other signs for magnitudes in each country. */
const english: NumberNotation = {
  decimal: '.',
  group: ',',
  percent: (digits) => `${digits}%`,
  points: (digits) => `${digits} ${digits === '1' ? 'point' : 'points'}`,
  currency: (symbol, amount) => `${symbol}${amount}`,
  magnitudeWord: (exponent) => englishMagnitudes[exponent],
  magnitudeSign: (exponent) => englishSigns[exponent],
  thousandSign: 'k',
  words: [],
}

/** One point, several points; by language. */
const pointWords: Readonly<Record<string, readonly [string, string]>> = {
  de: ['Prozentpunkt', 'Prozentpunkte'],
}

/** Words that a person writes and Storyglass does not; by language. */
const handWords: Readonly<Record<string, NumberNotation['words']>> = {
  de: [
    { word: 'Prozentpunkten', means: 'points' },
    { word: 'Prozent', means: 'percent' },
    { word: 'Promille', means: '‰' },
    { word: 'Tausend', means: 'thousand' },
    { word: 'Tsd.', means: 'thousand' },
  ],
}

const notations = new Map<string, NumberNotation>()

export function notationFor(locale: string | undefined): NumberNotation {
  if (locale === undefined || /^en\b/.test(locale)) return english
  const known = notations.get(locale) ?? notationOf(locale)
  notations.set(locale, known)
  return known
}

function notationOf(locale: string): NumberNotation {
  const sign = (type: Intl.NumberFormatPartTypes): string =>
    new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567.5).find((part) => part.type === type)
      ?.value ?? ''
  const language = locale.split('-')[0] ?? ''
  const [one, several] = pointWords[language] ?? ['%', '%']
  // Placed by the locale's own patterns: the amount is put where they have theirs.
  const percent = patternOf(locale, { style: 'percent' })
  const currency = patternOf(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 })
  const magnitude = (exponent: MagnitudeExponent, amount: number, display: 'long' | 'short'): string => {
    const parts = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: display }).formatToParts(
      amount * 10 ** exponent,
    )
    const at = parts.findIndex(({ type }) => type === 'compact')
    const gap = parts[at - 1]?.type === 'literal' ? (parts[at - 1]?.value ?? '') : ''
    return at < 0 ? englishMagnitudes[exponent] : `${gap}${parts[at]?.value ?? ''}`
  }
  return {
    decimal: sign('decimal'),
    group: sign('group'),
    percent: (digits) => percent('%', digits),
    points: (digits) => `${digits} ${digits === '1' ? one : several}`,
    currency: (symbol, amount) => currency(symbol.trim(), amount),
    magnitudeWord: (exponent, amount) => magnitude(exponent, amount === '1' ? 1 : 2, 'long'),
    magnitudeSign: (exponent) => magnitude(exponent, 2, 'short'),
    thousandSign: null,
    words: [
      ...exponents.flatMap((exponent) =>
        [magnitude(exponent, 1, 'long'), magnitude(exponent, 2, 'long'), magnitude(exponent, 2, 'short')].map(
          (word) => ({ word: word.trim(), means: englishMagnitudes[exponent].trim() }),
        ),
      ),
      { word: several, means: 'points' },
      { word: one, means: 'point' },
      ...(handWords[language] ?? []),
    ]
      .filter(({ word }) => word !== '' && word !== '%')
      // `Million` is the beginning of `Millionen`.
      .sort((one, other) => other.word.length - one.word.length),
  }
}

/** A function that puts a sign and an amount where the locale has them: `1,5 €`, `12 %`. */
function patternOf(locale: string, options: Intl.NumberFormatOptions): (sign: string, amount: string) => string {
  const parts = new Intl.NumberFormat(locale, options).formatToParts(0)
  return (sign, amount) =>
    parts.map(({ type, value }) => (type === 'integer' ? amount : type === 'literal' ? value : sign)).join('')
}
