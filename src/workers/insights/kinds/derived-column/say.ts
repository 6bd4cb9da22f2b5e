/** A column that follows from others: how, in how many rows, and how closely. */

import { tellingApart } from '../../../../shared/format/numbers.ts'
import { categoryPhrase } from '../../words/categories.ts'
import { named, nothing, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

/** More parts are not listed one by one. */
const mostListed = 6

export const sayDerivedColumn: Say<typeof names> = (voice) => {
  switch (voice.text('form')) {
    case 'close':
      return sayClose(voice)
    case 'divisor':
      return sayDivisor(voice)
    case 'ranges':
      return sayRanges(voice)
    default: {
      const said = words.in(voice.language)
      const whole = voice.column('whole')
      const exact = isExact(voice)
      return {
        headline: said.headline({ whole }),
        claim: said.claim({ whole, exact, formula: formulaOf(voice), where: rowsOf(voice) }),
        support: [...(exact ? [] : [said.largest({ largest: voice.number('largest') })]), said.arithmetic],
      }
    }
  }
}

function formulaOf(voice: Own): Phrase {
  const { formula } = words.in(voice.language)
  const [first, second] = [voice.column('first'), voice.column('second')]
  const times =
    voice.raw('factor') === null ? nothing : formula.times({ factor: voice.number('factor', { kind: 'value' }) })
  switch (voice.text('form')) {
    case 'sum': {
      const other = voice.detail('other_parts')
      const one = sumOf(voice, voice.text('parts'))
      return other === null ? shifted(voice, one) : formula.sumAndSum({ one, other: sumOf(voice, String(other)) })
    }
    case 'difference':
      return shifted(voice, formula.difference({ first, second }))
    case 'product':
      return formula.product({ first, second, times })
    case 'quotient':
      return formula.quotient({ first, second, times })
    default:
      return linear(voice, first)
  }
}

function sumOf(voice: Own, list: string): Phrase {
  const { formula } = words.in(voice.language)
  const [first = nothing, ...others] = columnsIn(voice, list)
  if (others.length < mostListed) return others.reduce((sum, part) => formula.sum({ sum, part }), first)
  return formula.sumOfMany({ parts: voice.count('parts'), first, last: others.at(-1) ?? nothing })
}

function linear(voice: Own, first: Phrase): Phrase {
  const { formula } = words.in(voice.language)
  const factor = voice.raw('factor')
  const scaled = factor === null ? first : formula.scaled({ first, factor: voice.number('factor', { kind: 'value' }) })
  if (voice.raw('offset') === null) return factor === null ? formula.same({ first }) : scaled
  return shifted(voice, scaled)
}

/** With the constant that is added to it or taken away, where there is one. */
function shifted(voice: Own, scaled: Phrase): Phrase {
  const offset = voice.raw('offset')
  if (offset === null) return scaled
  const size = voice.size('offset', { kind: 'value' })
  return words.in(voice.language).formula.offset({ scaled, below: offset < 0, offset: size })
}

/** Up to what double precision leaves, and not only up to the rounding of the values. */
function isExact(voice: Own): boolean {
  return (voice.raw('largest') ?? 0) === 0
}

function rowsOf(voice: Own): Phrase {
  const said = words.in(voice.language)
  const rows = voice.rows('n')
  return voice.raw('fits') === voice.raw('n')
    ? said.allRows({ rows })
    : said.someRows({ fits: voice.number('fits', { kind: 'count' }), rows })
}

function sayClose(voice: Own) {
  const { close, notReported } = words.in(voice.language)
  const both = { first: voice.column('first'), second: voice.column('second') }
  return {
    headline: close.headline(both),
    claim: close.claim({ ...both, pearson: voice.number('pearson', { kind: 'value' }), rows: voice.rows('n') }),
    support: [notReported],
  }
}

function sayDivisor(voice: Own) {
  const { quotient, quotients, notReported } = words.in(voice.language)
  const columns = columnsIn(voice, voice.text('parts'))
  const divisor = voice.detail('second') === null ? named(voice.text('word')) : voice.column('second')
  const rows = voice.rows('n')
  if (columns.length === 1) {
    const [one = nothing] = columns
    return {
      headline: quotient.headline({ one, divisor }),
      claim: quotient.claim({ one, divisor, rows }),
      support: [notReported],
    }
  }
  const given = { all: voice.listed(columns), two: columns.length === 2 }
  return {
    headline: quotients.headline(given),
    claim: quotients.claim({ ...given, divisor, rows }),
    support: [notReported],
  }
}

/** Of two categories, where the one ends and the other begins; of more, that they are ranges. */
function sayRanges(voice: Own) {
  const said = words.in(voice.language)
  const [whole, measure] = [voice.column('whole'), voice.column('first')]
  const [lower = nothing, upper = nothing] = listIn(voice.text('parts')).map((one) =>
    categoryPhrase(one, voice.language),
  )
  const where = said.allRows({ rows: voice.rows('n') })
  const form = tellingApart(voice.form('first'), [voice.raw('low_end'), voice.raw('high_start')])
  return {
    headline: said.headline({ whole }),
    claim:
      voice.raw('low_end') === null
        ? said.ranges.many({ whole, measure, parts: voice.count('parts'), where })
        : said.ranges.two({
            whole,
            measure,
            lower,
            upper,
            end: voice.number('low_end', form),
            start: voice.number('high_start', form),
            where,
          }),
    support: [said.arithmetic],
  }
}

function columnsIn({ columnCalled }: Own, list: string): Phrase[] {
  return listIn(list).map(columnCalled)
}

function listIn(list: string): string[] {
  const found: unknown = JSON.parse(list)
  return Array.isArray(found) ? found.map(String) : []
}
