/** Where a difference holds, and where it does not, turns round, or is larger; where a measure rises faster. */
import { formOfDifference } from '../../../../shared/format/numbers.ts'
import { type Phrase, say } from '../../words/phrase.ts'
import { averageOf, intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

export const sayInteraction: Say<typeof names> = (voice) =>
  voice.detail('form') === 'slopes' ? saySlopes(voice) : sayMeans(voice)

function sayMeans(voice: Own) {
  const subject = averageOf(voice)
  const group = voice.category('group')
  const rest = voice.detail('rest') === null ? say`all others` : voice.category('rest')
  const form = voice.form('measure')
  const [here, elsewhere] = [gap(voice, 'own_here', 'other_here'), gap(voice, 'own_elsewhere', 'other_elsewhere')]
  const hereValues = say`${voice.number('own_here', form)} against ${voice.number('other_here', form)}`
  const elsewhereValues = say`${voice.number('own_elsewhere', form)} against ${voice.number('other_elsewhere', form)}`
  const at = say`where ${voice.column('second')} is ${voice.category('level')}`
  const away = voice.detail('other_level') === null ? say`elsewhere` : say`where it is ${voice.category('other_level')}`
  const has = { plain: 'has', tends: 'tends to have', may: 'may have' }[voice.strength]
  const main = Math.abs(here) >= Math.abs(elsewhere) ? here : elsewhere
  const statement = say`by ${voice.column('first')}, ${group} ${has} a ${main > 0 ? 'higher' : 'lower'} ${subject} than ${rest}`
  const base = voice.counted('n', 'row')
  const wording = {
    headline: say`the gap in ${voice.column('measure')} by ${voice.column('first')} depends on ${voice.column('second')}`,
    support: [sureness(voice)],
  }
  // What is told first is the larger of the two; the other is what it is set against.
  if (main === here) {
    return {
      ...wording,
      claim: say`${statement} ${at} (${hereValues}), ${butHow(elsewhere, here)} ${away} (${elsewhereValues}; ${base})`,
    }
  }
  const other =
    voice.detail('other_level') === null
      ? say``
      : say` where ${voice.column('second')} is ${voice.category('other_level')}`
  const level = voice.detail('other_level') === null ? at : say`where it is ${voice.category('level')}`
  return {
    ...wording,
    claim: say`${statement}${other} (${elsewhereValues}), ${butHow(here, elsewhere)} ${level} (${hereValues}; ${base})`,
  }
}

/** A gap beside a larger one. */
function butHow(smaller: number, larger: number): string {
  const part = smaller / larger
  const higher = smaller > 0 ? 'a higher' : 'a lower'
  if (part < -0.25) return `but ${higher} one`
  return part < 0.25 ? 'but hardly' : 'and less so'
}

function gap(voice: Own, own: 'own_here' | 'own_elsewhere', other: 'other_here' | 'other_elsewhere'): number {
  return (voice.raw(own) ?? 0) - (voice.raw(other) ?? 0)
}

function sureness(voice: Own): Phrase {
  const form = formOfDifference(voice.form('measure'))
  return say`the two gaps differ by ${voice.size('difference', form)}, and the interaction accounts for ${voice.number('explained', { kind: 'percent' })} of the variance that is left by both alone`
}

function saySlopes(voice: Own) {
  const [here, elsewhere] = [voice.raw('slope_here') ?? 0, voice.raw('slope_elsewhere') ?? 0]
  const [x, y] = [voice.column('first'), voice.column('measure')]
  const at = say`where ${voice.column('second')} is ${voice.category('level')}`
  const away = voice.detail('other_level') === null ? say`elsewhere` : say`where it is ${voice.category('other_level')}`
  const verb = here < 0 ? 'falls' : 'rises'
  const tends = { plain: verb, tends: `tends to ${verb.slice(0, -1)}`, may: `may ${verb.slice(0, -1)}` }[voice.strength]
  const turned = here * elsewhere < 0
  const how = turned ? '' : Math.abs(here) > Math.abs(elsewhere) ? ' faster' : ' more slowly'
  const than = turned
    ? say`but ${elsewhere < 0 ? 'falls' : 'rises'} ${away} (${voice.size('slope_elsewhere')})`
    : say`against ${voice.size('slope_elsewhere')} ${away}`
  return {
    headline: say`${y} changes with ${x} at another rate ${at}`,
    claim: say`${y} ${tends} with ${x}${how} ${at}: by ${voice.size('slope_here')} for each one more of ${x}, ${than} (${voice.number('here_n', { kind: 'count' })} of ${voice.counted('n', 'row')})`,
    support: [
      say`the two slopes differ by ${voice.size('difference')} (${intervalName}: ${voice.number('difference_low')} to ${voice.number('difference_high')})`,
    ],
  }
}
