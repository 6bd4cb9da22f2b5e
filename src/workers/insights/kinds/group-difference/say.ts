/** A measure that differs between groups: which stands out, against the rest, and how surely. */
import { formOfDifference } from '../../../../shared/format/numbers.ts'
import { readableName } from '../../../../shared/format/words.ts'
import { named, type Phrase, say } from '../../words/phrase.ts'
import { averageOf, intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayGroupDifference: Say<typeof names> = (voice) => {
  const subject = averageOf(voice)
  const dimension = voice.column('dimension')
  const form = voice.form('measure')
  const best = voice.category('best')
  const higher = voice.draft.direction !== 'lower'
  const of = say`${subject}: ${voice.number('best_mean', form)}, against ${voice.number('rest_mean', form)} in all others`
  const base = say`${voice.number('best_n', { kind: 'count' })} of ${voice.counted('n', 'row')}${within(voice, higher)}`
  if (isPair(voice)) {
    const has = say`${best} ${verb(voice)} ${higher ? 'a higher' : 'a lower'} ${subject} than ${voice.category('worst')}`
    return {
      headline: say`by ${dimension}, ${has}`,
      claim: say`by ${dimension}, ${has}: ${voice.number('best_mean', form)}, against ${voice.number('rest_mean', form)} (${base})`,
      support: [sureness(voice), spread(voice)],
    }
  }
  const degree = higher ? 'highest' : 'lowest'
  const has = say`${best} ${verb(voice)} the ${degree}`
  return {
    headline: say`by ${dimension}, ${has} ${subject}`,
    claim: voice.choose(
      'claim',
      say`by ${dimension}, ${has} ${of} (${base})${tie(voice)}`,
      say`among ${voice.counted('groups', 'group')} by ${dimension}, ${has} ${of} (${base})${tie(voice)}`,
    ),
    support: [sureness(voice), otherEnd(voice, higher)],
  }
}

/** A first place that another group shares, as far as the figures show. */
function tie(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  if (voice.raw('next_mean') === null) return say``
  const [best, next] = [voice.number('best_mean', form), voice.number('next_mean', form)]
  return best.text === next.text ? say`; ${voice.category('next')} has ${next} as well` : say``
}

/** With two groups, the rest is the other one. */
function isPair(voice: Voice<typeof names>): boolean {
  return (voice.raw('groups') ?? 0) <= 2
}

/** Compared where nothing else differs: `, compared within the same patient: higher in 9 of 10`. */
function within(voice: Voice<typeof names>, higher: boolean): Phrase {
  if (voice.detail('within') === null) return say``
  const count = { kind: 'count' } as const
  const agreeing = say`${higher ? 'higher' : 'lower'} in ${voice.number('blocks_agreeing', count)} of ${voice.number('blocks', count)}`
  return say`, compared within the same ${heldSame(voice)}: ${agreeing}`
}

function heldSame(voice: Voice<typeof names>): Phrase {
  return named(voice.text('within').split(' and ').map(readableName).join(' and '))
}

function verb(voice: Voice<typeof names>): string {
  return { plain: 'has', tends: 'tends to have', may: 'may have' }[voice.strength]
}

function sureness(voice: Voice<typeof names>): Phrase {
  const form = formOfDifference(voice.form('measure'))
  const gap = say`the gap is ${voice.number('difference', form)}`
  if (voice.raw('difference_low') === null || voice.raw('difference_high') === null) return gap
  return say`${gap} (${intervalName}: ${voice.number('difference_low', form)} to ${voice.number('difference_high', form)})`
}

function spread(voice: Voice<typeof names>): Phrase {
  const share = say`${voice.column('dimension')} accounts for ${voice.number('omega_squared', { kind: 'percent' })} of the variance`
  return voice.detail('within') === null ? share : say`${share} that is left within the same ${heldSame(voice)}`
}

function otherEnd(voice: Voice<typeof names>, higher: boolean): Phrase {
  return say`at the other end is ${voice.category('worst')} with the ${higher ? 'lowest' : 'highest'}, ${voice.number('worst_mean', voice.form('measure'))}; ${spread(voice)}`
}
