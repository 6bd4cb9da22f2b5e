/** What is tried: chosen by the schema alone, so that its number is known before any test. */
import { type CodedColumn, type CodedSample, codedSample } from '../../../analysis/controls/coded-sample.ts'
import { has, nameWords } from '../../../analysis/profile/name-words.ts'
import { isRangeOf } from '../../../analysis/relations/ranges.ts'
import type { Measure } from '../../../analysis/schema.ts'
import type { DetectorRun } from '../../detector.ts'

/** Levels of either dimension: a table of cells that a reader can take in. */
const mostLevels = 12
/** Bounds on the work, in the order of the columns. */
const mostDimensions = 8
const mostMeasures = 8

export interface CellCandidate {
  readonly first: CodedColumn
  readonly second: CodedColumn
  readonly measure: Measure
}

export interface SlopeCandidate {
  readonly x: Measure
  readonly measure: Measure
  readonly second: CodedColumn
}

export interface Candidates {
  readonly sample: CodedSample
  readonly cells: readonly CellCandidate[]
  readonly slopes: readonly SlopeCandidate[]
}

const orderWords = new Set('time age year day week month hour dose step stage position rank distance'.split(' '))

export async function candidatesOf({ schema, artefacts }: DetectorRun): Promise<Candidates> {
  const sample = await codedSample(schema, artefacts)
  const dimensions = [...sample.dimensions.values()]
    .filter(({ profile, labels }) => profile.column.distinct <= mostLevels && labels.length === profile.column.distinct)
    .slice(0, mostDimensions)
  const measures = schema.measures.filter(({ column }) => column.distinct > 2).slice(0, mostMeasures)
  // That the weight of those with a low weight depends on anything else in another way is made by the cut.
  const others = (used: readonly string[]) =>
    measures.filter(
      ({ column }) =>
        !used.includes(column.name) && !used.some((dimension) => isRangeOf(schema, dimension, column.name)),
    )
  const cells = dimensions.flatMap((one, index) =>
    dimensions.slice(index + 1).flatMap((other) => {
      // The dimension with fewer groups is the one that is compared: by sex, in each of the sites.
      const [first, second] = other.labels.length < one.labels.length ? [other, one] : [one, other]
      return others([one, other].map(({ profile }) => profile.column.name)).map((measure) => ({
        first,
        second,
        measure,
      }))
    }),
  )
  const slopes = dimensions.flatMap((second) => {
    const free = others([second.profile.column.name])
    return free.flatMap((one, index) =>
      free.slice(index + 1).map((other): SlopeCandidate => {
        const [x, measure] = isOrder(other) && !isOrder(one) ? [other, one] : [one, other]
        return { x, measure, second }
      }),
    )
  })
  return { sample, cells, slopes }
}

/** What things change along, by its name: time, age, dose. */
function isOrder({ column }: Measure): boolean {
  return has(nameWords(column.name), orderWords)
}
