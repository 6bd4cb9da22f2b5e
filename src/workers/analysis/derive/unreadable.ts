/** What could not be read as a column's type: counted when the file was read, and empty since. */
import type { Columns, Numbers, Parameters } from './derived-function.ts'

/** One row of `empty` cells and `rows`; `unreadable` is what reading the file counted, at most what is empty. */
export function unreadableNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [empty, rows] = columns.map((values) => Number(values[0] ?? 0))
  const counted = typeof parameters.unreadable === 'number' ? parameters.unreadable : 0
  const count = Math.min(counted, empty ?? 0)
  const n = (rows ?? 0) - (empty ?? 0) + count
  return { count, n, share: n > 0 ? count / n : null }
}
