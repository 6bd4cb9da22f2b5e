/** Texts among numbers or dates: how many, and what they look like. */
import { plural } from '../../../../shared/format/words.ts'
import { named, nothing, say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayMixedTypes: Say<typeof names> = (voice) => {
  const column = voice.column('column')
  const counts = say`${voice.number('count', { kind: 'count' })} of ${voice.counted('n', 'value')}`
  const share = (voice.raw('n') ?? 0) < 30 ? nothing : say` (${voice.number('share', { kind: 'percent' })})`
  const kind = voice.text('kind')
  const one = voice.raw('count') === 1
  const others = kind === 'yes or no' ? 'yes or no' : plural(2, kind)
  const examples = voice.text('examples') === '' ? nothing : say`, such as ${named(voice.text('examples'))}`
  return {
    headline: say`${column} is of mixed types`,
    claim: say`${column} is of mixed types: ${counts}${share} ${one ? 'is' : 'are'} not ${others}, unlike the rest${examples}`,
    support: [
      voice.detail('read') === true
        ? say`they are left empty in what is computed`
        : say`the whole column is read as text, so nothing is computed from its numbers`,
    ],
  }
}
