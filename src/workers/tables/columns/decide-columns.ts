/** Decides the columns of a table together: what one leaves open, the others settle by how they are written. */
import { type ColumnSample, decideColumn } from './decide.ts'
import { type Decision, noHints, type WritingHints } from './decision.ts'

type Evidence = Pick<Decision, 'evidence'>

/** Each column by its own values; then those that left a question, by how the others are written. */
export function decideColumns(samples: readonly ColumnSample[]): Decision[] {
  const first = samples.map((sample) => decideColumn(sample))
  const hints = new SharedHints(first)
  return first.map((decision, index) => {
    const sample = samples[index]
    return decision.ambiguous === null || sample === undefined
      ? decision
      : decideColumn(sample, hints.without(decision))
  })
}

/** How an author writes, told by all columns of theirs. */
export class SharedHints {
  #pointOdds = 0
  #dayFirst = 0
  #monthFirst = 0

  constructor(columns: Iterable<Evidence> = []) {
    for (const column of columns) this.add(column)
  }

  add({ evidence }: Evidence): void {
    this.#pointOdds += evidence.pointOdds ?? 0
    if (evidence.dayFirst === true) this.#dayFirst += 1
    if (evidence.dayFirst === false) this.#monthFirst += 1
  }

  /** What the columns other than `own`, one of those added, say. Days and months go by the majority. */
  without({ evidence }: Evidence): WritingHints {
    const dayFirst = this.#dayFirst - (evidence.dayFirst === true ? 1 : 0)
    const monthFirst = this.#monthFirst - (evidence.dayFirst === false ? 1 : 0)
    return {
      ...noHints,
      pointOdds: this.#pointOdds - (evidence.pointOdds ?? 0),
      dayFirst: dayFirst === monthFirst ? null : dayFirst > monthFirst,
    }
  }
}
