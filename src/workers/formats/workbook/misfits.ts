/** Values that could not be read as their column's type: counted, exemplified, and handed on in chunks to be kept. */
import { DOUBLE, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api'
import type { ConvertedColumn } from '../../../shared/story/table.ts'

const maxExamples = 5
const maxChunkRows = 2048

export class Misfits {
  readonly columns: ConvertedColumn['unreadable'][]
  total = 0
  #pending: { position: number; row: number; text: string }[] = []

  constructor(columns: number) {
    this.columns = Array.from({ length: columns }, () => ({ count: 0, examples: [] }))
  }

  /** `row` is the 1-based data row. */
  add(position: number, row: number, text: string): void {
    const column = this.columns[position]
    if (column === undefined) throw new RangeError(`no column ${position}`)
    this.total++
    column.count++
    if (column.examples.length < maxExamples) column.examples.push({ row, text })
    this.#pending.push({ position, row, text })
  }

  /** What has gathered since the last call, as chunks of (position, row, text). */
  take(): DuckDBDataChunk[] {
    const pending = this.#pending
    this.#pending = []
    const chunks: DuckDBDataChunk[] = []
    for (let from = 0; from < pending.length; from += maxChunkRows) {
      const part = pending.slice(from, from + maxChunkRows)
      const chunk = DuckDBDataChunk.create([DOUBLE, DOUBLE, VARCHAR], part.length)
      chunk.setColumnValues(
        0,
        part.map(({ position }) => position),
      )
      chunk.setColumnValues(
        1,
        part.map(({ row }) => row),
      )
      chunk.setColumnValues(
        2,
        part.map(({ text }) => text),
      )
      chunks.push(chunk)
    }
    return chunks
  }
}
