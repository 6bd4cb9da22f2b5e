/** Round values along a scale that is not Chart.js' own. */

/** Ticks at the utmost. */
const most = 4

/**
 * From a round value no more than `least` to one no less than `greatest`, in even steps of 1, 2 or 5 times a power of ten;
 * of a logarithmic scale, powers of ten. Two at least; a scale whose values are all the same is widened by one.
 */
export function roundTicks(least: number, greatest: number, isLogarithmic = false): readonly number[] {
  if (!Number.isFinite(least) || !Number.isFinite(greatest)) return [0, 1]
  if (isLogarithmic && least > 0) return powers(least, greatest)
  const [low, high] = least === greatest ? [least - 1, greatest + 1] : [least, greatest]
  // Zero is kept where it is near: then heights can be compared.
  const begin = low > 0 && low < 0.5 * high ? 0 : low
  const exponent = Math.floor(Math.log10((high - begin) / most))
  for (const factor of [1, 2, 5, 10, 20]) {
    const steps = stepsOf(factor, exponent)
    const [first, last] = [Math.floor(begin / steps(1)), Math.ceil(high / steps(1))]
    if (last - first < most) return Array.from({ length: last - first + 1 }, (_, index) => steps(first + index))
  }
  return [begin, high]
}

/** Multiples of `factor` · 10^`exponent`, by whole numbers only: no tick is 0.30000000000000004. */
function stepsOf(factor: number, exponent: number): (count: number) => number {
  const scale = 10 ** Math.abs(exponent)
  return (count) => (exponent < 0 ? (count * factor) / scale : count * factor * scale)
}

function powers(least: number, greatest: number): readonly number[] {
  const [first, last] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(greatest))]
  const end = last === first ? first + 1 : last
  const by = Math.max(1, Math.ceil((end - first) / (most - 1)))
  const count = Math.ceil((end - first) / by) + 1
  return Array.from({ length: count }, (_, index) => 10 ** (first + index * by))
}
