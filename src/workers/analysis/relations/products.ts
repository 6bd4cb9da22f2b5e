/** Columns that are the product of two others, or a power of ten times it: amounts, and rates per hundred or thousand. */
import { nameWords } from '../profile/name-words.ts'
import { fits, type NumberColumn, type Relation, rounding } from './relation.ts'

type Product = Extract<Relation, { kind: 'product' }>

/** Powers of ten between a product and its factors: percent, per thousand, per hundred thousand, millions. */
const mostZeros = 6

/** O(k³) looks at a few rows, k columns. */
export function findProducts(columns: readonly NumberColumn[]): Product[] {
  const factors = columns.filter(({ values, sd }) => sd > 0 && values.some((value) => value !== 0 && value !== 1))
  const found: Product[] = []
  for (const product of columns) {
    const others = factors.filter((factor) => factor !== product)
    for (const [index, first] of others.entries()) {
      for (const second of others.slice(index + 1)) {
        const scale = scaleOf(product, first, second)
        if (scale === null || !isProduct(product, first, second, scale)) continue
        found.push({ kind: 'product', product: product.name, first: first.name, second: second.name, scale })
      }
    }
  }
  return found
}

/** The power of ten by which a row of large factors differs; null where it is none. */
function scaleOf(product: NumberColumn, first: NumberColumn, second: NumberColumn): number | null {
  let best = { row: -1, size: 0 }
  const rows = Math.min(product.values.length, 50)
  for (let row = 0; row < rows; row++) {
    const size = Math.abs((first.values[row] ?? 0) * (second.values[row] ?? 0) * (product.values[row] ?? 0))
    if (size > best.size) best = { row, size }
  }
  if (best.row < 0) return null
  const ratio = (product.values[best.row] ?? 0) / ((first.values[best.row] ?? 0) * (second.values[best.row] ?? 0))
  const zeros = Math.round(Math.log10(Math.abs(ratio)))
  return ratio > 0 && Math.abs(zeros) <= mostZeros && Math.abs(ratio / 10 ** zeros - 1) < 0.05 ? 10 ** zeros : null
}

function isProduct(product: NumberColumn, first: NumberColumn, second: NumberColumn, scale: number): boolean {
  // A row of which a factor is nothing fits anything.
  const made = (row: number): number => {
    const [a, b] = [first.values[row] ?? Number.NaN, second.values[row] ?? Number.NaN]
    return a === 0 || b === 0 ? Number.NaN : a * b * scale
  }
  return fits(product, made, (row) => {
    const [a, b] = [Math.abs(first.values[row] ?? 0), Math.abs(second.values[row] ?? 0)]
    const size = Math.abs(product.values[row] ?? 0)
    return 0.5 * (product.step + scale * (a * second.step + b * first.step)) * 1.001 + rounding(size)
  })
}

const quotientWords = new Set(
  'per rate ratio pct percent percentage share avg average mean density speed unit each quota yield efficiency'.split(
    ' ',
  ),
)

/** The factor that is called a rate, so that the product reads as what it is a rate of; null where none is. */
export function rateIn({ product, first, second }: Product): string | null {
  const isRate = (name: string): boolean => nameWords(name).some((word) => quotientWords.has(word))
  return isRate(product) ? null : ([first, second].find(isRate) ?? null)
}
