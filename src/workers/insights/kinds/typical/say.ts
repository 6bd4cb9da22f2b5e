/** What is usual: the middle half of a measure, the commonest category of a dimension, how often something happens. */
import { tellingApart } from '../../../../shared/format/numbers.ts'
import { isYes } from '../../../analysis/profile/outcome.ts'
import { ofRows, sayingRateOfAll } from '../../words/bases.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { inBrackets, nothing, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say, Wording } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30

export const sayTypical: Say<typeof names> = (voice) => {
  if (voice.detail('measure') !== null) return sayMiddle(voice)
  return voice.detail('outcome') === true ? sayHowOften(voice) : sayCommonest(voice)
}

function sayHowOften(voice: Own): Wording {
  const said = words.in(voice.language).outcome
  const { verb, state, noun } = outcomePhrase(voice.text('dimension'), voice.text('best'), voice.language)
  const { count, rows, share } = partsOf(voice)
  const few = isFew(voice)
  const given = {
    part: few ? said.ofFew({ count, rows }) : said.of({ share, rows }),
    after: few ? nothing : inBrackets(count),
  }
  const n = voice.number('n', { kind: 'count' })
  const claim = few ? claimOf() : sayingRateOfAll(claimOf(), `${voice.text('dimension')} ${share.text} ${n.text}`)
  return { headline: said.headline({ noun }), claim, support: [] }

  function claimOf(): Phrase {
    if (verb !== null) return said.did({ ...given, verb })
    // `45% were Admitted` names itself; `50% were “late”` leaves open what was late.
    const plain = voice.isPlainName('best')
    if (state !== null && (plain || isYes(voice.text('best')))) return said.were({ ...given, state })
    if (isYes(voice.text('best'))) return said.applies({ ...given, noun })
    return said.is({ ...given, dimension: voice.column('dimension'), best: voice.category('best') })
  }
}

function sayMiddle(voice: Own): Wording {
  const said = words.in(voice.language).middle
  const measure = voice.column('measure')
  const form = tellingApart(voice.form('measure'), [voice.raw('lower'), voice.raw('upper')])
  return {
    headline: said.headline({ measure }),
    claim: claimOf(),
    support: [],
  }

  function claimOf(): Phrase {
    const [middle, rows, ends] = [voice.number('middle', form), ofRows(voice, voice.rows('n')), endsOf(voice)]
    // The quarter below and the quarter above the middle hold the same value.
    if (voice.raw('lower') === voice.raw('upper')) return said.same({ measure, middle, rows, ends })
    const [lower, upper] = [voice.number('lower', form), voice.number('upper', form)]
    return voice.oneOf('claim', said.claim, { measure, middle, rows, lower, upper, ends })
  }
}

/** Who is highest and who lowest, as far as rows have names. */
function endsOf(voice: Own): Phrase {
  const { ends } = words.in(voice.language).middle
  if (voice.detail('highest') === null && voice.detail('lowest') === null) return nothing
  const form = tellingApart(voice.form('measure'), [voice.raw('lowest'), voice.raw('highest')])
  const highest = () => ({ who: voice.category('highest'), value: voice.number('highest', form) })
  const lowest = () => ({ who: voice.category('lowest'), value: voice.number('lowest', form) })
  if (voice.detail('highest') === null) return ends.lowest(lowest())
  if (voice.detail('lowest') === null) return ends.highest(highest())
  const { who, value } = lowest()
  return ends.both({ ...highest(), other: who, least: value })
}

function sayCommonest(voice: Own): Wording {
  const said = words.in(voice.language).commonest
  const head = { best: voice.category('best'), dimension: voice.column('dimension') }
  const parts = partsOf(voice)
  const part = isFew(voice) ? said.ofFew(parts) : said.of({ ...parts, rows: ofRows(voice, parts.rows) })
  // A code is no noun: not “0 is the most common exposed”.
  const isCode = /^\d+$/u.test(voice.text('best'))
  return {
    headline: said.headline(head),
    claim: isCode ? said.is({ ...head, part }) : said.claim({ ...head, part }),
    support:
      voice.raw('groups') === 2
        ? [said.others({ others: voice.category('runner_up') })]
        : [said.categories({ dimension: head.dimension, groups: voice.count('groups') })],
  }
}

function partsOf(voice: Own) {
  return {
    count: voice.number('top', { kind: 'count' }),
    rows: voice.rows('n'),
    share: voice.number('share', { kind: 'percent' }),
  }
}

function isFew(voice: Own): boolean {
  return (voice.raw('n') ?? 0) < fewestForPercent
}
