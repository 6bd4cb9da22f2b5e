/** A column that follows from others: how, in how many rows, and how closely. */
import { listed, named, type Phrase, say } from '../../words/phrase.ts'
import { columnText, type Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

/** More parts are not listed one by one. */
const mostListed = 6

export const sayDerivedColumn: Say<typeof names> = (voice) => {
  switch (voice.text('form')) {
    case 'close':
      return sayClose(voice)
    case 'divisor':
      return sayDivisor(voice)
    default: {
      const rule = say`${voice.column('whole')} is ${formulaOf(voice)}`
      return {
        headline: say`${voice.column('whole')} follows from other columns`,
        claim: say`${rule}, ${isExact(voice) ? 'exactly' : 'up to rounding'}, ${rowsOf(voice)}`,
        support: [
          ...(isExact(voice) ? [] : [say`the largest difference is ${voice.number('largest')}`]),
          say`what one tells of the other is arithmetic, and is not reported as a finding`,
        ],
      }
    }
  }
}

function formulaOf(voice: Own): Phrase {
  const [first, second] = [voice.column('first'), voice.column('second')]
  const times = voice.raw('factor') === null ? say`` : say`, times ${voice.number('factor', { kind: 'value' })}`
  switch (voice.text('form')) {
    case 'sum': {
      const other = voice.detail('other_parts')
      const one = sumOf(voice, voice.text('parts'))
      return other === null ? one : say`${one}, and also ${sumOf(voice, String(other))}`
    }
    case 'difference':
      return say`${first} less ${second}`
    case 'product':
      return say`${first} times ${second}${times}`
    case 'quotient':
      return say`${first} divided by ${second}${times}`
    default:
      return linear(voice, first)
  }
}

function sumOf(voice: Own, list: string): Phrase {
  const parts = columnsIn(list)
  if (parts.length <= mostListed) {
    return parts.slice(1).reduce((sum, part) => say`${sum} plus ${part}`, parts[0] ?? say``)
  }
  return say`the sum of ${voice.counted('parts', 'column')}, from ${parts[0] ?? say``} to ${parts.at(-1) ?? say``}`
}

function linear(voice: Own, first: Phrase): Phrase {
  const factor = voice.raw('factor')
  const offset = voice.raw('offset')
  const scaled = factor === null ? first : say`${first} times ${voice.number('factor', { kind: 'value' })}`
  if (offset === null) return factor === null ? say`the same as ${first}` : scaled
  return say`${scaled} ${offset < 0 ? 'less' : 'plus'} ${voice.size('offset', { kind: 'value' })}`
}

/** Up to what double precision leaves, and not only up to the rounding of the values. */
function isExact(voice: Own): boolean {
  return (voice.raw('largest') ?? 0) === 0
}

function rowsOf(voice: Own): Phrase {
  return voice.raw('fits') === voice.raw('n')
    ? say`in all ${voice.counted('n', 'row')}`
    : say`in ${voice.number('fits', { kind: 'count' })} of ${voice.counted('n', 'row')}`
}

function sayClose(voice: Own) {
  const both = say`${voice.column('first')} and ${voice.column('second')}`
  return {
    headline: say`${both} say nearly the same thing`,
    claim: say`${both} move in lockstep (correlation ${voice.number('pearson', { kind: 'value' })} over ${voice.counted('n', 'row')}), so one seems to be made from the other`,
    support: [say`a pattern between them is not reported as a finding`],
  }
}

function sayDivisor(voice: Own) {
  const quotients = columnsIn(voice.text('parts'))
  const divisor = voice.detail('second') === null ? named(voice.text('word')) : voice.column('second')
  if (quotients.length === 1) {
    const one = quotients[0] ?? say``
    return {
      headline: say`${one} goes with ${divisor} by arithmetic`,
      claim: say`${one} is something divided by ${divisor}, so the two go together by arithmetic (${voice.counted('n', 'row')})`,
      support: [say`a pattern between them is not reported as a finding`],
    }
  }
  const all = listed(quotients)
  return {
    headline: say`${quotients.length === 2 ? all : say`several columns`} share a divisor`,
    claim: say`${all} are ${quotients.length === 2 ? 'both' : 'all'} divided by the same ${divisor}, which by itself makes them go together (${voice.counted('n', 'row')})`,
    support: [say`a pattern between them is not reported as a finding`],
  }
}

function columnsIn(list: string): Phrase[] {
  const found: unknown = JSON.parse(list)
  return Array.isArray(found) ? found.map((name) => named(columnText(String(name)))) : []
}
