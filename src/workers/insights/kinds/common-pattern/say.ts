/** What most of several things do over time, and which do otherwise. */
import { plural } from '../../../../shared/format/words.ts'
import { listed, named, nothing, type Phrase, say } from '../../words/phrase.ts'
import { averageOf, formOf, sizeOf, spanOf, totalOf } from '../../words/series.ts'
import { categoryText, type Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

const mostNamed = 3

export const sayCommonPattern: Say<typeof names> = (voice) => {
  const up = voice.draft.direction === 'up'
  const what = subjectOf(voice)
  const verb = { plain: pastOf(up), tends: `tended to ${baseOf(up)}`, may: `may have ${participleOf(up)}` }[
    voice.strength
  ]
  const all = voice.raw('members') === voice.raw('siblings')
  const some = all
    ? say`all ${voice.number('siblings', { kind: 'count' })} ${siblingsOf(voice)}`
    : say`${voice.number('members', { kind: 'count' })} of ${voice.number('siblings', { kind: 'count' })} ${siblingsOf(voice)}`
  return {
    headline: say`${what} ${verb} in ${all ? 'every' : 'nearly every'} ${entityOf(voice)}`,
    claim: say`${what} ${verb} in ${some} ${spanOf(voice)}${exceptionsOf(voice)} (${sizeOf(voice)})`,
    support: [say`each of them has a trend of its own that is more than chance`],
  }
}

function subjectOf(voice: Own): Phrase {
  if (voice.detail('measure') === null) return say`the number of ${voice.rowNoun.many}`
  const measure = voice.column('measure')
  const single = voice.raw('n') === (voice.raw('periods') ?? 0) * (voice.raw('siblings') ?? 0)
  if (single) return measure
  return voice.detail('aggregate') === 'mean' ? averageOf(voice) : totalOf(voice)
}

function exceptionsOf(voice: Own): Phrase {
  if (voice.detail('exception') === null) return nothing
  const exception = voice.category('exception')
  const pattern = voice.detail('exception_pattern')
  const form = formOf(voice)
  const course = say`from ${voice.number('exception_first', form)} to ${voice.number('exception_last', form)}`
  const main =
    pattern === null
      ? say`, but not surely in ${exception}, ${course}`
      : say`, but ${pattern === 'up' ? 'rose' : 'fell'} in ${exception}, ${course}`
  const found: unknown = JSON.parse(voice.text('others'))
  const others = Array.isArray(found) ? found.map((name) => named(categoryText(String(name)))) : []
  if (others.length === 0) return main
  const rest = others.length > mostNamed ? say`some others` : listed(others)
  return say`${main}, nor as surely in ${rest}`
}

function entityOf(voice: Own): Phrase {
  const entity = voice.column('entity').text
  return /^\p{L}+$/u.test(entity) ? named(entity) : say`series`
}

function siblingsOf(voice: Own): Phrase {
  const entity = voice.column('entity').text
  return /^\p{L}+$/u.test(entity) ? named(plural(2, entity)) : say`series`
}

function pastOf(up: boolean): string {
  return up ? 'rose' : 'fell'
}

function baseOf(up: boolean): string {
  return up ? 'rise' : 'fall'
}

function participleOf(up: boolean): string {
  return up ? 'risen' : 'fallen'
}
