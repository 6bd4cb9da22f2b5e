/** A table of a workbook as text, for `storyglass read`: the values as they stood. */
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import type { Cell } from './cell-store.ts'
import { cellText } from './cell-text.ts'
import type { AskedSheet } from './find-tables.ts'
import { eachTable, type FoundTable } from './open-tables.ts'
import type { OpenWorkbook } from './workbook.ts'

const flushAtCharacters = 64 * 1024

export interface WrittenText {
  readonly table: string
  readonly rows: number
  readonly columns: number
}

/**
 * Writes one table, by its name or its sheet's name, or the first for null. CSV: a header line, commas, double quotes, LF, UTF-8;
 * numbers in the shortest form that reads back the same, dates in ISO 8601, booleans `TRUE` and `FALSE`, Excel's errors as shown,
 * nothing for an empty cell. JSON: an array of objects, numbers and booleans as such, null for an empty cell.
 */
export async function writeWorkbookText(
  source: { readonly path: string; readonly name: string },
  table: string | null,
  format: 'csv' | 'json',
  outputPath: string,
  context: WorkContext,
  open: OpenWorkbook,
  asked?: AskedSheet,
): Promise<WrittenText> {
  const scratchDir = await mkdtemp(path.join(path.dirname(outputPath), '.read-'))
  const names: string[] = []
  let written: WrittenText | null = null
  try {
    await eachTable({ open, source, sheet: null, scratchDir, asked }, context, async (found) => {
      names.push(found.name)
      if (table !== null && found.name !== table && found.sheet.name !== table) return 'next'
      await writeRows(found, format, outputPath, context)
      written = { table: found.name, rows: found.rows.length, columns: found.columns.length }
      return 'enough'
    })
  } finally {
    await rm(scratchDir, { recursive: true, force: true })
  }
  if (written === null) throw new StoryglassError('no_such_sheet', names.join(', '))
  return written
}

async function writeRows(
  table: FoundTable,
  format: 'csv' | 'json',
  outputPath: string,
  context: WorkContext,
): Promise<void> {
  const { store } = table
  const output = createWriteStream(outputPath)
  const pause = pacer(context)
  const cursors = table.columns.map(({ column }) => store.cursor(column, table.rows[0] ?? 0))
  const names = table.columns.map(({ name }) => name)
  const line = format === 'csv' ? csvLine : jsonLine(names)
  try {
    let pending = format === 'csv' ? `${names.map(csvField).join(',')}\n` : '['
    for (const [index, row] of table.rows.entries()) {
      const cells = cursors.map((cursor): Cell | null => {
        cursor?.seek(row)
        return cursor?.row === row ? store.decode(cursor.tag, cursor.value) : null
      })
      pending += line(cells, store.date1904, index === 0)
      if (pending.length < flushAtCharacters) continue
      await flush(output, pending)
      pending = ''
      await pause()
    }
    await flush(output, format === 'csv' ? pending : `${pending}\n]\n`)
    output.end()
    await finished(output)
  } finally {
    output.destroy()
  }
}

function csvLine(cells: readonly (Cell | null)[], date1904: boolean): string {
  return `${cells.map((cell) => (cell === null ? '' : csvField(cellText(cell, date1904)))).join(',')}\n`
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function jsonLine(names: readonly string[]) {
  const keys = names.map((name) => JSON.stringify(name))
  return (cells: readonly (Cell | null)[], date1904: boolean, first: boolean): string => {
    const fields = cells.map((cell, index) => `${keys[index]}:${jsonValue(cell, date1904)}`)
    return `${first ? '' : ','}\n{${fields.join(',')}}`
  }
}

function jsonValue(cell: Cell | null, date1904: boolean): string {
  if (cell === null) return 'null'
  if (cell.kind === 'boolean') return String(cell.value)
  const text = cellText(cell, date1904)
  return cell.kind === 'number' && text === String(cell.value) ? text : JSON.stringify(text)
}

async function flush(output: WriteStream, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain')
}
