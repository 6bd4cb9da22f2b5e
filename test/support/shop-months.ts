/** A made-up shop's orders: what two versions of one file look like. */
import { uniform } from './data.ts'

export interface Order {
  readonly id: string
  readonly date: string
  readonly region: string
  readonly product: string
  readonly units: number
  readonly revenue: number
}

const regions = ['North', 'South', 'West'] as const
const products = ['Tea', 'Coffee', 'Cocoa', 'Honey'] as const

/** Orders of a month of 2024, by number; `factor` scales the units of the region North. */
export function ordersOf(month: number, count: number, { seed = 1, factor = 1 } = {}): Order[] {
  const random = uniform(1_000 * month + seed)
  return Array.from({ length: count }, (_, at) => {
    const region = regions[Math.floor(random() * regions.length)] ?? 'North'
    const product = products[Math.floor(random() * products.length)] ?? 'Tea'
    const units = Math.round((1 + Math.floor(random() * 9)) * (region === 'North' ? factor : 1))
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    return {
      id: `A-${month}-${String(at + 1).padStart(4, '0')}`,
      date: `2024-${String(month).padStart(2, '0')}-${day}`,
      region,
      product,
      units,
      revenue: Math.round(units * (2 + 8 * random()) * 100) / 100,
    }
  })
}

export function ordersCsv(
  orders: readonly Order[],
  names = ['order_id', 'date', 'region', 'product', 'units', 'revenue'],
) {
  const lines = orders.map(({ id, date, region, product, units, revenue }) =>
    [id, date, region, product, units, revenue.toFixed(2)].join(','),
  )
  return `${[names.join(','), ...lines].join('\n')}\n`
}
