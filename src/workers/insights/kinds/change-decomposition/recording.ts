/** A sum over rows of which some lack a value grows with the part of them that has one, whatever happened. */
import type { Comparison } from './choose.ts'

/** Part of the rows of a period that has a value, at both ends of a comparison. */
export interface Recording {
  readonly first: number
  readonly last: number
}

/** Part of a change (in logarithms) that may come from recording alone; beyond it, the change is none of what was measured. */
const mostOfChange = 0.25
/** Ratio of the two parts from which it is to be said. */
const leastSaid = 1.05

export function recordingOf(
  { from, to }: Pick<Comparison, 'from' | 'to'>,
  filled: (period: string) => number | null,
  allRows: ReadonlyMap<string, number>,
): Recording | null {
  const [first, last] = [from, to].map((period) => {
    const [present, all] = [filled(period), allRows.get(period)]
    return present === null || all === undefined || all === 0 ? null : present / all
  })
  return first === null || first === undefined || last === null || last === undefined ? null : { first, last }
}

/** Whether the sum changed as it did for a good part because more or fewer of its rows have a value. */
export function isOfRecording(comparison: Pick<Comparison, 'first' | 'last'>, { first, last }: Recording): boolean {
  const change = Math.log(comparison.last / comparison.first)
  const recording = Math.log(last / first)
  return recording * change > 0 && Math.abs(recording) > mostOfChange * Math.abs(change)
}

/** Whether the parts differ by enough to be told beside the change. */
export function isUneven({ first, last }: Recording): boolean {
  return Math.max(first / last, last / first) >= leastSaid
}
