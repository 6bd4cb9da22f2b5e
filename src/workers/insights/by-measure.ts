/** A look at each measure by itself, which tests nothing: what is said of the shape of a column and of its faults. */
import type { Measure, TableSchema } from '../analysis/schema.ts'
import type { Detector, DetectorRun, Outcome, Statement } from './detector.ts'
import type { Names } from './names.ts'
import { littleWork } from './work.ts'

export interface LookAtMeasure<N extends Names> {
  /** Whether the measure is looked at at all: from what its profile says, without a query. */
  mayHave(measure: Measure): boolean
  /** Null where there is nothing to say of it. `sample` has its values in file order, NaN for none. */
  look(measure: Measure, sample: Float64Array, run: DetectorRun): Statement<N> | null | Promise<Statement<N> | null>
}

export function byMeasure<N extends Names>({ mayHave, look }: LookAtMeasure<N>): Detector<N> {
  const wanted = ({ measures }: TableSchema): readonly Measure[] => measures.filter((measure) => mayHave(measure))
  return {
    family: null,
    appliesTo: (schema) => wanted(schema).length > 0,
    expectedWork: littleWork,
    async run(run) {
      const outcomes: Outcome<N>[] = []
      for (const measure of wanted(run.schema)) {
        const sample = run.schema.sample.columns.get(measure.column.name) ?? new Float64Array()
        outcomes.push({ p: null, statement: await look(measure, sample, run) })
        await run.context.yieldToEventLoop()
      }
      return outcomes
    },
  }
}
