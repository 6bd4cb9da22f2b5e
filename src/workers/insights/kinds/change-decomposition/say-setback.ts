/** How far a series fell from a peak, and where it stands since; or when all of several things fell. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type SetbackVoice = Voice<typeof names>

export function saySetback(voice: SetbackVoice): ReturnType<Say<typeof names>> {
  const said = words.in(voice.language).setback
  const subject = subjectOf(voice)
  const form = formOfBoth(voice, 'first', 'last')
  const [from, to] = [voice.detail('peak_period'), voice.detail('low_period')]
  return {
    headline: said.headline({ subject, from: voice.period(from), to: voice.period(to) }),
    claim: said.claim({
      subject,
      size: sizeOfFall(voice),
      first: voice.number('first', form),
      whenFirst: voice.when(from),
      last: voice.number('last', form),
      whenLast: voice.when(to),
      since: since(voice),
      base: behind(baseOf(voice)),
    }),
    support: [said.only],
  }
}

export function sayCommonSetback(voice: SetbackVoice): ReturnType<Say<typeof names>> {
  const said = words.in(voice.language).commonSetback
  const form = formOfBoth(voice, 'first', 'last')
  const head = {
    measure: voice.column('measure'),
    entities: voice.number('entities', { kind: 'count' }),
    nouns: voice.nouns('dimension'),
    from: voice.period(voice.detail('peak_period')),
    to: voice.period(voice.detail('low_period')),
  }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      best: voice.category('best'),
      first: voice.number('first', form),
      last: voice.number('last', form),
      size: sizeOfFall(voice),
      rows: behind(voice.rows('n')),
    }),
    support: [],
  }
}

function sizeOfFall(voice: SetbackVoice): Phrase {
  return voice.size('change_share', { kind: 'percent' })
}

/** Where the series stands at its end; nothing where that is the low itself. */
function since(voice: SetbackVoice): Phrase {
  if (voice.raw('after') === null) return nothing
  const after = voice.number('after', formOfBoth(voice, 'first', 'after'))
  return words.in(voice.language).setback.since({ when: voice.when(voice.detail('to')), after })
}
