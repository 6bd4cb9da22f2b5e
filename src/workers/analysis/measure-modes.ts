/** The heaps in which the values of a measure gather, made once for all who ask. */
import type { Artefacts } from './artefacts.ts'
import { independentShare } from './independent-rows.ts'
import type { Measure, TableSchema } from './schema.ts'
import { type Modes, modesOf } from './shape/modes.ts'
import { shapeOfSample } from './shape/values.ts'

export interface MeasureModes {
  /** Null where the shape cannot be judged. */
  readonly modes: Modes | null
  /** Share of the rows that counts as independent. */
  readonly independent: number
}

export function modesOfMeasure(schema: TableSchema, artefacts: Artefacts, measure: Measure): Promise<MeasureModes> {
  return artefacts.once(`modes:${measure.column.name}`, async () => {
    const values = schema.sample.columns.get(measure.column.name) ?? new Float64Array()
    const independent = await independentShare(schema, artefacts, measure)
    return { modes: modesOf(shapeOfSample(values), independent), independent }
  })
}
