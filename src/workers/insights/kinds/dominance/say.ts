/** One category holds half of the whole or more. */
import { type Phrase, say } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30

export const sayDominance: Say<typeof names> = (voice) => {
  const best = voice.category('best')
  const dimension = voice.column('dimension')
  const most = (voice.raw('share') ?? 0) > 0.5 ? 'more than half' : 'half'
  const counts = voice.detail('measure') === null
  const whole = counts ? say`the ${voice.rowNoun.many}` : say`${voice.column('measure')}`
  return {
    headline: say`${dimension} ${best} accounts for ${most} of ${whole}`,
    claim: counts ? byRows(voice) : byMeasure(voice),
    support: [say`${dimension} has ${voice.counted('groups', 'category')} in all`],
  }
}

function byRows(voice: Voice<typeof names>): Phrase {
  const best = voice.category('best')
  const dimension = voice.column('dimension')
  const own = voice.number('top', { kind: 'count' })
  const rows = voice.counted('n', 'row')
  if ((voice.raw('n') ?? 0) < fewestForPercent) return say`${own} of ${rows} have ${best} as ${dimension}`
  return voice.choose(
    'claim',
    say`${dimension} ${best} accounts for ${voice.number('share', { kind: 'percent' })} of ${rows} (${own})${next(voice)}`,
    say`by ${dimension}, ${voice.number('share', { kind: 'percent' })} of ${rows} are ${best} (${own})${next(voice)}`,
  )
}

function byMeasure(voice: Voice<typeof names>): Phrase {
  const best = voice.category('best')
  const dimension = voice.column('dimension')
  const share = voice.number('share', { kind: 'percent' })
  const form = voice.form('measure')
  const base = say`${voice.number('top', form)} of ${voice.number('total', form)}, ${voice.counted('n', 'row')}`
  return voice.choose(
    'claim',
    say`rows with ${dimension} ${best} account for ${share} of ${totalOf(voice)} (${base})${next(voice)}`,
    say`${share} of ${totalOf(voice)} comes from ${voice.rowNoun.many} with ${dimension} ${best} (${base})${next(voice)}`,
  )
}

function next(voice: Voice<typeof names>): Phrase {
  if (voice.raw('runner_up_share') === null) return say``
  return say`; next is ${voice.category('runner_up')} with ${voice.number('runner_up_share', { kind: 'percent' })}`
}
