/**
 * Finds the tables in a sheet: titles above the header, headers of several rows, totals and remarks below, a second
 * table further down. What is left out is counted and told.
 */

import { explainAsides } from '../../tables/asides/explain.ts'
import { type Aside, findAsides } from '../../tables/asides/find-asides.ts'
import { cellText } from './cell-text.ts'
import { findFooter } from './find-footer.ts'
import { findHeader, type Header, startsAnotherTable } from './find-header.ts'
import type { SheetView } from './sheet-view.ts'

export interface TableLayout {
  /** Column of the sheet and its name, empty where the header has none. */
  readonly columns: readonly { readonly column: number; readonly name: string }[]
  /** Rows of the sheet that hold the records, ascending. */
  readonly rows: Uint32Array
  /** Whether a header was found; without one the columns are numbered. */
  readonly hasHeader: boolean
  readonly headerRows: number
  readonly droppedRows: number
  readonly notes: readonly string[]
}

/** How many rows at the top are looked at, and at the bottom; fewer of very wide ones, whose cells would fill the memory. */
const headRows = 120
const footRows = 40
const maxCellsLookedAt = 150_000
const fewestRows = 8
/** More rows are not looked through for totals between them. */
const maxRowsAsTexts = 2000
const maxTables = 20
/** Each look behind a gap touches every column, so that wide sheets get fewer. */
const maxGapsTried = 200
const maxColumnsTouched = 200_000

export interface SheetLayout {
  /** From the top down. */
  readonly tables: readonly TableLayout[]
  /** All rows where there is no table; rows below the last one are dropped from it, and told there. */
  readonly refusedRows: number
}

/** All tables of a sheet. */
export function findTables(view: SheetView): SheetLayout {
  const tables: TableLayout[] = []
  let from = 0
  while (from < view.rows.length && tables.length < maxTables) {
    const head = view.read(from, from + lookAt(view, headRows))
    const header = findHeader(head, view.merges)
    if (header === null) break
    const end = tables.length === maxTables - 1 ? view.rows.length : findEnd(view, from, header)
    tables.push(layOut(view, from, end, header))
    from = end
  }
  const last = tables.at(-1)
  const refusedRows = view.rows.length - from
  if (last === undefined || refusedRows === 0) return { tables, refusedRows }
  const told = `${countRows(refusedRows)} further down, in which no table was found, left out.`
  const withRest = { ...last, droppedRows: last.droppedRows + refusedRows, notes: [...last.notes, told] }
  return { tables: [...tables.slice(0, -1), withRest], refusedRows: 0 }
}

/** The index of the row at which another table begins, looked for behind blank rows only. */
function findEnd(view: SheetView, from: number, header: Header): number {
  const { rows } = view
  const maxTried = Math.min(maxGapsTried, Math.ceil(maxColumnsTouched / Math.max(1, header.width)))
  let tried = 0
  for (let index = from + header.dataFrom + 1; index < rows.length && tried < maxTried; index++) {
    if ((rows[index] ?? 0) - (rows[index - 1] ?? 0) < 2) continue
    tried++
    const before = view.read(Math.max(from + header.dataFrom, index - lookAt(view, 20)), index)
    if (startsAnotherTable(before, view.read(index, index + lookAt(view, 24)), view.merges)) return index
  }
  return rows.length
}

function layOut(view: SheetView, from: number, end: number, header: Header): TableLayout {
  const first = from + header.dataFrom
  const notes: string[] = []
  if (header.preamble > 0)
    notes.push(`${countRows(header.preamble)} above the table left out: ${quote(header.preambleText)}.`)
  if (header.rows > 1) notes.push(`${header.rows} header rows were joined into one.`)
  const tail = view.read(Math.max(first, end - lookAt(view, footRows)), end)
  const footer = findFooter(tail, header.width)
  const last = end - footer.rows
  if (footer.totals > 0)
    notes.push(`${countRows(footer.totals)} of totals at the end left out: ${quote(footer.totalsText)}.`)
  if (footer.remarks > 0)
    notes.push(`${countRows(footer.remarks)} of remarks at the end left out: ${quote(footer.remarksText)}.`)
  const records = view.rows.slice(first, Math.max(first, last))
  const asides = asidesAmong(view, first, last, header)
  notes.push(...explainAsides(asides))
  const set = new Set(asides.map(({ row }) => row))
  return {
    columns: header.columns,
    rows: set.size === 0 ? records : records.filter((_, index) => !set.has(index)),
    hasHeader: header.rows > 0,
    headerRows: header.rows,
    droppedRows: header.preamble + footer.rows + asides.length,
    notes,
  }
}

/** Of the rows from `first` to `last`, those that are no records; looked for in tables that can be held as texts. */
function asidesAmong(view: SheetView, first: number, last: number, header: Header): Aside[] {
  if (last - first > maxRowsAsTexts || (last - first) * view.columns > maxCellsLookedAt) return []
  const viewed = view.read(first, last)
  const columns = [...new Set(viewed.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
  if (columns.length < 2) return []
  const place = new Map(columns.map((column, index) => [column, index]))
  const names = new Map(header.columns.map(({ column, name }) => [column, name]))
  const numbers = new Map<string, number>()
  const rows = viewed.map(({ cells }) => {
    const texts = columns.map(() => '')
    for (const { column, cell } of cells) {
      const text = cellText(cell, false)
      texts[place.get(column) ?? 0] = text
      if (cell.kind === 'number' && summable.has(cell.meaning.kind)) numbers.set(text, cell.value)
    }
    return texts
  })
  const heads = header.rows > 0 ? columns.map((column) => names.get(column) ?? '') : null
  return findAsides(heads, rows, (text) => numbers.get(text) ?? null)
}

const summable: ReadonlySet<string> = new Set(['number', 'percent', 'currency', 'duration'])

function lookAt(view: SheetView, rows: number): number {
  return Math.max(fewestRows, Math.min(rows, Math.floor(maxCellsLookedAt / Math.max(1, view.columns))))
}

function countRows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`
}

function quote(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
}
