import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayConstant: Say<typeof names> = (voice) => {
  const column = voice.column('column')
  const all = voice.raw('top_count') === voice.raw('n')
  const rows = all
    ? say`all ${voice.counted('n', 'row')} that have a value`
    : say`${voice.number('top_count', { kind: 'count' })} of ${voice.counted('n', 'row')} (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`${column} is ${all ? 'always' : 'nearly always'} ${voice.category('value')}`,
    claim: say`${column} is ${voice.category('value')} in ${rows}, so it ${all ? 'does not tell' : 'hardly tells'} the rows apart`,
    support: [],
  }
}
