/** Categories that are about equally common. */
import { type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

const percent = { kind: 'percent' } as const

export const sayEvenness: Say<typeof names> = (voice) => {
  const dimension = voice.column('dimension')
  const alike = voice.raw('least_share') === voice.raw('largest_share') ? 'equally' : 'about equally'
  return {
    headline: say`the categories of ${dimension} are ${alike} common`,
    claim: say`the ${voice.counted('groups', 'category')} of ${dimension} are ${alike} common: ${shares(voice)} of ${voice.counted('n', 'row')}`,
    support: [],
  }
}

function shares(voice: Voice<typeof names>): Phrase {
  const [least, largest] = [voice.number('least_share', percent), voice.number('largest_share', percent)]
  if (least.text === largest.text) return say`each holds ${largest}`
  return say`from ${least} (${voice.category('rarest')}) to ${largest} (${voice.category('commonest')})`
}
