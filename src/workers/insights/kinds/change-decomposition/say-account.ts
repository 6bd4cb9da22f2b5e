/** What accounts for a change: one group, a changed mix, or how many of its parts moved the same way. */
import { nothing, type Phrase } from '../../words/phrase.ts'
import { differenceFormOf, formOfBoth } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type ChangeVoice = Voice<typeof names>

export function accountOf(voice: ChangeVoice): Phrase {
  if (voice.raw('mix') !== null) return mix(voice)
  if (voice.raw('entities') !== null) return directions(voice)
  return voice.raw('best_part') === null ? nothing : contribution(voice)
}

function isUp(voice: ChangeVoice): boolean {
  return voice.draft.direction === 'up'
}

/** `; East accounts for 93% of the rise (650 of 696)`. */
function contribution(voice: ChangeVoice): Phrase {
  const said = words.in(voice.language).part
  const form = differenceFormOf(voice)
  const given = {
    up: isUp(voice),
    best: voice.category('best'),
    own: voice.size('best_change', form),
    whole: voice.size('change', form),
  }
  if ((voice.raw('best_part') ?? 0) > 1) return said.more(given)
  return said.most({ ...given, part: voice.number('best_part', { kind: 'percent' }) })
}

/** What is left of the change without the named group. */
export function othersOf(voice: ChangeVoice): Phrase {
  const rest = voice.raw('rest_change')
  if (rest === null) return nothing
  const said = words.in(voice.language).part
  if (rest === 0) return said.othersUnchanged
  return said.others({ up: rest > 0, size: voice.size('rest_change', differenceFormOf(voice)) })
}

/** `; the changed mix of device accounts for 93% of the fall`. */
function mix(voice: ChangeVoice): Phrase {
  const said = words.in(voice.language).mix
  const given = { dimension: voice.column('dimension'), up: isUp(voice) }
  if ((voice.raw('mix_part') ?? 0) > 1) return said.more(given)
  return said.part({ ...given, part: voice.number('mix_part', { kind: 'percent' }) })
}

/** What is left of the change once the mix is taken out. */
export function ownAverages(voice: ChangeVoice): Phrase {
  if (voice.raw('own_rates') === null) return nothing
  const form = differenceFormOf(voice)
  return words.in(voice.language).mix.ownAverages({
    up: isUp(voice),
    change: voice.size('change', form),
    mix: voice.number('mix', form),
    dimension: voice.column('dimension'),
    own: voice.number('own_rates', form),
  })
}

/** `; it rose in 61 of 62 countries and fell in South Africa, from 49.9 to 49`. */
function directions(voice: ChangeVoice): Phrase {
  const said = words.in(voice.language).each
  const up = isUp(voice)
  const agreeing = up ? 'up' : 'down'
  const given = { up, entities: voice.number('entities', { kind: 'count' }), nouns: voice.nouns('dimension') }
  if (voice.raw(agreeing) === voice.raw('entities')) return said.all(given)
  const most = { ...given, agreeing: voice.number(agreeing, { kind: 'count' }) }
  if (voice.detail('best') === null) return said.most(most)
  const form = formOfBoth(voice, 'best_first', 'best_last')
  const others = (['second', 'third'] as const).filter((name) => voice.detail(name) !== null)
  const best = (others.length === 0 ? said.onlyException : said.exception)({
    best: voice.category('best'),
    first: voice.number('best_first', form),
    last: voice.number('best_last', form),
  })
  return said.mostBut({
    ...most,
    exceptions: voice.listed([best, ...others.map((name) => voice.category(name))]),
  })
}
