/** Multiplan's Symbolic Link format (SYLK), as spreadsheets still write it: a line a cell, its place and its value. */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import { accented } from './accents.ts'
import { isDateFormat, textOfSerial } from './dates.ts'

const maxColumns = 16_384
const maxRows = 1_048_576
/** Rows times columns: cells may be far apart. */
const maxArea = 64_000_000

/** Rows of cells as texts, from the first row on. Throws where cells lie outside what a sheet can have. */
export function rowsOfSylk(text: string): string[][] {
  const rows: string[][] = []
  const formats: string[] = []
  const columnFormats = new Map<number, number>()
  let [x, y, width] = [1, 1, 0]
  let cellFormat: number | null = null
  let ended = false
  for (const line of text.split('\n')) {
    const [kind, ...fields] = fieldsOf(line.trimEnd())
    if (kind === 'E') {
      ended = true
      break
    }
    if (kind === 'P') formats.push(fieldOf(fields, 'P') ?? '')
    if (kind !== 'C' && kind !== 'F') continue
    x = placeOf(fields, 'X', maxColumns) ?? x
    y = placeOf(fields, 'Y', maxRows) ?? y
    if (kind === 'F') {
      const format = Number(fieldOf(fields, 'P') ?? Number.NaN)
      const column = placeOf(fields, 'C', maxColumns)
      if (!Number.isInteger(format)) continue
      if (column !== null) columnFormats.set(column, format)
      else cellFormat = format
      continue
    }
    const written = fieldOf(fields, 'K')
    const format = formats[cellFormat ?? columnFormats.get(x) ?? -1] ?? ''
    cellFormat = null
    if (written === null) continue
    width = Math.max(width, x)
    if (width * Math.max(rows.length, y) > maxArea) throw new StoryglassError('hostile_content', 'cells very far apart')
    while (rows.length < y) rows.push([])
    const row = rows[y - 1]
    if (row === undefined) continue
    while (row.length < x) row.push('')
    row[x - 1] = textOf(written, format)
  }
  if (!ended) throw new StoryglassError('damaged_text', note('failed.noEndMark', { format: 'SYLK' }))
  return rows
}

/** Fields stand between semicolons; a doubled one is part of a text. */
function fieldsOf(line: string): string[] {
  if (!line.includes(';;')) return line.split(';')
  return line
    .replaceAll(';;', '\u0000')
    .split(';')
    .map((field) => field.replaceAll('\u0000', ';'))
}

function fieldOf(fields: readonly string[], letter: string): string | null {
  return fields.find((field) => field.startsWith(letter))?.slice(1) ?? null
}

function placeOf(fields: readonly string[], letter: string, most: number): number | null {
  const written = fieldOf(fields, letter)
  if (written === null || !/^\d+$/u.test(written)) return null
  const place = Number(written)
  if (place < 1 || place > most) throw new StoryglassError('hostile_content', 'a cell outside of any sheet')
  return place
}

function textOf(written: string, format: string): string {
  if (written.startsWith('"')) {
    return accented(written.slice(1, written.endsWith('"') && written.length > 1 ? -1 : undefined))
  }
  if (written.startsWith('#')) return ''
  return isDateFormat(format) ? (textOfSerial(written) ?? written) : written
}
