/** A measure that scatters more widely in one group than within the others. */
import { partOfRows } from '../../words/bases.ts'
import type { Phrase } from '../../words/phrase.ts'
import { endsOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type SpreadVoice = Voice<typeof names>

export const saySpreadDifference: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = {
    measure: voice.column('measure'),
    dimension: voice.column('dimension'),
    best: voice.category('best'),
    strength: voice.strength,
  }
  const figures = {
    own: sd(voice, 'best_sd'),
    rest: sd(voice, 'rest_sd'),
    ownRows: partOfRows(voice, voice.number('best_n', { kind: 'count' }), voice.rows('n')),
  }
  // With two groups, the rest is the other one.
  const isPair = (voice.raw('groups') ?? 0) <= 2
  const ratio = said.ratio({
    ratio: voice.number('ratio'),
    ends: endsOf(
      voice,
      voice.raw('ratio_low') === null || voice.raw('ratio_high') === null
        ? null
        : { low: voice.number('ratio_low'), high: voice.number('ratio_high') },
    ),
  })
  if (isPair) {
    const claim = said.pair.claim({ ...head, ...figures, worst: voice.category('worst') })
    return { headline: said.pair.headline(head), claim, support: [ratio] }
  }
  return {
    headline: said.headline(head),
    claim: said.claim({ ...head, ...figures }),
    support: [
      ratio,
      said.otherEnd({
        dimension: head.dimension,
        worst: voice.category('worst'),
        spread: sd(voice, 'worst_sd'),
      }),
    ],
  }
}

function sd(voice: SpreadVoice, name: 'best_sd' | 'rest_sd' | 'worst_sd'): Phrase {
  return voice.number(name, voice.form('measure'))
}
