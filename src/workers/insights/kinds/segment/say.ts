/** Where two conditions hold at once, and what is otherwise there than elsewhere, with what either condition alone has. */
import { formOfDifference, type NumberForm } from '../../../../shared/format/numbers.ts'
import { partOfRows, rateOfAll } from '../../words/bases.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { averageOf, intervalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30
const percent = { kind: 'percent' } as const
const count = { kind: 'count' } as const

export const saySegment: Say<typeof names> = (voice) => {
  const { mean, rate } = words.in(voice.language)
  const support = [either(voice), confirmed(voice)]
  const given = {
    strength: voice.strength,
    higher: voice.draft.direction !== 'lower',
    roughly: roughly(voice),
    first: condition(voice, 'first'),
    second: condition(voice, 'second'),
  }
  if (voice.detail('measure') !== null) {
    return {
      headline: mean.headline({ ...given, subject: voice.column('measure') }),
      claim: mean.claim({ ...given, subject: averageOf(voice), ...means(voice) }),
      support,
    }
  }
  const { verb, noun } = outcomePhrase(voice.text('outcome'), voice.text('outcome_value'), voice.language)
  const shares = rates(voice)
  if (verb === null) {
    return { headline: rate.headline({ ...given, noun }), claim: rate.claim({ ...given, ...shares, noun }), support }
  }
  const told = { ...given, ...shares, verb, rowPlural: voice.rowPlural }
  return { headline: rate.told.headline(told), claim: rate.told.claim(told), support }
}

/** Both conditions without a number: `where branch is Ash and age low`. */
function roughly(voice: Own): Phrase {
  const said = words.in(voice.language)
  const level = (which: 'first' | 'second'): Phrase => {
    if (voice.detail(`${which}_value`) !== null) return voice.category(`${which}_value`)
    const [from, below] = [voice.raw(`${which}_from`), voice.raw(`${which}_below`)]
    return said.level({ level: from === null ? 'low' : below === null ? 'high' : 'middling' })
  }
  return said.roughly({
    first: voice.column('first'),
    firstLevel: level('first'),
    second: voice.column('second'),
    secondLevel: level('second'),
  })
}

/** `branch is Ash`, `age is below 30`, `weight is from 56 to below 64`. */
function condition(voice: Own, which: 'first' | 'second'): Phrase {
  const said = words.in(voice.language).condition
  const column = voice.column(which)
  if (voice.detail(`${which}_value`) !== null) return said.is({ column, value: voice.category(`${which}_value`) })
  const form: NumberForm = voice.form(which).kind === 'number' ? { kind: 'value' } : voice.form(which)
  if (voice.raw(`${which}_from`) === null) return said.below({ column, below: voice.number(`${which}_below`, form) })
  const from = voice.number(`${which}_from`, form)
  if (voice.raw(`${which}_below`) === null) return said.from({ column, from })
  return said.between({ column, from, below: voice.number(`${which}_below`, form) })
}

function means(voice: Own) {
  const form = voice.form('measure')
  return {
    own: voice.number('inside', form),
    rest: voice.number('rest', form),
    rowPlural: voice.rowPlural,
    ownRows: partOfRows(voice, voice.number('inside_n', count), voice.rows('n')),
  }
}

function rates(voice: Own): { readonly own: Phrase; readonly others: Phrase } {
  const said = words.in(voice.language).rate
  const isFew = (name: 'inside_n' | 'rest_n' | 'n'): boolean => (voice.raw(name) ?? 0) < fewestForPercent
  const own = said.own({
    hits: isFew('inside_n') ? voice.number('inside_hits', count) : voice.number('inside', percent),
    rows: voice.rows('inside_n'),
  })
  const others = {
    hits: isFew('rest_n') ? voice.number('rest_hits', count) : voice.number('rest', percent),
    rest: voice.number('rest_n', count),
    n: voice.number('n', count),
  }
  return {
    own,
    others: isFew('n') ? said.othersOfFew(others) : said.others({ ...others, overall: overall(voice) }),
  }
}

function overall(voice: Own): Phrase {
  const given = { rate: voice.number('overall', percent), n: voice.number('n', count) }
  const key = `${voice.text('outcome')} ${given.rate.text} ${given.n.text}`
  return rateOfAll(words.in(voice.language).rate.overall(given), key)
}

/** What rows have that meet one condition only: neither alone tells it. */
function either(voice: Own): Phrase {
  const form = voice.detail('measure') === null ? percent : voice.form('measure')
  return words.in(voice.language).either({
    alone: voice.detail('alone') === true,
    rate: voice.detail('measure') === null,
    one: voice.number('first_only', form),
    first: condition(voice, 'first'),
    other: voice.number('second_only', form),
    second: condition(voice, 'second'),
    neither: voice.number('neither', form),
  })
}

function confirmed(voice: Own): Phrase {
  const rate = voice.detail('measure') === null
  const form = rate ? percent : voice.form('measure')
  const gap: NumberForm = rate ? { kind: 'points' } : formOfDifference(voice.form('measure'))
  const [low, high] =
    voice.draft.direction === 'lower'
      ? (['difference_high', 'difference_low'] as const)
      : (['difference_low', 'difference_high'] as const)
  const said = words.in(voice.language)
  const isInferred = voice.raw(low) !== null && voice.raw(high) !== null
  const ends = isInferred
    ? said.confirmedEnds({ interval: intervalOf(voice), low: voice.size(low, gap), high: voice.size(high, gap) })
    : nothing
  return said.confirmed({
    own: voice.number('checked_inside', form),
    rest: voice.number('checked_rest', form),
    ends,
  })
}
