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
  const finite = finiteOf(values)
  if (finite.length === 0) return null
  if (seemsComputed(finite)) {
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

function finiteOf(values: ArrayLike<number>): Float64Array {
  const finite = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN
    if (Number.isFinite(value)) finite[count++] = value
  }
  return finite.subarray(0, count)
}

/** Computed values show it in a few; the rest is not worth looking at. */
function seemsComputed(finite: Float64Array): boolean {
  const step = Math.ceil(finite.length / fewValues)
  let [few, long] = [0, 0]
  for (let index = 0; index < finite.length; index += step) {
    few++
    if (decimalsOf(finite[index] ?? 0) > mostDecimals) long++
  }
  return long > 0.5 * few
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
