/** The cells of one column as they come from the scanner: 16 bytes each, in chunks that may be spooled to disk. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { maxRows } from './limits.ts'
import type { Spool } from './spool.ts'

const firstChunkCells = 16
const growth = 4
/** A power of the growth times the first, so that growing ends exactly here. */
const fullChunkCells = firstChunkCells * growth ** 4
const bytesPerCell = 16

/** Views on one buffer: values, then rows, then tags, so that a chunk is written and read in one piece. */
class Chunk {
  readonly bytes: Uint8Array
  readonly values: Float64Array
  readonly rows: Uint32Array
  readonly tags: Uint32Array

  constructor(cells: number) {
    const buffer = new ArrayBuffer(cells * bytesPerCell)
    this.bytes = new Uint8Array(buffer)
    this.values = new Float64Array(buffer, 0, cells)
    this.rows = new Uint32Array(buffer, cells * 8, cells)
    this.tags = new Uint32Array(buffer, cells * 12, cells)
  }
}

interface SealedChunk {
  readonly lastRow: number
  /** The chunk, or its offset in the spool. */
  readonly where: Chunk | number
}

/** Bytes of sealed chunks still in memory, shared by the columns of a sheet. */
export interface MemoryBudget {
  left: number
}

export class ColumnCells {
  count = 0
  readonly #spool: Spool
  readonly #budget: MemoryBudget
  readonly #sealed: SealedChunk[] = []
  #open = new Chunk(firstChunkCells)
  #used = 0
  #lastRow = -1
  #ordered = true

  constructor(spool: Spool, budget: MemoryBudget) {
    this.#spool = spool
    this.#budget = budget
  }

  /** A second cell for the row just written replaces it, as spreadsheet programs do. */
  add(row: number, tag: number, value: number): void {
    if (row <= this.#lastRow) {
      if (row === this.#lastRow && this.#used > 0) {
        this.#open.tags[this.#used - 1] = tag
        this.#open.values[this.#used - 1] = value
        return
      }
      this.#ordered = false
    }
    if (this.#used === this.#open.rows.length) this.#makeRoom()
    this.#open.rows[this.#used] = row
    this.#open.tags[this.#used] = tag
    this.#open.values[this.#used] = value
    this.#used++
    this.count++
    this.#lastRow = row
  }

  #makeRoom(): void {
    const full = this.#open
    if (full.rows.length < fullChunkCells) {
      this.#open = new Chunk(full.rows.length * growth)
      this.#open.values.set(full.values)
      this.#open.rows.set(full.rows)
      this.#open.tags.set(full.tags)
      return
    }
    this.#used = 0
    if (this.#budget.left < full.bytes.length) {
      this.#sealed.push({ lastRow: this.#lastRow, where: this.#spool.append(full.bytes) })
      return // The chunk on disk, its memory is filled again.
    }
    this.#budget.left -= full.bytes.length
    this.#sealed.push({ lastRow: this.#lastRow, where: full })
    this.#open = new Chunk(fullChunkCells)
  }

  /** Reads the cells from `fromRow` on, in the order of rows. No cell may be added while it is in use. */
  cursor(fromRow = 0): ColumnCursor {
    if (!this.#ordered) this.#sort()
    let first = 0
    while (first < this.#sealed.length && (this.#sealed[first]?.lastRow ?? 0) < fromRow) first++
    const chunks = this.#sealed.slice(first)
    const load = (index: number): { chunk: Chunk; used: number } | null => {
      const sealed = chunks[index]
      if (sealed === undefined) return index === chunks.length ? { chunk: this.#open, used: this.#used } : null
      if (typeof sealed.where !== 'number') return { chunk: sealed.where, used: fullChunkCells }
      const chunk = new Chunk(fullChunkCells)
      this.#spool.read(sealed.where, chunk.bytes)
      return { chunk, used: fullChunkCells }
    }
    const cursor = new ColumnCursor(load)
    cursor.seek(fromRow)
    return cursor
  }

  /** Rows out of order are rare and not written by Excel: the column is then sorted in memory, the last of equals kept. */
  #sort(): void {
    if (this.count > 2 * maxRows) throw new StoryglassError('damaged_workbook', 'a column has more cells than rows')
    this.#ordered = true
    const latest = new Map<number, { tag: number; value: number }>()
    for (const cursor = this.cursor(); cursor.row >= 0; cursor.next()) {
      latest.set(cursor.row, { tag: cursor.tag, value: cursor.value })
    }
    this.#sealed.length = 0
    this.#open = new Chunk(firstChunkCells)
    this.#used = 0
    this.#lastRow = -1
    this.count = 0
    for (const row of [...latest.keys()].sort((a, b) => a - b)) {
      const cell = latest.get(row)
      if (cell) this.add(row, cell.tag, cell.value)
    }
  }
}

/** Stands on a cell; `row` is -1 behind the last one. */
export class ColumnCursor {
  row = -1
  tag = 0
  value = 0
  readonly #load: (index: number) => { chunk: Chunk; used: number } | null
  #chunkIndex = -1
  #chunk: Chunk | null = null
  #used = 0
  #index = 0

  constructor(load: (index: number) => { chunk: Chunk; used: number } | null) {
    this.#load = load
    this.next()
  }

  next(): void {
    this.#index++
    while (this.#chunk === null || this.#index >= this.#used) {
      const loaded = this.#load(++this.#chunkIndex)
      if (loaded === null) {
        this.row = -1
        return
      }
      this.#chunk = loaded.chunk
      this.#used = loaded.used
      this.#index = 0
    }
    this.row = this.#chunk.rows[this.#index] ?? -1
    this.tag = this.#chunk.tags[this.#index] ?? 0
    this.value = this.#chunk.values[this.#index] ?? 0
  }

  /** Forward to the first cell in or below `row`. */
  seek(row: number): void {
    while (this.row >= 0 && this.row < row) this.next()
  }
}
