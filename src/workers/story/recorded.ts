/** Numbers of the method record and of the tables' own description: each its own text, for words to agree with. */
import { formatNumber } from '../../shared/format/numbers.ts'
import { localeOf, type TextsTag } from '../../shared/texts/texts.ts'
import { type CountedPhrase, named } from '../insights/words/phrase.ts'

export function recorded(count: number, { language }: { readonly language: TextsTag }): CountedPhrase {
  return { ...named(formatNumber(count, { kind: 'count' }, { locale: localeOf(language) })), count }
}
