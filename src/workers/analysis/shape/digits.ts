/** How finely values are written: decimals, and the step they are multiples of. Values are taken as doubles of decimal texts. */
import { twelveDigits } from '../statistics/significant-digits.ts'

export const mostDecimals = 6

/** Decimals needed to write a value, 0 to 12; more for what was computed. */
export function decimalsOf(value: number): number {
  // A double keeps about fifteen digits of a decimal text; what needs more was computed, not written.
  const written = twelveDigits(value)
  if (Number.isInteger(written)) return 0
  const text = String(written)
  const [mantissa = '', exponent = '0'] = text.split('e')
  const fraction = mantissa.split('.')[1]?.length ?? 0
  return Math.max(0, fraction - Number(exponent))
}

export interface Fineness {
  /** Values by the decimals they need, 0 to `mostDecimals`; beyond, in the last. */
  readonly byDecimals: readonly number[]
  /** Most decimals that more than one value in a hundred needs. */
  readonly decimals: number
  /** Whether values have so many digits that they were computed. */
  readonly computed: boolean
  /** Largest of 1, 5, 25, 50 … × 10ᵏ that nearly all values are multiples of. */
  readonly step: number
}

const nearlyAll = 0.995
const fewValues = 200
const factors = [1, 2.5, 5] as const

/** Fineness of finite values; null for none. O(n). */
export function finenessOf(values: ArrayLike<number>): Fineness | null {
  const byDecimals = Array.from({ length: mostDecimals + 2 }, () => 0)
  const finite = Float64Array.from(values).filter(Number.isFinite)
  if (finite.length === 0) return null
  // Computed values show it in the first few; the rest is not worth looking at.
  const few = finite.filter((_, index) => index % Math.ceil(finite.length / fewValues) === 0)
  if (few.filter((value) => decimalsOf(value) > mostDecimals).length > 0.5 * few.length) {
    return { byDecimals, decimals: mostDecimals + 1, computed: true, step: 0 }
  }
  for (let index = 0; index < finite.length; index++) {
    const place = Math.min(mostDecimals + 1, decimalsOf(finite[index] ?? 0))
    byDecimals[place] = (byDecimals[place] ?? 0) + 1
  }
  const n = finite.length
  let decimals = 0
  let beyond = n
  for (const [place, count] of byDecimals.entries()) {
    beyond -= count
    decimals = place
    if (beyond <= 0.01 * n) break
  }
  return { byDecimals, decimals, computed: decimals > mostDecimals, step: stepOf(finite, decimals) }
}

function stepOf(values: Float64Array, decimals: number): number {
  const scale = 10 ** Math.min(decimals, mostDecimals)
  const whole = values.map((value) => Math.round(value * scale))
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * scale
  let step = 1
  for (let power = 1; power <= largest; power *= 10) {
    for (const factor of factors) {
      const candidate = factor * power
      if (!Number.isInteger(candidate)) continue
      if (nearlyAllAreMultiples(whole, candidate)) step = candidate
    }
  }
  return twelveDigits(step / scale)
}

/** Gives up at the value that is one too many. */
function nearlyAllAreMultiples(values: Float64Array, step: number): boolean {
  let others = 0
  for (let index = 0; index < values.length; index++) {
    if ((values[index] ?? 0) % step === 0) continue
    others++
    if (values.length - others < nearlyAll * values.length) return false
  }
  return true
}
