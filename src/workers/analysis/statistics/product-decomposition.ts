/** How much of the change of a product (price times quantity) is owed to each factor? */

export interface ProductDecomposition {
  readonly change: number
  readonly first: number
  readonly second: number
}

/**
 * Change of a · b split between both factors, each at the mean of the other; first + second = change. Over parts, add
 * the splits up. O(1).
 *
 * Source: Bennet, J. R. Statist. Soc. 83 (1920).
 */
export function productDecomposition(
  before: { readonly first: number; readonly second: number },
  after: { readonly first: number; readonly second: number },
): ProductDecomposition {
  const first = ((after.first - before.first) * (before.second + after.second)) / 2
  const second = ((after.second - before.second) * (before.first + after.first)) / 2
  return { change: after.first * after.second - before.first * before.second, first, second }
}
