/** Something that happens more often, or less, in one group than in the rest: both shares, and what each is of. */
import { rateOfAll } from '../../words/bases.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { based, type Phrase } from '../../words/phrase.ts'
import { endsOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type RateVoice = Voice<typeof names>

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30
const percent = { kind: 'percent' } as const
const points = { kind: 'points' } as const
const count = { kind: 'count' } as const

export const sayRateDifference: Say<typeof names> = (voice) => {
  return {
    headline: headOf(voice, voice.isPlainName('best')),
    claim: words
      .in(voice.language)
      .claim({ head: headOf(voice, false), shares: shares(voice), overall: overall(voice) }),
    support: [gap(voice), ...otherEnd(voice)],
  }
}

/** With two groups, the rest is the other one. */
function isPair(voice: RateVoice): boolean {
  return (voice.raw('groups') ?? 0) <= 2
}

function phraseOf(voice: RateVoice) {
  return outcomePhrase(voice.text('outcome'), voice.text('outcome_value'), voice.language)
}

function isTold(voice: RateVoice): boolean {
  return phraseOf(voice).verb !== null && voice.strength === 'plain'
}

/** `isPlain`: without what it is compared by, where the category's name says enough. */
function headOf(voice: RateVoice, isPlain: boolean): Phrase {
  const { told, common } = words.in(voice.language)
  const { verb, noun } = phraseOf(voice)
  const given = {
    dimension: voice.column('dimension'),
    best: voice.category('best'),
    isPlain,
    higher: voice.draft.direction !== 'lower',
    strength: voice.strength,
  }
  if (verb !== null && isTold(voice)) {
    return isPair(voice)
      ? told.pair({ ...given, verb, worst: voice.category('worst') })
      : told.several({ ...given, verb })
  }
  return isPair(voice) ? common.pair({ ...given, noun }) : common.several({ ...given, noun })
}

function shares(voice: RateVoice): Phrase {
  const said = words.in(voice.language)
  const given = {
    own: isFew(voice, 'best_n') ? voice.number('best_hits', count) : voice.number('best_rate', percent),
    rows: voice.rows('best_n'),
    others: isFew(voice, 'rest_n') ? voice.number('rest_hits', count) : voice.number('rest_rate', percent),
    rest: voice.number('rest_n', count),
  }
  return isPair(voice) && !isTold(voice)
    ? said.sharesOfPair({ ...given, worst: voice.category('worst') })
    : said.shares(given)
}

function isFew(voice: RateVoice, rows: 'best_n' | 'rest_n'): boolean {
  return (voice.raw(rows) ?? 0) < fewestForPercent
}

function overall(voice: RateVoice): Phrase {
  const said = words.in(voice.language)
  const n = voice.number('n', count)
  if ((voice.raw('n') ?? 0) < fewestForPercent) {
    const whole = said.inAll({ n })
    return based(whole, whole.text)
  }
  const rate = voice.number('overall_rate', percent)
  return rateOfAll(said.overall({ n, rate }), `${voice.text('outcome')} ${rate.text} ${n.text}`)
}

/** The ends of the interval, the nearer to none first, both without the sign that the words already say. */
function gap(voice: RateVoice): Phrase {
  const said = words.in(voice.language)
  const [low, high] =
    voice.draft.direction === 'lower'
      ? (['difference_high', 'difference_low'] as const)
      : (['difference_low', 'difference_high'] as const)
  const size = {
    gap: voice.size('difference', points),
    ends: endsOf(
      voice,
      voice.raw(low) === null || voice.raw(high) === null
        ? null
        : { low: voice.size(low, points), high: voice.size(high, points) },
    ),
  }
  const ratio = voice.raw('ratio')
  return ratio === null || ratio < 1.05 ? said.gap(size) : said.gapAndRatio({ ...size, ratio: voice.number('ratio') })
}

function otherEnd(voice: RateVoice): Phrase[] {
  if (isPair(voice)) return []
  const rate = voice.number('worst_rate', percent)
  return [words.in(voice.language).otherEnd({ worst: voice.category('worst'), rate })]
}
