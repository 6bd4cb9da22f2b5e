/** Two measures that move together, or against each other. */
import { overRows } from '../../words/bases.ts'
import type { Phrase } from '../../words/phrase.ts'
import { intervalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayCorrelation: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = {
    first: voice.column('first'),
    second: voice.column('second'),
    positive: voice.draft.direction !== 'negative',
    strength: voice.strength,
    // What was compared: the values of rows, their changes from one row to the next, or the averages of entities.
    basis: voice.option('basis'),
    entities: entitiesOf(voice),
  }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      rho: voice.number('rho'),
      units: overRows(voice, unitsOf(voice)),
    }),
    support: isCaused(voice) ? [sureness(voice)] : [sureness(voice), said.notWhy],
  }
}

/** Whether one of the two was assigned in an experiment: then it is known why. */
function isCaused({ draft }: Voice<typeof names>): boolean {
  return draft.caveated?.some(({ caveat }) => caveat === 'assigned') ?? false
}

function unitsOf(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  switch (voice.detail('basis')) {
    case 'entities':
      return said.averages({ n: voice.number('n', { kind: 'count' }), entities: entitiesOf(voice) })
    case 'changes':
      return said.steps({ n: voice.count('n') })
    default:
      return voice.detail('sampled') === true ? voice.sampledRows('n') : voice.rows('n')
  }
}

function entitiesOf(voice: Voice<typeof names>): Phrase {
  const isWord = /^\p{L}+$/u.test(voice.column('entity').text)
  return isWord ? voice.nouns('entity') : words.in(voice.language).entities
}

function sureness(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const pearson = voice.number('pearson')
  if (voice.raw('rho_low') === null || voice.raw('rho_high') === null) return said.linear({ pearson })
  return said.linearAndInterval({
    pearson,
    interval: intervalOf(voice),
    low: voice.number('rho_low'),
    high: voice.number('rho_high'),
  })
}
