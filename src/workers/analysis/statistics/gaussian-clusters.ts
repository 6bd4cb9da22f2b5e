/** Do rows fall into a few clusters of several measures, and how well apart are these? */
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
  { mostClusters = 6, starts = 3, seed = 1 }: ClusterOptions = {},
): GaussianClusters | null {
  const n = measures[0]?.length ?? 0
  if (n < 30) return null
  const random = seededRandom(seed)
  const fits: (Mixture & { readonly bic: number })[] = []
  let inVain = 0
  for (let count = 1; count <= mostClusters && inVain < mostInVain; count++) {
    const tries = Array.from({ length: count === 1 ? 1 : starts }, () =>
      fitMixture(
        measures,
        spreadStarts(measures, count, () => random.uniform()),
      ),
    )
    const best = tries.reduce((most, fit) => (fit.logLikelihood > most.logLikelihood ? fit : most))
    const parameters = count * (2 * measures.length + 1) - 1
    const bic = -2 * best.logLikelihood + parameters * Math.log(n)
    inVain = fits.some((fit) => fit.bic <= bic) ? inVain + 1 : 0
    fits.push({ ...best, bic })
  }
  const best = fits.reduce((least, fit) => (fit.bic < least.bic ? fit : least))
  const { clusters, labels } = best
  return { clusters, labels, bic: fits.map(({ bic }) => bic), p: leastGapP(measures, clusters, labels) }
}

interface Mixture {
  readonly clusters: Cluster[]
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

function fitMixture(measures: readonly Float64Array[], start: Cluster[]): Mixture {
  const n = measures[0]?.length ?? 0
  const count = start.length
  let clusters = start
  const shares = Array.from({ length: count }, () => new Float64Array(n))
  const labels = new Uint8Array(n)
  let logLikelihood = Number.NEGATIVE_INFINITY
  for (let round = 0; round < mostRounds; round++) {
    let sum = 0
    const peaks = clusters.map(({ weight, variances }) =>
      variances.reduce((log, variance) => log - 0.5 * Math.log(2 * Math.PI * variance), Math.log(weight)),
    )
    // Log densities first, cluster by cluster and measure by measure, in long plain loops.
    for (const [index, { means, variances }] of clusters.entries()) {
      const log = shares[index] ?? new Float64Array(n)
      log.fill(peaks[index] ?? 0)
      for (const [axis, measure] of measures.entries()) {
        const mean = means[axis] ?? 0
        const scale = 0.5 / (variances[axis] ?? 1)
        for (let row = 0; row < n; row++) {
          const off = (measure[row] ?? 0) - mean
          log[row] = (log[row] ?? 0) - off * off * scale
        }
      }
    }
    for (let row = 0; row < n; row++) {
      let highest = Number.NEGATIVE_INFINITY
      for (let index = 0; index < count; index++) {
        const log = shares[index]?.[row] ?? 0
        if (log <= highest) continue
        highest = log
        labels[row] = index
      }
      let total = 0
      for (let index = 0; index < count; index++) {
        const share = shares[index]
        if (share === undefined) continue
        const away = (share[row] ?? 0) - highest
        // Beyond, a share is lost in the rounding of the others.
        const density = away < leastLog ? 0 : Math.exp(away)
        share[row] = density
        total += density
      }
      for (let index = 0; index < count; index++) {
        const share = shares[index]
        if (share !== undefined) share[row] = (share[row] ?? 0) / total
      }
      sum += highest + Math.log(total)
    }
    const settled = sum - logLikelihood < leastGain * n
    logLikelihood = sum
    if (settled) break
    clusters = shares.map((share) => clusterOf(measures, share))
  }
  return { clusters, labels, logLikelihood }
}

/** Weighted mean and variance of the rows by their share in a cluster. */
function clusterOf(measures: readonly Float64Array[], shares: Float64Array): Cluster {
  let total = 0
  for (let row = 0; row < shares.length; row++) total += shares[row] ?? 0
  total = Math.max(1e-9, total)
  const means = new Float64Array(measures.length)
  const variances = new Float64Array(measures.length)
  for (const [axis, measure] of measures.entries()) {
    let sum = 0
    for (let row = 0; row < shares.length; row++) sum += (shares[row] ?? 0) * (measure[row] ?? 0)
    const mean = sum / total
    let squares = 0
    for (let row = 0; row < shares.length; row++) {
      const off = (measure[row] ?? 0) - mean
      squares += (shares[row] ?? 0) * off * off
    }
    means[axis] = mean
    variances[axis] = Math.max(leastVariance, squares / total)
  }
  return { weight: total / shares.length, means, variances }
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
