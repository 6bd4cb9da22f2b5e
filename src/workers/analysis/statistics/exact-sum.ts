/** A running sum in twice the precision of a double, the base of every sum of this folder. */

/** 2²⁷ + 1, which splits a double into two halves of 26 bits (Veltkamp). */
const splitter = 134_217_729

/**
 * Sums numbers, and products of two numbers, with about 106 bits: the error of `value` is one rounding, plus
 * n · 2⁻¹⁰⁴ · Σ|xᵢ|. Values must be finite, and products below 1e292.
 *
 * Source: Ogita, Rump & Oishi, "Accurate sum and dot product", SIAM J. Sci. Comput. 26 (2005). O(1) an addition.
 */
export class ExactSum {
  high = 0
  low = 0

  add(value: number): void {
    const sum = this.high + value
    const virtual = sum - this.high
    const tail = this.high - (sum - virtual) + (value - virtual) + this.low
    this.high = sum + tail
    this.low = tail - (this.high - sum)
  }

  addProduct(left: number, right: number): void {
    const product = left * right
    this.add(product)
    this.add(productTail(left, right, product))
  }

  get value(): number {
    return this.high + this.low
  }
}

/** What rounding cut off `left · right`, exactly (Dekker). */
export function productTail(left: number, right: number, product: number): number {
  const leftScaled = splitter * left
  const leftHigh = leftScaled - (leftScaled - left)
  const leftLow = left - leftHigh
  const rightScaled = splitter * right
  const rightHigh = rightScaled - (rightScaled - right)
  const rightLow = right - rightHigh
  return leftLow * rightLow - (product - leftHigh * rightHigh - leftLow * rightHigh - leftHigh * rightLow)
}

/** Σx, in twice double precision, rounded once; 0 for nothing. O(n). */
export function exactSum(values: ArrayLike<number>): number {
  const sum = new ExactSum()
  for (let index = 0; index < values.length; index++) sum.add(values[index] ?? 0)
  return sum.value
}
