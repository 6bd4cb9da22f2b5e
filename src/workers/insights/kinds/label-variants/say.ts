/** Labels that look like other spellings of one. */
import { named, say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayLabelVariants: Say<typeof names> = (voice) => {
  const dimension = voice.column('dimension')
  const beside = say`${quoted(voice.text('variant'))} (${voice.counted('variant_rows', 'row')}) beside ${quoted(voice.text('common'))} (${voice.number('common_rows', { kind: 'count' })})`
  const one = voice.raw('variants') === 1
  return {
    headline: say`some labels of ${dimension} look like spellings of others`,
    claim: one
      ? say`${dimension} has what looks like one label in two spellings: ${beside}, of ${voice.counted('n', 'row')}`
      : say`${voice.number('variants', { kind: 'count' })} labels of ${dimension} look like other spellings of commoner ones, in ${voice.number('rows', { kind: 'count' })} of ${voice.counted('n', 'row')}: ${beside}`,
    support: [say`they are counted as labels of their own`],
  }
}

/** In quotes, so that a space or a case that makes the difference is seen. */
function quoted(label: string) {
  return named(`“${label.length > 60 ? `${label.slice(0, 59).replace(/\d+$/, '')}…` : label}”`)
}
