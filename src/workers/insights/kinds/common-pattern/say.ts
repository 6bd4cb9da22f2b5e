/** What most of several things do over time, and which do otherwise. */

import { categoryPhrase } from '../../words/categories.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { averageOf, formOf, numberOfRows, sizeOf, spanOf, totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

const mostNamed = 3

export const sayCommonPattern: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const isWord = /^\p{L}+$/u.test(voice.column('entity').text)
  const head = {
    what: subjectOf(voice),
    up: voice.draft.direction === 'up',
    strength: voice.strength,
    all: voice.raw('members') === voice.raw('siblings'),
  }
  return {
    headline: said.headline({ ...head, entity: isWord ? voice.column('entity') : said.oneSeries }),
    claim: said.claim({
      ...head,
      members: voice.number('members', { kind: 'count' }),
      siblings: voice.number('siblings', { kind: 'count' }),
      nouns: isWord ? voice.nouns('entity') : said.severalSeries,
      span: spanOf(voice),
      exceptions: exceptionsOf(voice),
      size: sizeOf(voice),
    }),
    support: [said.support],
  }
}

function subjectOf(voice: Own): Phrase {
  if (voice.detail('measure') === null) return numberOfRows(voice)
  const measure = voice.column('measure')
  const single = voice.raw('n') === (voice.raw('periods') ?? 0) * (voice.raw('siblings') ?? 0)
  if (single) return measure
  return voice.detail('aggregate') === 'mean' ? averageOf(voice) : totalOf(voice)
}

function exceptionsOf(voice: Own): Phrase {
  if (voice.detail('exception') === null) return nothing
  const said = words.in(voice.language)
  const form = formOf(voice)
  const main = said.exception({
    exception: voice.category('exception'),
    pattern: voice.option('exception_pattern'),
    first: voice.number('exception_first', form),
    last: voice.number('exception_last', form),
  })
  const found: unknown = JSON.parse(voice.text('others'))
  const others = Array.isArray(found) ? found.map((name) => categoryPhrase(String(name), voice.language)) : []
  if (others.length === 0) return main
  return said.exceptions({ main, rest: others.length > mostNamed ? said.someOthers : voice.listed(others) })
}
