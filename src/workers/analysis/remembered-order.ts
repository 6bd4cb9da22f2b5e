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

/** Places of the values other than NaN of a column, the values in ascending order. Not to be written to. */
export function filledInOrder(values: Float64Array): Uint32Array {
  const order = orderOfColumn(values)
  let n = values.length
  while (n > 0 && Number.isNaN(values[order[n - 1] ?? 0])) n--
  return order.subarray(0, n)
}
