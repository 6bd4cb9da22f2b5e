/** What the detectors of a series share: names, evidence and caveats of a statement about it. */
import type { Derivation, Scalar } from '../../shared/story/insight.ts'
import type { Followed, TimeGrain } from '../analysis/artefacts.ts'
import { shareOfWhole } from '../analysis/relations/parts.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { TimeAxis } from '../analysis/series/axis.ts'
import { derivedBy } from './evidence-recipe.ts'
import type { Caveat } from './words/caveats.ts'

export function seriesFamily(type: string, at: TimeGrain = 'time'): (schema: TableSchema) => string {
  return (schema) => `${type} × ${schema[at]?.unit ?? 'period'}`
}

/** Columns, subspace, details and caveats of a statement about a followed series. */
export function about(followed: Followed, time: TimeAxis) {
  const { measure, series } = followed
  const gaps = series.values.length - series.observed
  const caveats: Caveat[] = []
  const { unit } = time
  if (time.dropped > 0) caveats.push({ caveat: 'partlyThere', unit, ends: time.dropped === 1 ? 1 : 2 })
  if (followed.evenLengths) caveats.push({ caveat: 'evenLengths', unit })
  if (gaps > 0) caveats.push({ caveat: 'gaps', unit, gaps, filledWith: followed.fill === 'zero' ? 'zero' : 'line' })
  return {
    columns: measure === null ? [time.column.column.name] : [time.column.column.name, measure.column.name],
    ...(followed.subspace === null ? {} : { subspace: followed.subspace }),
    n: series.rows,
    caveats,
    details: {
      time: time.column.column.name,
      measure: measure?.column.name ?? null,
      grain: time.unit,
      aggregate: followed.aggregate,
      from: String(series.starts[0] ?? time.from),
      to: String(series.starts.at(-1) ?? time.to),
      dropped: time.dropped,
    },
    readability: followed.subspace === null ? 1 : 0.85,
  }
}

/** Derivations of `names` by a function of a period query, each result under its own name. */
export function seriesDerived(
  function_: string,
  names: readonly string[],
  followed: Followed,
  time: TimeAxis,
  parameters: Readonly<Record<string, Scalar>> = {},
): Record<string, Derivation> {
  return derivedBy(function_, 0, ['period', 'value', 'rows'], Object.fromEntries(names.map((name) => [name, name])), {
    grain: time.grain,
    step: time.step,
    fill: followed.fill,
    even_lengths: followed.evenLengths,
    ...parameters,
  })
}

/** Part of all series that this one is: a whole table weighs more than one entity of it, and a sum more than its parts. */
export function impactOf({ series, measure }: Followed, schema: TableSchema): number {
  const rows = Math.sqrt(Math.min(1, series.rows / Math.max(1, schema.rows)))
  return measure === null ? rows : rows * shareOfWhole(schema, measure.column.name) ** 0.25
}
