/** How the values of a measure lie, from the values of its sample. */
import { rowClusters } from '../shape/clusters.ts'
import { modesOf } from '../shape/modes.ts'
import { shapeValues } from '../shape/values.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** `independent` is the share of the rows that counts as independent. */
export function modeNumbers(columns: Columns, parameters: Parameters): Numbers {
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const modes = modesOf(shapeValues(columns[0] ?? []), share)
  return { dip: modes?.dip ?? null, valley_depth: modes?.depth ?? null, p: modes?.p ?? null }
}

/** Names of clusters in the evidence, largest first. */
export const clusterLetters = ['a', 'b', 'c', 'd'] as const

/**
 * Clusters of the rows of several measures, in the order of the query: shares, and centres of the measures whose positions
 * are given as `first`, `second` and `third`.
 */
export function clusterNumbers(columns: Columns, parameters: Parameters): Numbers {
  const measures = columns.map((values) =>
    Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
  )
  const result = rowClusters(measures)
  const numbers: Record<string, number | null> = {
    clusters: result?.clusters.length ?? null,
    n: result?.n ?? null,
    p: result?.p ?? null,
  }
  for (const [index, letter] of clusterLetters.entries()) {
    const cluster = result?.clusters[index]
    numbers[`share_${letter}`] = cluster?.share ?? null
    for (const place of ['first', 'second', 'third']) {
      const position = parameters[place]
      numbers[`${place}_${letter}`] = typeof position === 'number' ? (cluster?.means[position] ?? null) : null
    }
  }
  return numbers
}
