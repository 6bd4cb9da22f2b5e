/** The order of a column's values, made once: its statistics, its shape and its ranks all begin with it. */
import { ascendingOrder } from './statistics/ascending-order.ts'

const orders = new WeakMap<Float64Array, Uint32Array>()

/** As `ascendingOrder`, of values that nobody writes to any more. The order is kept as long as they are. */
export function orderOfColumn(values: Float64Array): Uint32Array {
  const known = orders.get(values)
  if (known !== undefined) return known
  const order = ascendingOrder(values)
  orders.set(values, order)
  return order
}

/** Values other than NaN of a column in ascending order, a copy. */
export function columnInOrder(values: Float64Array): Float64Array {
  const order = orderOfColumn(values)
  let n = values.length
  while (n > 0 && Number.isNaN(values[order[n - 1] ?? 0])) n--
  const ascending = new Float64Array(n)
  for (let place = 0; place < n; place++) ascending[place] = values[order[place] ?? 0] ?? Number.NaN
  return ascending
}
