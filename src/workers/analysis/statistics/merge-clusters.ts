/** Which clusters of a mixture are one heap: a skewed or curved one takes several Gaussians. */
import { dipP } from './dip-p.ts'
import { hartiganDip } from './hartigan-dip.ts'

export interface MergedClusters {
  /** By cluster of the mixture, the number of the heap it is part of: from 0, in the order of their first clusters. */
  readonly heaps: readonly number[]
  readonly count: number
  /** Largest p of two heaps being one along the line between their centres; 1 for a single heap. */
  readonly p: number
}

/**
 * Merges, one pair after another, the two heaps that look most like one: whose rows show no dip between their centres at
 * level `level`. What is left is apart at that level. `labels` gives the cluster of each row, of `count` clusters;
 * `measures` are standardised columns of equal length. O(count³ · n log n).
 *
 * Source: the dip test for merging of Hennig, "Methods for merging Gaussian mixture components", Advances in Data
 * Analysis and Classification 4 (2010), 3–34.
 */
export function mergeClusters(
  measures: readonly Float64Array[],
  labels: Uint8Array,
  count: number,
  level: number,
): MergedClusters {
  let heaps = Array.from({ length: count }, (_, index) => [index])
  const known = new Map<string, number>()
  for (;;) {
    const { p, left, right } = mostAlike(heaps, (one, other) => {
      const key = `${one.join()}|${other.join()}`
      const own = known.get(key) ?? dipBetween(measures, labels, one, other)
      known.set(key, own)
      return own
    })
    if (left === null || right === null || p <= level) return { ...numbered(heaps, count), p }
    heaps = heaps.flatMap((heap) => (heap === right ? [] : [heap === left ? [...left, ...right] : heap]))
  }
}

type Heap = readonly number[]

function mostAlike(
  heaps: readonly Heap[],
  pOf: (one: Heap, other: Heap) => number,
): { p: number; left: Heap | null; right: Heap | null } {
  let most: { p: number; left: Heap | null; right: Heap | null } = {
    p: heaps.length < 2 ? 1 : -1,
    left: null,
    right: null,
  }
  for (const [index, left] of heaps.entries()) {
    for (const right of heaps.slice(index + 1)) {
      const p = pOf(left, right)
      if (p > most.p) most = { p, left, right }
    }
  }
  return most
}

function dipBetween(measures: readonly Float64Array[], labels: Uint8Array, one: Heap, other: Heap): number {
  const rowsOf = (heap: Heap): number[] => {
    const rows: number[] = []
    for (const [row, label] of labels.entries()) if (heap.includes(label)) rows.push(row)
    return rows
  }
  const [first, second] = [rowsOf(one), rowsOf(other)]
  const line = measures.map((values) => meanAt(values, second) - meanAt(values, first))
  const along = [...first, ...second].map((row) =>
    measures.reduce((sum, values, axis) => sum + (values[row] ?? 0) * (line[axis] ?? 0), 0),
  )
  const dip = hartiganDip(along)
  return dip === null ? 1 : dipP(dip.dip, along.length)
}

function meanAt(values: Float64Array, rows: readonly number[]): number {
  let mean = 0
  for (const [index, row] of rows.entries()) mean += ((values[row] ?? 0) - mean) / (index + 1)
  return mean
}

function numbered(heaps: readonly Heap[], count: number): { heaps: number[]; count: number } {
  return {
    heaps: Array.from({ length: count }, (_, cluster) => heaps.findIndex((heap) => heap.includes(cluster))),
    count: heaps.length,
  }
}
