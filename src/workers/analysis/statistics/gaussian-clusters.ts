/** Do rows fall into a few clusters of several measures, and how well apart are these? */
import { inOneGo } from '../in-steps.ts'
import { dipP } from './dip-p.ts'
import { hartiganDip } from './hartigan-dip.ts'
import { seededRandom } from './seeded-random.ts'

export interface Cluster {
  /** Share of the rows. */
  readonly weight: number
  /** Mean and variance by measure, in the unit of the values given (standardise first). */
  readonly means: Float64Array
  readonly variances: Float64Array
}

export interface GaussianClusters {
  readonly clusters: readonly Cluster[]
  /** Likeliest cluster of each row. */
  readonly labels: Uint8Array
  /** BIC by number of clusters, from one, as far as they were tried. */
  readonly bic: readonly number[]
  /**
   * Largest p, over clusters and their nearest neighbour, that both are one heap along the line between them: small only
   * where there is a real gap. BIC alone also cuts one skewed or curved heap in two. 1 for a single cluster.
   */
  readonly p: number
}

export interface ClusterOptions {
  readonly mostClusters?: number
  readonly starts?: number
  readonly seed?: number
  /** Fewer clusters are preferred while their BIC is at most so much above the least. */
  readonly slack?: number
}

const mostRounds = 100
/** More clusters are tried until so many more of them, one after another, have not paid. */
const mostInVain = 2
/** A round that gains less log likelihood a row is the last. */
const leastGain = 1e-5
/** Logarithm of the least share that counts. */
const leastLog = -40
/** Least variance of a cluster, as a share of 1, the variance of a standardised measure. */
const leastVariance = 1e-3

/**
 * Mixture of Gaussians with diagonal covariances, of the number of clusters that BIC prefers, by expectation and
 * maximisation from k-means++ starts. `measures` are standardised columns of equal length, finite. Null below 30 rows or
 * without a measure. The same for the same seed. O(rounds · rows · measures · clusters²): give a few thousand rows.
 *
 * Source: Dempster, Laird & Rubin (1977); number by BIC as Fraley & Raftery, JASA 97 (2002); starts of Arthur &
 * Vassilvitskii (2007); check of the gap by the dip as in Kalogeratos & Likas (2012).
 */
export function gaussianClusters(
  measures: readonly Float64Array[],
  options: ClusterOptions = {},
): GaussianClusters | null {
  return inOneGo(gaussianClustersInSteps(measures, options))
}

/** As `gaussianClusters`, with a pause after each number of clusters that is tried. */
export function* gaussianClustersInSteps(
  measures: readonly Float64Array[],
  { mostClusters = 6, starts = 3, seed = 1, slack = 0 }: ClusterOptions = {},
): Generator<undefined, GaussianClusters | null> {
  const n = measures[0]?.length ?? 0
  if (n < 30) return null
  const random = seededRandom(seed)
  const rows = rowByRow(measures)
  const fits: (Mixture & { readonly bic: number })[] = []
  let inVain = 0
  for (let count = 1; count <= mostClusters && inVain < mostInVain; count++) {
    const tries = Array.from({ length: count === 1 ? 1 : starts }, () =>
      fitMixture(
        rows,
        measures.length,
        spreadStarts(measures, count, () => random.uniform()),
      ),
    )
    const best = tries.reduce((most, fit) => (fit.logLikelihood > most.logLikelihood ? fit : most))
    const parameters = count * (2 * measures.length + 1) - 1
    const bic = -2 * best.logLikelihood + parameters * Math.log(n)
    inVain = fits.some((fit) => fit.bic <= bic) ? inVain + 1 : 0
    fits.push({ ...best, bic })
    yield
  }
  const bic = fits.map((fit) => fit.bic)
  const least = Math.min(...bic)
  const chosen = fits.find((fit) => fit.bic - least <= slack)
  if (chosen === undefined) return null
  const { clusters, labels } = chosen
  return { clusters, labels, bic, p: leastGapP(measures, clusters, labels) }
}

interface Mixture {
  readonly clusters: readonly Cluster[]
  readonly labels: Uint8Array
  readonly logLikelihood: number
}

/** Rows to start from: the first at random, each further one the likelier the further it lies from those before. */
function spreadStarts(measures: readonly Float64Array[], count: number, uniform: () => number): Cluster[] {
  const n = measures[0]?.length ?? 0
  const distances = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const clusters: Cluster[] = []
  let row = Math.floor(uniform() * n)
  while (clusters.length < count) {
    const means = Float64Array.from(measures, (measure) => measure[row] ?? 0)
    clusters.push({ weight: 1 / count, means, variances: means.map(() => 1 / count) })
    let total = 0
    for (let index = 0; index < n; index++) {
      let distance = 0
      for (let axis = 0; axis < measures.length; axis++) {
        const off = (measures[axis]?.[index] ?? 0) - (means[axis] ?? 0)
        distance += off * off
      }
      distances[index] = Math.min(distances[index] ?? 0, distance)
      total += distances[index] ?? 0
    }
    let left = uniform() * total
    row = distances.findIndex((distance) => {
      left -= distance
      return left < 0
    })
    if (row < 0) row = n - 1
  }
  return clusters
}

/** Values row by row, so that a row's lie side by side. */
function rowByRow(measures: readonly Float64Array[]): Float64Array {
  const n = measures[0]?.length ?? 0
  const rows = new Float64Array(n * measures.length)
  for (const [axis, measure] of measures.entries()) {
    for (let row = 0; row < n; row++) rows[row * measures.length + axis] = measure[row] ?? 0
  }
  return rows
}

/** Expectation and maximisation; each round is one pass over the rows, whose shares are added up at once. */
function fitMixture(rows: Float64Array, axes: number, start: readonly Cluster[]): Mixture {
  const n = rows.length / axes
  const count = start.length
  let clusters = start
  let logLikelihood = Number.NEGATIVE_INFINITY
  for (let round = 0; round < mostRounds; round++) {
    const { sums, means, squares, sum } = shareOut(rows, axes, densitiesOf(clusters, axes))
    const settled = sum - logLikelihood < leastGain * n
    logLikelihood = sum
    if (settled) break
    clusters = start.map((_, index) => {
      const own = Math.max(1e-9, sums[index] ?? 0)
      const center = means.slice(index * axes, (index + 1) * axes).map((total) => total / own)
      // Of standardised values, whose squares lose no digits that count.
      const variances = center.map((mean, axis) =>
        Math.max(leastVariance, (squares[index * axes + axis] ?? 0) / own - mean * mean),
      )
      return { weight: own / n, means: center, variances }
    })
  }
  const densities = densitiesOf(clusters, axes)
  const logs = new Float64Array(count)
  const labels = new Uint8Array(n)
  for (let row = 0; row < n; row++) labels[row] = lookAt(rows, row * axes, axes, densities, logs)
  return { clusters, labels, logLikelihood }
}

/** What log densities are made of: by cluster, and by cluster and axis. */
interface Densities {
  readonly peaks: Float64Array
  readonly means: Float64Array
  readonly scales: Float64Array
}

function densitiesOf(clusters: readonly Cluster[], axes: number): Densities {
  const peaks = Float64Array.from(clusters, ({ weight, variances }) =>
    variances.reduce((log, variance) => log - 0.5 * Math.log(2 * Math.PI * variance), Math.log(weight)),
  )
  const means = new Float64Array(clusters.length * axes)
  const scales = new Float64Array(clusters.length * axes)
  for (const [index, cluster] of clusters.entries()) {
    means.set(cluster.means, index * axes)
    scales.set(
      cluster.variances.map((variance) => 0.5 / variance),
      index * axes,
    )
  }
  return { peaks, means, scales }
}

/** Fills `logs` with the log density under each cluster of the row that begins at `from`, and gives the likeliest. */
function lookAt(
  rows: Float64Array,
  from: number,
  axes: number,
  { peaks, means, scales }: Densities,
  logs: Float64Array,
): number {
  let highest = Number.NEGATIVE_INFINITY
  let likeliest = 0
  let place = 0
  for (let index = 0; index < peaks.length; index++) {
    let log = peaks[index] ?? 0
    for (let at = from; at < from + axes; at++, place++) {
      const off = (rows[at] ?? 0) - (means[place] ?? 0)
      log -= off * off * (scales[place] ?? 0)
    }
    logs[index] = log
    if (log > highest) {
      highest = log
      likeliest = index
    }
  }
  return likeliest
}

/** Sums over the rows of each cluster's share in them, by cluster, and of share · value and share · value² by axis. */
function shareOut(rows: Float64Array, axes: number, densities: Densities) {
  const count = densities.peaks.length
  const logs = new Float64Array(count)
  const sums = new Float64Array(count)
  const means = new Float64Array(count * axes)
  const squares = new Float64Array(count * axes)
  let sum = 0
  for (let from = 0; from < rows.length; from += axes) {
    const highest = logs[lookAt(rows, from, axes, densities, logs)] ?? 0
    let total = 0
    for (let index = 0; index < count; index++) {
      const away = (logs[index] ?? 0) - highest
      // Beyond, a share is lost in the rounding of the others.
      const density = away < leastLog ? 0 : Math.exp(away)
      logs[index] = density
      total += density
    }
    sum += highest + Math.log(total)
    for (let index = 0; index < count; index++) {
      const share = (logs[index] ?? 0) / total
      if (share === 0) continue
      sums[index] = (sums[index] ?? 0) + share
      let place = index * axes
      for (let at = from; at < from + axes; at++, place++) {
        const value = rows[at] ?? 0
        const weighted = share * value
        means[place] = (means[place] ?? 0) + weighted
        squares[place] = (squares[place] ?? 0) + weighted * value
      }
    }
  }
  return { sums, means, squares, sum }
}

/** For each cluster, the dip of its rows and its nearest neighbour's along the line between both; the largest p. */
function leastGapP(measures: readonly Float64Array[], clusters: readonly Cluster[], labels: Uint8Array): number {
  if (clusters.length < 2) return 1
  const ps = clusters.map((own, index) => {
    const others = clusters.map((other, position) => ({
      position,
      distance: position === index ? Number.POSITIVE_INFINITY : squaredDistance(own.means, other.means),
    }))
    const nearest = others.reduce((least, other) => (other.distance < least.distance ? other : least)).position
    const line = own.means.map((mean, axis) => (clusters[nearest]?.means[axis] ?? 0) - mean)
    const along: number[] = []
    labels.forEach((label, row) => {
      if (label !== index && label !== nearest) return
      along.push(measures.reduce((sum, measure, axis) => sum + (measure[row] ?? 0) * (line[axis] ?? 0), 0))
    })
    const dip = hartiganDip(along)
    return dip === null ? 1 : dipP(dip.dip, along.length)
  })
  return Math.max(...ps)
}

function squaredDistance(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, axis) => sum + (value - (right[axis] ?? 0)) ** 2, 0)
}
