/** Decides which mark begins a fraction and which parts thousands in a column of numbers. */
import { type Note, note } from '../../../shared/story/note.ts'
import { closeOdds, columnOdds, habitOdds, writtenOdds } from './decimal-mark.ts'
import type { WritingHints } from './decision.ts'
import type { NumberShape } from './number-shape.ts'
import { bodyFits, type NumberNotation, numberNotations } from './numbers.ts'

export interface FormEntry {
  /** As it stands, trimmed. */
  readonly text: string
  readonly weight: number
  readonly form: NumberShape
}

export interface NotationChoice {
  readonly notation: NumberNotation
  readonly fitting: readonly FormEntry[]
  readonly notes: readonly Note[]
  readonly evidence: Partial<WritingHints>
  readonly ambiguous: 'decimal' | null
}

export function decideNotation(
  forms: readonly FormEntry[],
  needed: number,
  hints: WritingHints,
): NotationChoice | null {
  const scored = numberNotations.map((notation) => {
    const fitting = forms.filter(({ form }) => bodyFits(form, notation))
    return { notation, fitting, weight: fitting.reduce((sum, entry) => sum + entry.weight, 0) }
  })
  const best = Math.max(...scored.map(({ weight }) => weight))
  if (best < needed || best === 0) return null
  const tied = scored.filter(({ weight }) => weight === best)
  const [first] = tied
  if (first === undefined) return null
  const contested = (['.', ','] as const).find(
    (mark) =>
      tied.some(({ notation }) => notation.grouping === mark) &&
      tied.some(({ notation }) => notation.grouping === '' && notation.decimal === mark) &&
      first.fitting.some(({ form }) => form.body.includes(mark)),
  )
  const grouped = tied.find(({ notation }) => notation.grouping === contested)
  const decimals = tied.find(({ notation }) => notation.grouping === '' && notation.decimal === contested)
  if (contested === undefined || grouped === undefined || decimals === undefined) {
    const { decimal, grouping } = first.notation
    const written = first.fitting.some(({ form }) => form.body.includes(decimal))
    const isDecisive = written || grouping === '.' || grouping === ','
    const evidence = isDecisive ? { pointOdds: decimal === '.' ? columnOdds : -columnOdds } : {}
    return { notation: first.notation, fitting: first.fitting, notes: [], evidence, ambiguous: null }
  }
  return settleThree(grouped, decimals)

  /** `1,234`: a thousand or one and a bit. Every value has its one mark before exactly three digits. */
  function settleThree(groups: Candidate, fractions: Candidate): NotationChoice {
    const mark = groups.notation.grouping === ',' ? ',' : '.'
    const towardsPoint = mark === ',' ? 1 : -1
    const written = writtenOdds(groups.fitting, mark)
    const alone = written + habitOdds(mark)
    const elsewhere = Math.max(-mostContext, Math.min(mostContext, towardsPoint * hints.pointOdds))
    const odds = alone + elsewhere
    const chosen = odds > 0 ? groups : fractions
    const evidence = { pointOdds: (towardsPoint * Math.max(-columnOdds, Math.min(columnOdds, written))) / 2 }
    const isClose = Math.abs(alone) < closeOdds || Math.abs(odds) < closeOdds
    const notes = isClose ? [closeNote(groups, mark, odds > 0, elsewhere !== 0)] : []
    return { notation: chosen.notation, fitting: chosen.fitting, notes, evidence, ambiguous: 'decimal' }
  }
}

/** However many other columns there are, they do not outdo what a column says of itself beyond doubt. */
const mostContext = 1.5 * columnOdds

interface Candidate {
  readonly notation: NumberNotation
  readonly fitting: readonly FormEntry[]
}

function closeNote({ fitting }: Candidate, mark: string, asGroups: boolean, fromElsewhere: boolean): Note {
  const example = fitting.find(({ form }) => form.body.includes(mark))?.form.body ?? ''
  const why = note(fromElsewhere ? 'columns.asElsewhere' : 'columns.notSettled')
  return note(asGroups ? 'columns.thousands' : 'columns.fraction', { example, why })
}
