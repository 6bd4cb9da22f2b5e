/** Did a rate change because the parts' own rates did, or because the parts' weights did? */

/** A part in one period: how much of it there is (rows, denominator), and how much of that counts (numerator). */
export interface RatePart {
  readonly weight: number
  readonly amount: number
}

export interface RateContribution {
  /** By the part's own rate, at its mean share of the weight. */
  readonly rate: number
  /** By the part's share of the weight, at the distance of its mean rate from the mean of the whole. */
  readonly mix: number
}

export interface RateDecomposition {
  readonly before: number
  readonly after: number
  readonly change: number
  /** Sums over the parts; rate + mix = change. */
  readonly rate: number
  readonly mix: number
  readonly parts: readonly RateContribution[]
}

/**
 * Splits the change of an overall rate Σ amount / Σ weight into the parts' rates and the mix of parts, the interaction
 * shared evenly between both (each effect at the mean of before and after), so that nothing is left over and the order
 * of the periods does not matter. A part absent from one period has no rate of its own there and counts as mix alone.
 * Null where either period has no weight. O(k).
 *
 * Source: Kitagawa, JASA 50 (1955); the even split is the Shapley value for two factors.
 */
export function rateDecomposition(before: readonly RatePart[], after: readonly RatePart[]): RateDecomposition | null {
  const [start, end] = [totalOf(before), totalOf(after)]
  if (!(start.weight > 0) || !(end.weight > 0)) return null
  const rateBefore = start.amount / start.weight
  const rateAfter = end.amount / end.weight
  const center = (rateBefore + rateAfter) / 2
  const parts = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const [was, is] = [before[index] ?? nothing, after[index] ?? nothing]
    const shareBefore = was.weight / start.weight
    const shareAfter = is.weight / end.weight
    const ownAfter = is.weight > 0 ? is.amount / is.weight : was.weight > 0 ? was.amount / was.weight : center
    const ownBefore = was.weight > 0 ? was.amount / was.weight : ownAfter
    return {
      rate: ((shareBefore + shareAfter) / 2) * (ownAfter - ownBefore),
      mix: (shareAfter - shareBefore) * ((ownBefore + ownAfter) / 2 - center),
    }
  })
  const sum = (kind: 'rate' | 'mix') => parts.reduce((total, part) => total + part[kind], 0)
  return {
    before: rateBefore,
    after: rateAfter,
    change: rateAfter - rateBefore,
    rate: sum('rate'),
    mix: sum('mix'),
    parts,
  }
}

const nothing: RatePart = { weight: 0, amount: 0 }

function totalOf(parts: readonly RatePart[]): RatePart {
  return parts.reduce((sum, part) => ({ weight: sum.weight + part.weight, amount: sum.amount + part.amount }), nothing)
}
