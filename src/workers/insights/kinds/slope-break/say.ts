/** A bend: what the series did before, when that ended, and what it did after. */
import { nothing, type Phrase, say } from '../../words/phrase.ts'
import { aPeriod, baseOf, differenceFormOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

export const saySlopeBreak: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  return {
    headline: say`${subject} ${headlineVerb(voice)} ${voice.when(voice.draft.location)}`,
    claim: say`${subject} ${claimOf(voice)} (${baseOf(voice)})`,
    support: [slopes(voice), others(voice)],
  }
}

function headlineVerb(voice: Own): string {
  const may = voice.strength === 'may' ? 'may have ' : ''
  const [began, turned] = may === '' ? ['began', 'turned'] : ['begun', 'turned']
  const [before, after] = [voice.text('move_before'), voice.text('move_after')]
  if (before === 'held') return `${may}${began} to ${after === 'rose' ? 'rise' : 'fall'}`
  if (after === 'held') return `${may}stopped ${before === 'rose' ? 'rising' : 'falling'}`
  if (before !== after) return `${may}${turned} ${after === 'rose' ? 'up' : 'down'}`
  const faster = Math.abs(voice.raw('slope_after') ?? 0) > Math.abs(voice.raw('slope_before') ?? 0)
  return `${may}${began} to ${after === 'rose' ? 'rise' : 'fall'} ${faster ? 'faster' : 'more slowly'}`
}

function claimOf(voice: Own): Phrase {
  const [before, after] = [voice.text('move_before'), voice.text('move_after')]
  const at = voice.period(voice.draft.location)
  const end = voice.period(voice.detail('to_after'))
  const may = voice.strength === 'may' ? 'may have ' : ''
  const per = aPeriod(voice)
  const window = say`averages over ${voice.counted('window', voice.grain)}`
  if (before === 'held') {
    const form = formOfBoth(voice, 'mean_before', 'level_to')
    return say`${may}stayed around ${voice.number('mean_before', form)}${per} until ${at}, then ${after}, to ${voice.number('level_to', form)} by ${end}${shownAs(voice, window)}`
  }
  const form = formOfBoth(voice, 'level_from', 'level_at')
  const first = say`${may}${changed(voice, before)} from ${voice.number('level_from', form)}${per} ${voice.when(voice.detail('from_before'))} to ${voice.number('level_at', form)} ${voice.when(voice.draft.location)}`
  if (after === 'held') {
    return say`${first}, then stayed around ${voice.number('mean_after', form)}${shownAs(voice, window)}`
  }
  const then = before === after ? say`then ${pace(voice)}, to` : say`then ${after} to`
  return say`${first}, ${then} ${voice.number('level_to', formOfBoth(voice, 'level_at', 'level_to'))} by ${end}${shownAs(voice, window)}`
}

function changed(voice: Own, move: string): string {
  if (voice.strength !== 'may') return move
  return move === 'rose' ? 'risen' : 'fallen'
}

function pace(voice: Own): string {
  const faster = Math.abs(voice.raw('slope_after') ?? 0) > Math.abs(voice.raw('slope_before') ?? 0)
  return faster ? 'faster' : 'more slowly'
}

/** A single period speaks for itself; an average says how many it is of. */
function shownAs(voice: Own, window: Phrase): Phrase {
  return (voice.raw('window') ?? 1) > 1 ? say`, in ${window}` : nothing
}

function slopes(voice: Own): Phrase {
  const form = differenceFormOf(voice)
  return say`the typical step from one ${voice.grain} to the next is ${voice.number('slope_before', form)} before and ${voice.number('slope_after', form)} after`
}

function others(voice: Own): Phrase {
  return (voice.raw('bends') ?? 1) < 2 ? nothing : say`it is the sharpest of ${voice.counted('bends', 'such bend')}`
}
