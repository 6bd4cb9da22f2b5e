/** How much of a series' variance each frequency carries. */
import { exactMean } from './mean.ts'

export interface Periodogram {
  /** Cycles a step, ascending, above 0 up to 1/2. */
  readonly frequencies: Float64Array
  /** |Σ (x − mean)·e^(−2πift)|² / n at each frequency. */
  readonly power: Float64Array
}

/**
 * Periodogram of the centred series of finite values, padded with zeros to a power of two of at least 2n, so that the
 * frequencies are twice as fine as n asks for; null below two values. O(n log n).
 *
 * Source: Schuster (1898); transform of Cooley & Tukey (1965).
 */
export function periodogram(values: ArrayLike<number>): Periodogram | null {
  const n = values.length
  const center = exactMean(values)
  if (n < 2 || center === null) return null
  const size = 2 ** Math.ceil(Math.log2(2 * n))
  const real = new Float64Array(size)
  const imaginary = new Float64Array(size)
  for (let index = 0; index < n; index++) real[index] = (values[index] ?? 0) - center.high - center.low
  fourierTransform(real, imaginary)
  const half = size / 2
  return {
    frequencies: Float64Array.from({ length: half }, (_, index) => (index + 1) / size),
    power: Float64Array.from(
      { length: half },
      (_, index) => ((real[index + 1] ?? 0) ** 2 + (imaginary[index + 1] ?? 0) ** 2) / n,
    ),
  }
}

/** In place, radix 2; the length is a power of two. O(n log n). */
function fourierTransform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length
  for (let index = 1, reversed = 0; index < size; index++) {
    let bit = size >> 1
    for (; reversed & bit; bit >>= 1) reversed ^= bit
    reversed ^= bit
    if (index < reversed) {
      swap(real, index, reversed)
      swap(imaginary, index, reversed)
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2
    for (let offset = 0; offset < half; offset++) {
      const angle = (-2 * Math.PI * offset) / length
      const cosine = Math.cos(angle)
      const sine = Math.sin(angle)
      for (let even = offset; even < size; even += length) {
        const odd = even + half
        const oddReal = (real[odd] ?? 0) * cosine - (imaginary[odd] ?? 0) * sine
        const oddImaginary = (real[odd] ?? 0) * sine + (imaginary[odd] ?? 0) * cosine
        real[odd] = (real[even] ?? 0) - oddReal
        imaginary[odd] = (imaginary[even] ?? 0) - oddImaginary
        real[even] = (real[even] ?? 0) + oddReal
        imaginary[even] = (imaginary[even] ?? 0) + oddImaginary
      }
    }
  }
}

function swap(values: Float64Array, left: number, right: number): void {
  const kept = values[left] ?? 0
  values[left] = values[right] ?? 0
  values[right] = kept
}
