/** What a measure adds up to. */
import { overRows } from '../../words/bases.ts'
import { totalOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayTotal: Say<typeof names> = (voice) => {
  const form = voice.form('measure')
  return {
    headline: totalOf(voice),
    claim: voice.oneOf('claim', words.in(voice.language).claim, {
      totalOf: totalOf(voice),
      measure: voice.column('measure'),
      total: voice.number('total', form),
      rows: overRows(voice, voice.rows('n')),
      mean: voice.number('mean', form),
      each: voice.aRow,
      median: voice.number('median', form),
    }),
    support: [],
  }
}
