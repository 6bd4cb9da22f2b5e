/** What must be said beside a statement: known to its detector as data, and put into words when the statement is. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import { readableName } from '../../../shared/format/words.ts'
import type { Caveat } from '../../../shared/story/caveat.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import { named } from './phrase.ts'
import { sharedWords } from './shared/index.ts'
import { option } from './word-book.ts'

export type { Caveat } from '../../../shared/story/caveat.ts'

export function caveatText(caveat: Caveat, language: TextsTag): string {
  const words = sharedWords.in(language).caveats
  switch (caveat.caveat) {
    case 'partlyThere':
      return words.partlyThere({ ends: counted(caveat.ends), grain: option(caveat.unit) }).text
    case 'evenLengths':
      return words.evenLengths({ grain: option(caveat.unit) }).text
    case 'gaps': {
      const given = { gaps: counted(caveat.gaps), grain: option(caveat.unit) }
      return words[caveat.filledWith === 'zero' ? 'gapsOfZero' : 'gapsBridged'](given).text
    }
    case 'totalLeftOut':
      return words.totalLeftOut({ value: named(caveat.value) }).text
    case 'repeatedKey':
      return words.repeatedKey({ column: named(readableName(caveat.column)) }).text
    case 'assigned':
      return words.assigned({ column: named(readableName(caveat.column)) }).text
    case 'rowsWithout':
      return words.rowsWithout({ column: named(caveat.column) }).text
    case 'recordedUnevenly': {
      const part = (share: number) => named(formatNumber(share, { kind: 'percent' }, { locale: localeOf(language) }))
      const column = named(readableName(caveat.column))
      return words.recordedUnevenly({ column, first: part(caveat.first), last: part(caveat.last) }).text
    }
    case 'rateOfSums':
      return words.rateOfSums({ numerator: named(caveat.numerator), denominator: named(caveat.denominator) }).text
    default:
      return words[caveat.caveat].text
  }
}

function counted(count: number) {
  return { ...named(String(count)), count }
}
