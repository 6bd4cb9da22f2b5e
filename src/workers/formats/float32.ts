/** Numbers of 32 bits, which JavaScript has as those of 64. */

/** The shortest decimal number that is the same in 32 bits: 0.1 rather than 0.10000000149. */
export function shortestOfFloat32(value: number): number {
  if (!Number.isFinite(value)) return value
  for (let digits = 6; digits < 9; digits += 1) {
    const shorter = Number(value.toPrecision(digits))
    if (Math.fround(shorter) === value) return shorter
  }
  return value
}
