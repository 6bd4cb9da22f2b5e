/** One category that is first or last with a gap to the next. */
import { type Phrase, say } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30

/** Times the next from which a first place is one by far. */
const byFar = 2

export const sayOutstanding: Say<typeof names> = (voice) => {
  const first = voice.detail('end') === 'first'
  const dimension = voice.column('dimension')
  const counts = voice.detail('measure') === null
  const head = headOf(voice, first)
  const base = counts ? say`` : say` (${voice.counted('n', 'row')})`
  return {
    headline: head,
    claim: say`${head}: ${counts ? howMany(voice) : howMuch(voice)}, ${againstNext(voice, first)}${base}`,
    support: [say`${dimension} has ${voice.counted('groups', 'category')} in all`],
  }
}

function againstNext(voice: Voice<typeof names>, first: boolean): Phrase {
  const counts = voice.detail('measure') === null
  const next = voice.number('next_amount', counts ? { kind: 'count' } : voice.form('measure'))
  const amount = counts ? 'many' : 'much'
  const runnerUp = voice.category('runner_up')
  return first
    ? say`${voice.number('ratio')} times as ${amount} as the next, ${runnerUp} with ${next}`
    : say`while the next, ${runnerUp}, has ${voice.number('ratio')} times as ${amount}, ${next}`
}

function headOf(voice: Voice<typeof names>, first: boolean): Phrase {
  const best = voice.category('best')
  const dimension = voice.column('dimension')
  const far = first && (voice.raw('ratio') ?? 0) >= byFar ? ' by far' : ''
  if (voice.detail('measure') === null) return say`${best} is the ${first ? 'most' : 'least'} common ${dimension}${far}`
  return say`by ${dimension}, ${best} has the ${first ? 'largest' : 'smallest'} ${totalOf(voice)}${far}`
}

function howMany(voice: Voice<typeof names>): Phrase {
  const own = voice.number('amount', { kind: 'count' })
  const rows = voice.counted('n', 'row')
  if ((voice.raw('n') ?? 0) < fewestForPercent) return say`${own} of ${rows}`
  return say`${own} of ${rows} (${voice.number('share', { kind: 'percent' })})`
}

function howMuch(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  return say`${voice.number('amount', form)} of ${voice.number('total', form)} (${voice.number('share', { kind: 'percent' })})`
}
