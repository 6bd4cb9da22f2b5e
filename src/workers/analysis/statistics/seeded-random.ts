/** Random numbers that are the same for the same seed, on every machine. */

export interface SeededRandom {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  /** Whole number in [0, limit). */
  integer(limit: number): number
  /** Shuffles in place (Fisher–Yates) and returns the same array. */
  shuffle<Items extends { [index: number]: unknown; readonly length: number }>(items: Items): Items
  /** Where the generator stands: one of any seed that is moved there gives the same numbers from then on. */
  position(): RandomPosition
  moveTo(position: RandomPosition): void
}

export interface RandomPosition {
  readonly state: readonly [number, number, number, number]
  /** Second of a pair of normals, not yet given. */
  readonly spare: number | null
}

/**
 * Generator sfc32 of PractRand, seeded by `seed` (any finite number) through splitmix32. Period at least 2³². Not for
 * secrets.
 *
 * Source: Doty-Humphrey, PractRand (2010); normals by the polar method of Marsaglia & Bray (1964).
 */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.trunc(seed) | 0
  const spread = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let [a, b, c, counter] = [spread(), spread(), spread(), 1]
  const next32 = () => {
    const output = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + output
    c |= 0
    return output >>> 0
  }
  for (let warmUp = 0; warmUp < 12; warmUp++) next32()
  const uniform = () => ((next32() >>> 5) * 67_108_864 + (next32() >>> 6)) / 9_007_199_254_740_992
  let spare: number | null = null
  const normal = () => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * factor
      return x * factor
    }
  }
  const integer = (limit: number) => Math.floor(uniform() * limit)
  return {
    uniform,
    normal,
    integer,
    shuffle(items) {
      for (let last = items.length - 1; last > 0; last--) {
        const other = integer(last + 1)
        const kept = items[last]
        items[last] = items[other]
        items[other] = kept
      }
      return items
    },
    position: () => ({ state: [a, b, c, counter], spare }),
    moveTo(position) {
      ;[a, b, c, counter] = position.state
      spare = position.spare
    },
  }
}
