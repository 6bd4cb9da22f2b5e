/** Values of a measure made ready for tests of their shape: finite, in order, and few enough. */
import { columnInOrder } from '../remembered-order.ts'
import { sorted } from '../statistics/quantiles.ts'

/** More values tell a shape no better, and cost more. */
export const mostShapeValues = 20_000

/** By the values they were made of: several kinds look at the shape of one sample. */
const made = new WeakMap<object, Float64Array>()

/** Values of a column of the sample, made ready once. Not to be written to. */
export function shapeOfSample(values: Float64Array): Float64Array {
  const known = made.get(values)
  if (known !== undefined) return known
  const ready = thinned(sampleInOrder(values), mostShapeValues)
  made.set(values, ready)
  return ready
}

/** Finite values of a column of the sample in ascending order, all of them. Not to be written to. */
export function sampleInOrder(values: Float64Array): Float64Array {
  return finiteOf(columnInOrder(values))
}

/** Finite values in ascending order, evenly thinned where there are more than `most`: their order in the file is no matter. */
export function shapeValues(values: ArrayLike<unknown>, most = mostShapeValues): Float64Array {
  const finite = new Float64Array(values.length)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (typeof value === 'number' && Number.isFinite(value)) finite[count++] = value
  }
  return thinned(sorted(finite.subarray(0, count)), most)
}

/** Infinities stand at both ends of ascending values. */
function finiteOf(ascending: Float64Array): Float64Array {
  let [start, end] = [0, ascending.length]
  while (start < end && ascending[start] === Number.NEGATIVE_INFINITY) start++
  while (start < end && ascending[end - 1] === Number.POSITIVE_INFINITY) end--
  return ascending.subarray(start, end)
}

function thinned(ascending: Float64Array, most: number): Float64Array {
  if (ascending.length <= most) return ascending
  return Float64Array.from(
    { length: most },
    (_, index) => ascending[Math.floor(((index + 0.5) * ascending.length) / most)] ?? 0,
  )
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
