/** Writes rows as CSV of the plainest kind: UTF-8, comma, double quotes where needed, LF. */
import { type FileHandle, open } from 'node:fs/promises'

const flushAtCharacters = 1024 * 1024

export class CsvWriter {
  readonly #file: FileHandle
  #pending: string[] = []
  #characters = 0
  #longest = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  /** At most this many bytes in any row so far: a reader needs to know. */
  get longestRowBytes(): number {
    return 3 * this.#longest
  }

  /** Buffers a row; call `flush` now and then. */
  row(cells: readonly string[]): void {
    const line = cells.length === 1 && cells[0] === '' ? '""\n' : `${cells.map(quoted).join(',')}\n`
    this.#pending.push(line)
    this.#characters += line.length
    if (line.length > this.#longest) this.#longest = line.length
  }

  async flush(force = false): Promise<void> {
    if (!force && this.#characters < flushAtCharacters) return
    const text = this.#pending.join('')
    this.#pending = []
    this.#characters = 0
    if (text !== '') await this.#file.writeFile(text)
  }
}

/** Quoted when it must be, and where a reader could take it for something else: spaces at an end, a leading comment mark. */
function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$|^#/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

export async function withCsvWriter<Result>(
  path: string,
  work: (writer: CsvWriter) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, 'w')
  try {
    const writer = new CsvWriter(file)
    const result = await work(writer)
    await writer.flush(true)
    return result
  } finally {
    await file.close()
  }
}
