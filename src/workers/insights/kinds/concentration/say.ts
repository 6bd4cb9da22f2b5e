/** A few of many categories hold much of the whole. */
import { listed, nothing, say } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayConcentration: Say<typeof names> = (voice) => {
  const dimension = voice.column('dimension')
  const counts = voice.detail('measure') === null
  const whole = counts ? say`the ${voice.rowNoun.many}` : totalOf(voice)
  const top = voice.number('top_groups', { kind: 'count' })
  const one = voice.raw('top_groups') === 1
  const share = voice.number('top_share', { kind: 'percent' })
  const when = voice.detail('period') === null ? nothing : say`${voice.when(voice.detail('period'))}, `
  const largest = (['best', 'runner_up', 'third'] as const).slice(0, voice.raw('top_groups') ?? 0)
  const all = (voice.raw('top_groups') ?? 0) <= 3 && largest.every((name) => voice.detail(name) !== null)
  const named = all ? say` (${listed(largest.map((name) => voice.category(name)))})` : nothing
  return {
    headline: say`a few values of ${dimension} hold half of ${counts ? say`the ${voice.rowNoun.many}` : voice.column('measure')}`,
    claim: voice.choose(
      'claim',
      say`${when}of ${voice.counted('groups', 'value')} of ${dimension}, the top ${top}${named} ${one ? 'holds' : 'hold'} ${share} of ${whole} (${voice.counted('n', 'row')})`,
      say`${when}${share} of ${whole} ${counts ? 'fall' : 'falls'} to ${top} of ${voice.counted('groups', 'value')} of ${dimension}${named} (${voice.counted('n', 'row')})`,
    ),
    support: [
      say`${voice.category('best')} is the largest; the Gini coefficient of the totals is ${voice.number('gini')}`,
    ],
  }
}
