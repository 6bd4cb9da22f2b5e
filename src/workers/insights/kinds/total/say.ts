/** What a measure adds up to. */
import { withArticle } from '../../../../shared/format/words.ts'
import { say } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayTotal: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const mean = voice.number('mean', form)
  const rows = voice.counted('n', 'row')
  const row = say`${mean} ${withArticle(voice.rowNoun.one)} on average, with a median of ${voice.number('median', form)}`
  return {
    headline: totalOf(voice),
    claim: voice.choose(
      'claim',
      say`${totalOf(voice)} came to ${voice.number('total', form)} over ${rows}: ${row}`,
      say`the total of ${measure} is ${voice.number('total', form)} over ${rows}: ${row}`,
    ),
    support: [],
  }
}
