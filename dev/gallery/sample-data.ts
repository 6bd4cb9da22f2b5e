/** Numbers for the sample story: invented, seeded, the same every time. */

export function uniform(seed: number): () => number {
  let state = seed % 2_147_483_647
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

/** Monthly revenue of three years: growth, summers, one festival month. */
export function monthlyRevenue(): readonly (readonly [month: string, revenue: number, trend: number])[] {
  const next = uniform(7)
  return Array.from({ length: 36 }, (_, index) => {
    const month = `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
    const trend = 61_000 + 480 * index
    const season = 1 + 0.24 * Math.sin(((index % 12) - 3.2) * (Math.PI / 6))
    const festival = index === 19 ? 1.19 : 1
    return [month, round(trend * season * festival * (0.97 + 0.06 * next())), round(trend)] as const
  })
}

export const weekdayRevenue = [
  ['Monday', 1710.42, 1668.9, 1751.9],
  ['Tuesday', 1726.11, 1684.2, 1768.0],
  ['Wednesday', 1741.88, 1699.7, 1784.1],
  ['Thursday', 1759.3, 1717.0, 1801.6],
  ['Friday', 1842.75, 1798.3, 1887.2],
  ['Saturday', 2684.91, 2621.4, 2748.4],
  ['Sunday', 2590.06, 2528.8, 2651.3],
] as const

export function ordersAndRevenue(): readonly (readonly [orders: number, revenue: number])[] {
  const next = uniform(41)
  return Array.from({ length: 420 }, () => {
    const orders = Math.round(20 + 210 * next() * next() + 40 * next())
    return [orders, round(orders * (4.4 + 3.2 * (next() - 0.5)) + 60 * next())] as const
  })
}

export function ordersHistogram(): readonly (readonly [from: number, to: number, count: number])[] {
  const counts = [22, 148, 401, 822, 1290, 1604, 1511, 1220, 938, 661, 482, 301, 196, 121, 74, 38, 19, 9, 4, 3]
  return counts.map((count, index) => [index * 15, index * 15 + 15, count] as const)
}
