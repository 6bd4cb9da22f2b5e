/** Made-up data with a known truth in it, the same for the same seed. */

/** A small generator of uniform numbers in [0, 1) (mulberry32), enough for test data. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Sum of twelve uniforms less six: near enough to a standard normal for planting patterns. */
export function normal(random: () => number): number {
  let sum = -6
  for (let i = 0; i < 12; i += 1) sum += random()
  return sum
}

/**
 * Sales by day over three years: revenue grows, peaks every December, is a third higher in the North, and follows
 * visitors; `note` is empty on one row in ten.
 */
export function salesCsv({ rows, seed }: { readonly rows: number; readonly seed: number }): string {
  const random = uniform(seed)
  const regions = ['North', 'South', 'East', 'West']
  const lines = ['date,region,product,visitors,revenue,note']
  const start = Date.UTC(2021, 0, 1)
  for (let row = 0; row < rows; row += 1) {
    const day = Math.floor((row / rows) * 1095)
    const date = new Date(start + day * 86_400_000)
    const region = regions[Math.floor(random() * 4)] ?? 'North'
    const season = date.getUTCMonth() === 11 ? 1.5 : 1
    const visitors = Math.max(1, Math.round((80 + 0.05 * day) * season + 12 * normal(random)))
    const revenue = visitors * (region === 'North' ? 8 : 6) + 60 * normal(random)
    const product = ['tea', 'coffee', 'cake'][Math.floor(random() * 3)]
    const note = random() < 0.1 ? '' : 'ok'
    lines.push(`${date.toISOString().slice(0, 10)},${region},${product},${visitors},${revenue.toFixed(2)},${note}`)
  }
  return `${lines.join('\n')}\n`
}
