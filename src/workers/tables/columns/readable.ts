/** How many of a column's values must be readable as a kind for the column to be of that kind, and what odd ones do to it. */

/** Below this share of readable values a column is text. */
const readableShare = 0.95
/** In a column of so many values a single odd one is forgiven, though it is more than the share allows. */
const fewestForOneOdd = 5

/** A number that somebody was not sure of. */
const approximation =
  /^(?:about|approx\.?|approximately|around|roughly|circa|ca\.|c\.|etwa|ungefähr|rund|environ|env\.|aprox\.|cerca de|~|≈)\s*[0-9]/iu

/**
 * `odd` are the distinct texts that could not be read. One word among few numbers (`tbc`, `closed`) is a remark; a text
 * with a digit in it, or a single letter, is more likely a code among codes: a room 12b, a floor G.
 */
export function neededWeight(total: number, odd: readonly string[]): number {
  const [only = ''] = odd
  const isRemark = odd.length <= 1 && (!/[0-9]|^\p{L}$/u.test(only.trim()) || approximation.test(only.trim()))
  // Weights may be fractions, whose sum is not exact.
  return Math.min(readableShare * total, isRemark && total >= fewestForOneOdd ? total - 1 : total) - 1e-9
}
