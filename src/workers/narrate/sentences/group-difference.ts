/** A measure that differs between groups: which stands out, against the rest, and how surely. */
import { formOfDifference } from '../../../shared/format/numbers.ts'
import { type Phrase, say } from '../phrase.ts'
import type { Voice } from '../voice.ts'
import type { Say } from './sentence.ts'
import { intervalName } from './series.ts'

export const sayGroupDifference: Say<'group_difference'> = (voice) => {
  const measure = voice.column('measure')
  const dimension = voice.column('dimension')
  const form = voice.form('measure')
  const best = voice.category('best')
  const higher = voice.draft.direction !== 'lower'
  const verb = { plain: 'is', tends: 'tends to be', may: 'may be' }[voice.strength]
  const against = say`${voice.number('best_mean', form)} against ${voice.number('rest_mean', form)} elsewhere`
  const base = say`${voice.number('best_n', { kind: 'count' })} of ${voice.counted('n', 'row')}`
  return {
    headline: say`average ${measure} ${verb} ${higher ? 'highest' : 'lowest'} where ${dimension} is ${best}`,
    claim: voice.choose(
      'claim',
      say`where ${dimension} is ${best}, average ${measure} ${verb} ${higher ? 'higher' : 'lower'}: ${against} (${base})`,
      say`average ${measure} ${verb} ${higher ? 'higher' : 'lower'} where ${dimension} is ${best}: ${against} (${base})`,
    ),
    support: [sureness(voice), otherEnd(voice, higher)],
  }
}

function sureness(voice: Voice<'group_difference'>): Phrase {
  const form = formOfDifference(voice.form('measure'))
  const gap = say`the gap is ${voice.number('difference', form)}`
  if (voice.raw('difference_low') === null || voice.raw('difference_high') === null) return gap
  return say`${gap} (${intervalName}: ${voice.number('difference_low', form)} to ${voice.number('difference_high', form)})`
}

function otherEnd(voice: Voice<'group_difference'>, higher: boolean): Phrase {
  const spread = say`${voice.column('dimension')} accounts for ${voice.number('omega_squared', { kind: 'percent' })} of the variance`
  // With two groups, the rest is the other end.
  if ((voice.raw('groups') ?? 0) <= 2) return spread
  return say`the ${higher ? 'lowest' : 'highest'} average among ${voice.counted('groups', 'group')} belongs to ${voice.category('worst')}, ${voice.number('worst_mean', voice.form('measure'))}; ${spread}`
}
