/** Values on round last digits, or on an end of their range. */
import { eitherOf } from '../../words/listed.ts'
import { named } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayHeaping: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const measure = voice.column('measure')
  const values = { share: voice.number('share', { kind: 'percent' }), n: voice.count('n'), measure }
  if (voice.detail('end') !== null) {
    const end = voice.option('end')
    return {
      headline: said.atEnd.headline({ measure, end }),
      claim: said.atEnd.claim({
        ...values,
        end,
        rows: voice.number('rows', { kind: 'count' }),
        value: named(String(voice.draft.location).replace('-', '−')),
      }),
      support: [said.atEnd.support],
    }
  }
  return {
    headline: said.headline({ measure }),
    claim: said.claim({
      ...values,
      digits: eitherOf(voice.text('digits').split(' or ').map(named), voice.language),
      expected: voice.number('expected_share', { kind: 'percent' }),
    }),
    support: [said.support],
  }
}
