/** A measure that differs between groups: which stands out, against the rest, and how surely. */
import { formOfDifference } from '../../../../shared/format/numbers.ts'
import { readableName } from '../../../../shared/format/words.ts'
import { partOfRows } from '../../words/bases.ts'
import { named, nothing, type Phrase } from '../../words/phrase.ts'
import { averageOf, intervalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say, Wording } from '../../words/wording.ts'
import { numberOf } from './course.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

const count = { kind: 'count' } as const

export const sayGroupDifference: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = voice.form('measure')
  const head = {
    dimension: voice.column('dimension'),
    best: voice.category('best'),
    isPlain: voice.isPlainName('best'),
    strength: voice.strength,
    higher: isHigher(voice),
    subject: averageOf(voice),
  }
  const figures = {
    own: voice.number('best_mean', form),
    rest: voice.number('rest_mean', form),
    base: said.base({
      part: partOfRows(voice, voice.number('best_n', count), voice.rows('n')),
      within: within(voice),
    }),
  }
  if (isPair(voice)) {
    const both = { ...head, worst: voice.category('worst') }
    return {
      headline: said.pair.headline(both),
      claim: said.pair.claim({ ...both, ...figures }),
      support: [sureness(voice), spread(voice)],
    }
  }
  if (voice.detail('course') !== null) return alongNumbers(voice)
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      ...figures,
      groups: voice.count('groups'),
      tie: tie(voice),
    }),
    support: [sureness(voice), otherEnd(voice)],
  }
}

function isHigher(voice: Own): boolean {
  return voice.draft.direction !== 'lower'
}

/** Groups that are numbers, in their order: from the lowest of them to the highest. */
function alongNumbers(voice: Own): Wording {
  const said = words.in(voice.language).course
  const form = voice.form('measure')
  const [best, worst] = [voice.text('best'), voice.text('worst')]
  const [best_mean, worst_mean] = [voice.number('best_mean', form), voice.number('worst_mean', form)]
  const isBestFirst = numberOf(best) < numberOf(worst)
  const head = {
    subject: averageOf(voice),
    rises: voice.detail('course') === 'rises',
    dimension: voice.column('dimension'),
    strength: voice.strength,
  }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      low: named(isBestFirst ? best : worst),
      high: named(isBestFirst ? worst : best),
      first: isBestFirst ? best_mean : worst_mean,
      last: isBestFirst ? worst_mean : best_mean,
      rows: voice.rows('n'),
      within: voice.detail('within') === null ? nothing : said.within({ same: heldSame(voice) }),
    }),
    support: [said.end({ best: named(best), gap: sureness(voice) }), spread(voice)],
  }
}

/** A first place that another group shares, as far as the figures show. */
function tie(voice: Own): Phrase {
  const form = voice.form('measure')
  if (voice.raw('next_mean') === null) return nothing
  const [best, value] = [voice.number('best_mean', form), voice.number('next_mean', form)]
  if (best.text !== value.text) return nothing
  return words.in(voice.language).tie({ next: voice.category('next'), value })
}

/** With two groups, the rest is the other one. */
function isPair(voice: Own): boolean {
  return (voice.raw('groups') ?? 0) <= 2
}

/** Compared where nothing else differs: `, compared within the same patient: higher in 9 of 10`. */
function within(voice: Own): Phrase {
  if (voice.detail('within') === null) return nothing
  return words.in(voice.language).within({
    same: heldSame(voice),
    higher: isHigher(voice),
    agreeing: voice.number('blocks_agreeing', count),
    blocks: voice.number('blocks', count),
  })
}

function heldSame(voice: Own): Phrase {
  const said = words.in(voice.language)
  const [first = nothing, ...others] = voice
    .text('within')
    .split(' and ')
    .map((name) => named(readableName(name)))
  return others.reduce((list, second) => said.same({ first: list, second }), first)
}

function sureness(voice: Own): Phrase {
  const said = words.in(voice.language)
  const form = formOfDifference(voice.form('measure'))
  const gap = voice.number('difference', form)
  if (voice.raw('difference_low') === null || voice.raw('difference_high') === null) return said.gap({ gap })
  return said.gapWithInterval({
    gap,
    interval: intervalOf(voice),
    low: voice.number('difference_low', form),
    high: voice.number('difference_high', form),
  })
}

function spread(voice: Own): Phrase {
  const said = words.in(voice.language)
  const given = {
    dimension: voice.column('dimension'),
    share: voice.number('omega_squared', { kind: 'percent' }),
  }
  return voice.detail('within') === null ? said.spread(given) : said.spreadWithin({ ...given, same: heldSame(voice) })
}

function otherEnd(voice: Own): Phrase {
  return words.in(voice.language).otherEnd({
    worst: voice.category('worst'),
    higher: isHigher(voice),
    value: voice.number('worst_mean', voice.form('measure')),
    spread: spread(voice),
  })
}
