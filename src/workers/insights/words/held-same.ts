/** What is left of a comparison among rows that are alike in a third column, said after its claim. */
import { formOfDifference, type NumberForm } from '../../../shared/format/numbers.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import type { Names } from '../names.ts'
import { ownColumns } from './likewise.ts'
import { nothing, type Phrase } from './phrase.ts'
import { sharedWords } from './shared/index.ts'
import { type Surroundings, type Voice, voiceOf } from './voice.ts'

/** What a statement has in addition where another column accounts for over half of it. */
const names = {
  columns: [],
  values: {
    held_within: 'the difference or correlation within the levels of details.held_control',
    held_low: 'lower end of its 95 % interval',
    held_high: 'upper end of its 95 % interval',
  },
  details: {
    held_control: 'name of the column held the same',
    held_binned: 'true where its levels are ranges of its values',
    held_form: 'means, rates or ranks',
    held_measure: 'name of the measure whose means are compared; else null',
    held_verdict: 'vanishes, shrinks or turns',
  },
} as const satisfies Names

/** `, but among rows alike in weight the gap all but vanishes (−0.02)`; empty where nothing accounts for the statement. `amongOthers` where the sentence speaks of further columns, too. */
export function heldClause(draft: InsightDraft, surroundings: Surroundings, amongOthers = false): Phrase {
  if (typeof draft.details.held_control !== 'string') return nothing
  const said = sharedWords.in(surroundings.language).heldSame
  const voice = voiceOf<typeof names>(draft, 'plain', surroundings)
  const ranks = voice.detail('held_form') === 'ranks'
  const given = {
    binned: voice.detail('held_binned') === true,
    rowPlural: voice.rowPlural,
    control: voice.column('held_control'),
    what: amongOthers ? (ranks ? 'ranks_of_two' : 'gap_in') : ranks ? 'ranks' : 'gap',
    column: voice.columnCalled(ownColumns(draft).at(-1) ?? ''),
    left: voice.number('held_within', formOf(voice)),
  }
  switch (voice.text('held_verdict')) {
    case 'vanishes':
      return said.vanishes(given)
    case 'turns':
      return said.turns(given)
    default:
      return said.shrinks(given)
  }
}

function formOf(voice: Voice<typeof names>): NumberForm {
  switch (voice.text('held_form')) {
    case 'rates':
      return { kind: 'points' }
    case 'means':
      return formOfDifference(voice.form('held_measure'))
    default:
      return { kind: 'number' }
  }
}
