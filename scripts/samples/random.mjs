// Seeded randomness for the samples: the same numbers on every machine.

/** Uniform numbers in [0, 1) from a 32-bit state (mulberry32). */
export function uniform(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Standard normal numbers from uniform ones (sum of twelve: exact arithmetic everywhere, unlike a logarithm). */
export function normal(next) {
  return () => {
    let sum = 0
    for (let count = 0; count < 12; count += 1) sum += next()
    return sum - 6
  }
}

export function pick(next, weighted) {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  let rest = next() * total
  for (const [value, weight] of weighted) {
    rest -= weight
    if (rest < 0) return value
  }
  return weighted.at(-1)[0]
}

/** Days from `first` for `count` days, as UTC dates. */
export function days(first, count) {
  const start = Date.parse(`${first}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) => new Date(start + index * 86_400_000))
}

export function isoDate(date) {
  return date.toISOString().slice(0, 10)
}

/** Day of the year as a share of it, 0 on the first of January. */
export function yearShare(date) {
  const start = Date.UTC(date.getUTCFullYear(), 0, 1)
  return (date.getTime() - start) / (365.25 * 86_400_000)
}

/** A parabolic wave of period 1 between -1 and 1, with its crest at `crest`: a season without a sine's rounding. */
export function wave(share, crest) {
  const phase = (((share - crest + 0.25) % 1) + 1) % 1
  const half = phase < 0.5 ? phase * 2 : (phase - 0.5) * 2
  const arch = 4 * half * (1 - half)
  return phase < 0.5 ? arch : -arch
}
