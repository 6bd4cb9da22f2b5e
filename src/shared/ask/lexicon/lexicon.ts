/** What words mean to a question, whatever the table: asking words, comparisons, and things columns are often about. */

export const cues = [
  'why',
  'drivers',
  'relate',
  'compare',
  'versus',
  'rose',
  'fell',
  'distribution',
  'rows',
  'count',
  'distinct',
  'top',
  'bottom',
  'most',
  'least',
  'share',
  'sum',
  'mean',
  'median',
  'trend',
  'yearTrend',
  'by',
  'and',
  'or',
  'over',
  'under',
  'atLeast',
  'atMost',
  'equals',
  'not',
  'between',
  'missing',
  'present',
  'without',
  'negative',
  'positive',
  'with',
  'than',
  'since',
  'before',
  'after',
  'until',
  'from',
  'to',
  'in',
  'which',
  'who',
  'more',
  'less',
  'change',
  'weekend',
  'workdays',
  'lastPeriod',
  'thisPeriod',
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'yearly',
  'quarterly',
  'monthly',
  'weekly',
  'daily',
  'hourly',
  'ofWeek',
  'ofYear',
  'ofDay',
  'yes',
  'no',
] as const
export type Cue = (typeof cues)[number]

/** Phrases parted by commas, in folded words: lower case, no accents. */
type Phrases = string

export interface Lexicon {
  readonly cues: Readonly<Partial<Record<Cue, Phrases>>>
  /** Words that carry no meaning of their own here. */
  readonly light: Phrases
  /** Names of what rows may be, whatever the table calls them. */
  readonly rowNames: Phrases
  /** By what columns are about: words that name it. */
  readonly concepts: Readonly<Record<string, Phrases>>
  /** By what columns are about: words for more and for less of it, as comparatives and superlatives. */
  readonly degrees: Readonly<Record<string, { readonly high: Phrases; readonly low: Phrases }>>
  /** Months from January, seasons by their months, days from Monday. */
  readonly months: readonly Phrases[]
  readonly seasons: readonly { readonly name: Phrases; readonly months: readonly number[] }[]
  readonly weekdays: readonly Phrases[]
  /** Words that are values by other names: each group is one value. */
  readonly values: readonly Phrases[]
  readonly numbers: Readonly<Record<string, number>>
}

export function phrasesOf(phrases: Phrases): string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}
