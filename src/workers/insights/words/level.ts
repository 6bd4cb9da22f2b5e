/** The level of intervals: a constant of the method, not a number of the data. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import { named, type Phrase } from './phrase.ts'

const level = 0.95

export function intervalLevel(language: TextsTag): Phrase {
  return named(formatNumber(level, { kind: 'percent' }, { locale: localeOf(language) }))
}
