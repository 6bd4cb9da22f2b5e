/** Do rows fall into a few clusters of several measures? */
import { inOneGo } from '../in-steps.ts'
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
}

export interface ClusterOptions {
  readonly mostClusters?: number
  readonly starts?: number
  readonly seed?: number
  /** Fewer clusters are preferred while their BIC is at most so much above the least. */
  readonly slack?: number
}

const mostRounds = 100
/** Rounds that show which start leads highest; only that one is followed to its end. */
const firstRounds = 10
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
 * maximisation from k-means++ starts, of which the best after a few rounds is followed. `measures` are standardised
 * columns of equal length, finite. Null below 30 rows or without a measure. The same for the same seed. BIC also cuts one
 * skewed or curved heap in several; see `mergeClusters`. O(rounds · rows · measures · clusters²): give a few thousand rows.
 *
 * Source: Dempster, Laird & Rubin (1977); short runs of Biernacki, Celeux & Govaert, CSDA 41 (2003), 561–575; number by
 * BIC as Fraley & Raftery, JASA 97 (2002); starts of Arthur & Vassilvitskii (2007).
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
  const fits: (Mixture & { readonly bic: number })[] = []
  let inVain = 0
  for (let count = 1; count <= mostClusters && inVain < mostInVain; count++) {
    const tries = Array.from({ length: count === 1 ? 1 : starts }, () =>
      fitMixture(
        measures,
        spreadStarts(measures, count, () => random.uniform()),
        firstRounds,
      ),
    )
    const highest = tries.reduce((most, fit) => (fit.logLikelihood > most.logLikelihood ? fit : most))
    const best = highest.settled ? highest : fitMixture(measures, highest.clusters, mostRounds - firstRounds)
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
  return { clusters, labels, bic }
}

interface Mixture {
  readonly clusters: readonly Cluster[]
  readonly labels: Uint8Array
  readonly logLikelihood: number
  /** Whether a further round would gain too little. */
  readonly settled: boolean
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

/** Expectation and maximisation, in at most `rounds`. */
function fitMixture(measures: readonly Float64Array[], start: readonly Cluster[], rounds: number): Mixture {
  const n = measures[0]?.length ?? 0
  const shares = start.map(() => new Float64Array(n))
  let clusters = start
  let logLikelihood = Number.NEGATIVE_INFINITY
  let settled = false
  for (let round = 0; round < rounds && !settled; round++) {
    fillLogs(measures, clusters, shares)
    const sum = toShares(shares)
    settled = sum - logLikelihood < leastGain * n
    logLikelihood = sum
    if (!settled) clusters = shares.map((own) => clusterOf(measures, own))
  }
  fillLogs(measures, clusters, shares)
  return { clusters, labels: likeliestOf(shares), logLikelihood, settled }
}

// A column at a time and a cluster at a time: loops over rows that read in order and keep their sums in registers.

/** Fills `logs`, by cluster and row, with the log density of the row under the cluster. */
function fillLogs(
  measures: readonly Float64Array[],
  clusters: readonly Cluster[],
  logs: readonly Float64Array[],
): void {
  for (const [index, { weight, means, variances }] of clusters.entries()) {
    const own = logs[index] ?? new Float64Array()
    own.fill(variances.reduce((log, variance) => log - 0.5 * Math.log(2 * Math.PI * variance), Math.log(weight)))
    for (const [axis, values] of measures.entries()) {
      const mean = means[axis] ?? 0
      const scale = 0.5 / (variances[axis] ?? 1)
      for (let row = 0; row < own.length; row++) {
        const off = (values[row] ?? 0) - mean
        own[row] = (own[row] ?? 0) - off * off * scale
      }
    }
  }
}

/** Turns log densities into each cluster's share in each row; gives the log likelihood of all rows. */
function toShares(logs: readonly Float64Array[]): number {
  const n = logs[0]?.length ?? 0
  const highest = new Float64Array(n).fill(Number.NEGATIVE_INFINITY)
  const totals = new Float64Array(n)
  for (const own of logs) {
    for (let row = 0; row < n; row++) if ((own[row] ?? 0) > (highest[row] ?? 0)) highest[row] = own[row] ?? 0
  }
  for (const own of logs) {
    for (let row = 0; row < n; row++) {
      const away = (own[row] ?? 0) - (highest[row] ?? 0)
      // Beyond, a share is lost in the rounding of the others; and one cluster of each row is the likeliest.
      const density = away === 0 ? 1 : away < leastLog ? 0 : Math.exp(away)
      own[row] = density
      totals[row] = (totals[row] ?? 0) + density
    }
  }
  for (const own of logs) for (let row = 0; row < n; row++) own[row] = (own[row] ?? 0) / (totals[row] ?? 1)
  let sum = 0
  for (let row = 0; row < n; row++) sum += (highest[row] ?? 0) + Math.log(totals[row] ?? 1)
  return sum
}

/** The cluster that has these shares in the rows. */
function clusterOf(measures: readonly Float64Array[], shares: Float64Array): Cluster {
  const n = shares.length
  let total = 0
  for (let row = 0; row < n; row++) total += shares[row] ?? 0
  const own = Math.max(1e-9, total)
  const means = new Float64Array(measures.length)
  const variances = new Float64Array(measures.length)
  for (const [axis, values] of measures.entries()) {
    let sum = 0
    let squares = 0
    for (let row = 0; row < n; row++) {
      const value = values[row] ?? 0
      const weighted = (shares[row] ?? 0) * value
      sum += weighted
      squares += weighted * value
    }
    const mean = sum / own
    means[axis] = mean
    // Of standardised values, whose squares lose no digits that count.
    variances[axis] = Math.max(leastVariance, squares / own - mean * mean)
  }
  return { weight: own / n, means, variances }
}

/** Of each row the cluster with the highest log density, the first of equal ones. */
function likeliestOf(logs: readonly Float64Array[]): Uint8Array {
  const n = logs[0]?.length ?? 0
  const highest = new Float64Array(n).fill(Number.NEGATIVE_INFINITY)
  const labels = new Uint8Array(n)
  for (const [index, own] of logs.entries()) {
    for (let row = 0; row < n; row++) {
      if (!((own[row] ?? 0) > (highest[row] ?? 0))) continue
      highest[row] = own[row] ?? 0
      labels[row] = index
    }
  }
  return labels
}
