/** Do rows fall into a few clusters of several measures, again and again? Found on some rows, and all rows assigned. */
import { inOneGo } from '../in-steps.ts'
import { type Cluster, gaussianClustersInSteps } from '../statistics/gaussian-clusters.ts'
import { mergeClusters } from '../statistics/merge-clusters.ts'
import { moments } from '../statistics/moments.ts'

/** Rows the clusters are found on: more would cost seconds and show the same. */
const fittedRows = 1_000
const mostClusters = 5
const starts = 2
/** Knuth's multiplier: its high bits part rows evenly. */
const multiplier = 0x9e3779b1
/** Gain of BIC that is beyond doubt (Kass & Raftery, JASA 90 (1995)). */
const leastGain = 10
/** Clusters of the mixture between which the rows show no dip at this level are one. */
const gapLevel = 0.05
const mostRounds = 10
/** Least variance within clusters, as a share of that of all rows. */
const leastVariance = 1e-3
/** A cluster of fewer rows is an exception, not a kind. */
const leastWeight = 0.05
/** Distance between centres found on both halves of the rows, in standard deviations of all rows. */
const mostDrift = 0.5
/** Distance between two centres, in the clusters' own standard deviations, from which on a measure tells them apart. */
const leastSeparation = 2

export interface RowClusters {
  /** By size, largest first; means to a few hundredths of the measure's spread. */
  readonly clusters: readonly { readonly share: number; readonly means: readonly number[] }[]
  /** By measure: the largest distance of two centres, in the clusters' own standard deviations. */
  readonly separations: readonly number[]
  /** Measures that tell at least two clusters apart. */
  readonly separating: number
  /** Largest p of two clusters being one. */
  readonly p: number
  /** Complete rows. */
  readonly n: number
}

/**
 * Clusters of complete rows of `measures`, columns of equal length with NaN for what is missing: those of a mixture of
 * Gaussians, merged where no gap is between them, so that a skewed cluster is one. Null where BIC prefers one Gaussian or
 * none is apart from the others, where both halves of the rows do not show the same clusters, or where one is smaller
 * than a twentieth. The same for the same rows in the same order.
 */
export function rowClusters(measures: readonly Float64Array[]): RowClusters | null {
  return inOneGo(rowClustersInSteps(measures))
}

/** As `rowClusters`, with pauses. */
export function* rowClustersInSteps(measures: readonly Float64Array[]): Generator<undefined, RowClusters | null> {
  const complete = completeRows(measures)
  const scales = complete.map((values) => {
    const shape = moments(values)
    return shape === null || !(shape.sd > 0) ? null : { mean: shape.mean, sd: shape.sd }
  })
  if (scales.some((scale) => scale === null)) return null
  const standard = complete.map((values, axis) => {
    const { mean, sd } = scales[axis] ?? { mean: 0, sd: 1 }
    return values.map((value) => (value - mean) / sd)
  })
  const n = standard[0]?.length ?? 0
  const step = Math.max(1, Math.ceil(n / fittedRows))
  const few = standard.map((values) => values.filter((_, row) => row % step === 0))
  const found = yield* apartClusters(few, mostClusters)
  if (found === null || found.clusters.length < 2 || found.gain < leastGain) return null
  if (found.clusters.some(({ weight }) => weight < leastWeight)) return null
  for (const half of [0, 1]) if (!(yield* isFoundAgain(few, half, found))) return null
  const labels = likeliest(standard, found.clusters)
  const clusters = found.clusters
    .map((_, index) => {
      const means = complete.map(() => 0)
      let rows = 0
      for (const [row, label] of labels.entries()) {
        if (label !== index) continue
        rows++
        for (const [axis, values] of complete.entries()) {
          means[axis] = (means[axis] ?? 0) + ((values[row] ?? 0) - (means[axis] ?? 0)) / rows
        }
      }
      return { share: rows / n, means: means.map((mean, axis) => rounded(mean, scales[axis]?.sd ?? 1)) }
    })
    .sort((left, right) => right.share - left.share)
  const separations = complete.map((_, axis) => separationOf(found.clusters, axis))
  const separating = separations.filter((separation) => separation >= leastSeparation).length
  return { clusters, separations, separating, p: found.p, n }
}

/** To a few hundredths of the spread: finer digits are chance. */
function rounded(mean: number, sd: number): number {
  const unit = 10 ** Math.floor(Math.log10(sd / 20))
  return Number((Math.round(mean / unit) * unit).toPrecision(12))
}

function completeRows(measures: readonly Float64Array[]): Float64Array[] {
  const length = measures[0]?.length ?? 0
  const rows = Array.from({ length }, (_, row) => row).filter((row) =>
    measures.every((values) => Number.isFinite(values[row])),
  )
  return measures.map((values) => Float64Array.from(rows, (row) => values[row] ?? 0))
}

/** Clusters that are apart from each other. */
interface ApartClusters {
  readonly clusters: readonly Cluster[]
  /** Gaussians of the mixture they were merged from. */
  readonly parts: number
  /** By how much BIC prefers these to a single one. */
  readonly gain: number
  /** Largest p of two clusters being one. */
  readonly p: number
}

/** Whether half of the rows alone shows as many clusters about the same centres. */
function* isFoundAgain(
  measures: readonly Float64Array[],
  half: number,
  { clusters, parts }: ApartClusters,
): Generator<undefined, boolean> {
  // By a scrambled number of the row: files often repeat something every second row.
  const again = yield* apartClusters(
    measures.map((values) => values.filter((_, row) => Math.imul(row + 1, multiplier) >>> 31 === half)),
    parts + 1,
  )
  if (again === null || again.clusters.length !== clusters.length) return false
  return clusters.every(({ means }) =>
    again.clusters.some((other) => other.means.every((mean, axis) => Math.abs(mean - (means[axis] ?? 0)) <= mostDrift)),
  )
}

/** The fewest Gaussians that BIC does not clearly call too few, merged where they are not apart. */
function* apartClusters(measures: readonly Float64Array[], most: number): Generator<undefined, ApartClusters | null> {
  const found = yield* gaussianClustersInSteps(measures, { mostClusters: most, starts, slack: leastGain })
  if (found === null) return null
  const { clusters: parts, labels, bic } = found
  const { heaps, count, p } = mergeClusters(measures, labels, parts.length, gapLevel)
  const clusters =
    count === parts.length
      ? parts
      : settled(
          measures,
          labels.map((part) => heaps[part] ?? 0),
          count,
        )
  const [single = 0] = bic
  return { clusters, parts: parts.length, gain: single - (bic[parts.length - 1] ?? single), p }
}

/**
 * Clusters of the rows that are nearer to their centre than to another, from those of `labels` on: where several
 * Gaussians make a cluster, the broadest of them reaches into the others.
 *
 * Source: classification EM with one diagonal covariance, Celeux & Govaert, CSDA 14 (1992), 315–332.
 */
function settled(measures: readonly Float64Array[], labels: Uint8Array, count: number): Cluster[] {
  let clusters = clustersOf(measures, labels, count)
  for (let round = 0; round < mostRounds; round++) clusters = clustersOf(measures, likeliest(measures, clusters), count)
  return clusters
}

/** Share and means of each, with the variances within all. */
function clustersOf(measures: readonly Float64Array[], labels: Uint8Array, count: number): Cluster[] {
  const rows = new Float64Array(count)
  for (const label of labels) rows[label] = (rows[label] ?? 0) + 1
  const sums = measures.map((values) => {
    const own = new Float64Array(count)
    for (const [row, label] of labels.entries()) own[label] = (own[label] ?? 0) + (values[row] ?? 0)
    return own
  })
  const meanOf = (axis: number, label: number): number => (sums[axis]?.[label] ?? 0) / Math.max(1, rows[label] ?? 0)
  const variances = Float64Array.from(measures, (values, axis) => {
    let squares = 0
    for (const [row, label] of labels.entries()) squares += ((values[row] ?? 0) - meanOf(axis, label)) ** 2
    return Math.max(leastVariance, squares / Math.max(1, labels.length))
  })
  return Array.from(rows, (own, label) => ({
    weight: Math.max(own, 1) / Math.max(1, labels.length),
    means: Float64Array.from(measures, (_, axis) => meanOf(axis, label)),
    variances,
  }))
}

function likeliest(measures: readonly Float64Array[], clusters: readonly Cluster[]): Uint8Array {
  const n = measures[0]?.length ?? 0
  const constants = clusters.map(({ weight, variances }) =>
    variances.reduce((sum, variance) => sum - 0.5 * Math.log(variance), Math.log(weight)),
  )
  const labels = new Uint8Array(n)
  for (let row = 0; row < n; row++) {
    let highest = Number.NEGATIVE_INFINITY
    for (const [index, { means, variances }] of clusters.entries()) {
      let log = constants[index] ?? 0
      for (const [axis, values] of measures.entries()) {
        log -= (0.5 * ((values[row] ?? 0) - (means[axis] ?? 0)) ** 2) / (variances[axis] ?? 1)
      }
      if (log > highest) {
        highest = log
        labels[row] = index
      }
    }
  }
  return labels
}

function separationOf(clusters: readonly Cluster[], axis: number): number {
  let largest = 0
  for (const first of clusters) {
    for (const second of clusters) {
      const spread = Math.sqrt(((first.variances[axis] ?? 1) + (second.variances[axis] ?? 1)) / 2)
      largest = Math.max(largest, Math.abs((first.means[axis] ?? 0) - (second.means[axis] ?? 0)) / spread)
    }
  }
  return largest
}
