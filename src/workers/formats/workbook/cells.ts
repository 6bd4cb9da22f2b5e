/** Every non-empty cell of a workbook as JSON, for scripts and for comparison with other readers. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { WorkContext } from '../../runtime/context.ts'
import type { CellSink } from './cell-sink.ts'
import { columnLetters } from './references.ts'
import { isoToSerial } from './serial-date.ts'
import type { OpenWorkbook, Workbook } from './workbook.ts'

const flushAtCharacters = 64 * 1024

/**
 * Writes `{"Sheet!A1": "n12.5", ...}` to `outputPath`: `n` a number (dates as serials), `s` a trimmed string, `b` a
 * boolean; error cells and empty strings are left out (a string of blanks is not empty, only trimmed). Gives the number of cells written. Streams: memory does not grow with
 * the sheets. A cell that stands twice in the file is written twice, and the later one counts for a JSON reader.
 */
export async function writeCells(
  source: { readonly path: string; readonly name: string },
  outputPath: string,
  context: WorkContext,
  open: OpenWorkbook,
): Promise<{ cells: number }> {
  const output = createWriteStream(outputPath)
  try {
    const cells = await open({ path: source.path, scratchDir: path.dirname(outputPath) }, context, async (workbook) => {
      let written = 0
      for (const sheet of workbook.sheets) {
        const writer = new CellWriter(sheet.name, workbook, written === 0)
        await workbook.scan(sheet, writer, () => {
          if (writer.pending.length >= flushAtCharacters) output.write(writer.take())
        })
        written += writer.count
        if (!output.write(writer.take())) await once(output, 'drain')
      }
      output.write(written === 0 ? '{}\n' : '\n}\n')
      return written
    })
    output.end()
    await finished(output)
    return { cells }
  } finally {
    output.destroy()
  }
}

class CellWriter implements CellSink {
  pending = ''
  count = 0
  readonly #prefix: string
  readonly #workbook: Workbook
  #opening: string

  constructor(sheet: string, workbook: Workbook, first: boolean) {
    this.#prefix = JSON.stringify(`${sheet}!`).slice(0, -1)
    this.#workbook = workbook
    this.#opening = first ? '{\n' : ',\n'
  }

  take(): string {
    const text = this.pending
    this.pending = ''
    return text
  }

  number(row: number, column: number, value: number): void {
    this.#add(row, column, `"n${value}"`)
  }

  shared(row: number, column: number, index: number): void {
    const value = this.#workbook.strings[index]
    if (value !== undefined) this.text(row, column, value)
  }

  text(row: number, column: number, value: string): void {
    if (value !== '') this.#add(row, column, JSON.stringify(`s${value.trim()}`))
  }

  boolean(row: number, column: number, value: boolean): void {
    this.#add(row, column, `"b${value}"`)
  }

  isoDate(row: number, column: number, value: string): void {
    const serial = isoToSerial(value, this.#workbook.date1904)
    if (serial === null) this.text(row, column, value)
    else this.number(row, column, serial)
  }

  error(): void {
    // Left out by definition of the notation.
  }

  #add(row: number, column: number, value: string): void {
    this.pending += `${this.#opening}${this.#prefix}${columnLetters(column)}${row + 1}":${value}`
    this.#opening = ',\n'
    this.count++
  }
}
