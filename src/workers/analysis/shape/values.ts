/** Values of a measure made ready for tests of their shape: finite, in order, and few enough. */
import { filledInOrder } from '../remembered-order.ts'
import { sorted } from '../statistics/quantiles.ts'

/** More values tell a shape no better, and cost more. */
export const mostShapeValues = 20_000

/** By the values they were made of: several kinds look at the shape of one sample. */
const made = new WeakMap<object, Float64Array>()

/** Values of a column of the sample, made ready once. Not to be written to. */
export function shapeOfSample(values: Float64Array): Float64Array {
  const known = made.get(values)
  if (known !== undefined) return known
  const order = finiteInOrder(values)
  const ready = valuesAt(values, order.length > mostShapeValues ? thinned(order, mostShapeValues) : order)
  made.set(values, ready)
  return ready
}

/** Finite values of a column of the sample in ascending order, all of them: a copy. */
export function sampleInOrder(values: Float64Array): Float64Array {
  return valuesAt(values, finiteInOrder(values))
}

/** Finite values in ascending order, evenly thinned where there are more than `most`: their order in the file is no matter. */
export function shapeValues(values: ArrayLike<unknown>, most = mostShapeValues): Float64Array {
  const finite = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (typeof value === 'number' && Number.isFinite(value)) finite[count++] = value
  }
  const ascending = sorted(finite.subarray(0, count))
  return ascending.length > most ? thinned(ascending, most) : ascending
}

/** Places of the finite values, the values in ascending order: infinities stand at both ends. */
function finiteInOrder(values: Float64Array): Uint32Array {
  const order = filledInOrder(values)
  let [start, end] = [0, order.length]
  while (start < end && values[order[start] ?? 0] === Number.NEGATIVE_INFINITY) start++
  while (start < end && values[order[end - 1] ?? 0] === Number.POSITIVE_INFINITY) end--
  return order.subarray(start, end)
}

function valuesAt(values: Float64Array, places: Uint32Array): Float64Array {
  const taken = new Float64Array(places.length)
  for (let index = 0; index < places.length; index++) taken[index] = values[places[index] ?? 0] ?? Number.NaN
  return taken
}

/** So many of more, evenly among them. */
function thinned<Values extends Float64Array | Uint32Array>(all: Values, most: number): Values {
  const few = all.slice(0, most) as Values
  for (let index = 0; index < most; index++) few[index] = all[Math.floor(((index + 0.5) * all.length) / most)] ?? 0
  return few
}

/**
 * Equal values spread evenly over half the way to their neighbours, so that rounding makes no steps. `ascending` in, and
 * ascending out.
 */
export function spreadTies(ascending: Float64Array): Float64Array {
  const n = ascending.length
  const result = new Float64Array(n)
  for (let start = 0; start < n; ) {
    const value = ascending[start] ?? 0
    let end = start + 1
    while (end < n && ascending[end] === value) end++
    const before = start > 0 ? value - (ascending[start - 1] ?? value) : (ascending[end] ?? value) - value
    const after = end < n ? (ascending[end] ?? value) - value : before
    const reach = Math.min(before, after) / 2
    for (let index = start; index < end; index++) {
      result[index] = value + reach * ((2 * (index - start) + 1) / (end - start) - 1)
    }
    start = end
  }
  return result
}
