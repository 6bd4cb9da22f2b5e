/** One category that is first or last with a gap to the next. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30

/** Times the next from which a first place is one by far. */
const byFar = 2

export const sayOutstanding: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const counts = voice.detail('measure') === null
  return {
    headline: headOf(voice, voice.isPlainName('best')),
    claim: said.claim({
      head: headOf(voice, false),
      own: counts ? howMany(voice) : howMuch(voice),
      next: againstNext(voice),
      base: counts ? nothing : behind(voice.rows('n')),
    }),
    support: [said.support({ dimension: voice.column('dimension'), groups: voice.count('groups') })],
  }
}

function isFirst(voice: Voice<typeof names>): boolean {
  return voice.detail('end') === 'first'
}

function againstNext(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const counts = voice.detail('measure') === null
  const given = {
    counts,
    ratio: voice.number('ratio'),
    runnerUp: voice.category('runner_up'),
    next: voice.number('next_amount', counts ? { kind: 'count' } : voice.form('measure')),
  }
  return isFirst(voice) ? said.aheadOf(given) : said.behind(given)
}

/** `isPlain`: without what it is compared by, where the category's name says enough. */
function headOf(voice: Voice<typeof names>, isPlain: boolean): Phrase {
  const said = words.in(voice.language)
  const first = isFirst(voice)
  const given = {
    first,
    best: voice.category('best'),
    isPlain,
    dimension: voice.column('dimension'),
    byFar: first && (voice.raw('ratio') ?? 0) >= byFar,
  }
  return voice.detail('measure') === null ? said.head(given) : said.headOfTotal({ ...given, total: totalOf(voice) })
}

function howMany(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const [own, rows] = [voice.number('amount', { kind: 'count' }), voice.rows('n')]
  if ((voice.raw('n') ?? 0) < fewestForPercent) return said.own({ own, rows })
  return said.ownAndShare({ own, whole: rows, share: voice.number('share', { kind: 'percent' }) })
}

function howMuch(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  return words.in(voice.language).ownAndShare({
    own: voice.number('amount', form),
    whole: voice.number('total', form),
    share: voice.number('share', { kind: 'percent' }),
  })
}
