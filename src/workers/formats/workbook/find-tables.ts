/**
 * Finds the tables in a sheet: titles above the header, headers of several rows, totals and remarks below, a second
 * table further down. What is left out is counted, and said.
 */

import { type Note, note } from '../../../shared/story/note.ts'
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import { explainAsides, unprovedTotal } from '../../tables/asides/explain.ts'
import { type Aside, findAsides, isTotal } from '../../tables/asides/find-asides.ts'
import { findBlankRepeats } from '../../tables/grid/blank-repeats.ts'
import { findHeader, type Header } from '../../tables/grid/find-header.ts'
import { type Grid, type GridRow, lookAt } from '../../tables/grid/grid.ts'
import { remarksBeside } from '../../tables/grid/remarks-beside.ts'
import { findSections } from '../../tables/grid/sections.ts'
import { partColumns } from '../../tables/grid/side-by-side.ts'
import { findFooter } from './find-footer.ts'

export interface TableLayout {
  /** Columns of the sheet it may have cells in. */
  readonly span: readonly number[]
  /** Column of the sheet and its name, empty where the header has none. */
  readonly columns: readonly { readonly column: number; readonly name: string }[]
  /** Rows of the sheet that hold the records, ascending. */
  readonly rows: Uint32Array
  /** Whether a header was found; without one the columns are numbered. */
  readonly hasHeader: boolean
  readonly headerRows: number
  readonly droppedRows: number
  readonly notes: readonly Note[]
  /** Columns of the sheet in which a label stands once for the rows below it. */
  readonly fillDown: readonly number[]
  /** Rows above the header. */
  readonly preamble: number
  /** Rows proved to be none of the table's, by their place in the sheet. */
  readonly setAside: readonly { readonly row: number; readonly kind: string; readonly text: string }[]
}

/** What a person says of it. */
export type AskedSheet = Pick<ReadingOptions, 'skip' | 'headerRows' | 'keepTotals'>

const footRows = 40
/** More rows are not looked through for totals between them. */
const maxRowsAsTexts = 20_000
const maxCellsAsTexts = 200_000

export interface SheetLayout {
  /** From the top down, and from left to right. */
  readonly tables: readonly TableLayout[]
  /** All rows where there is no table; rows below the last one are dropped from it, and counted there. */
  readonly refusedRows: number
  /** Rows of the sheet, one that holds rows of two tables counted twice. */
  readonly readRows: number
}

/** All tables of a sheet: parted where they stand beside each other, each part cut where they stand below each other. */
export function findTables(view: Grid, asked: AskedSheet = {}): SheetLayout {
  if (asked.skip !== undefined || asked.headerRows !== undefined) return asAsked(view, asked)
  const beside = remarksBeside(view)
  if (beside !== null) return withRemark(findTables(windowOf(view, beside.columns), asked), beside.text)
  const parts = partColumns(view)
  if (parts.length > 1) return together(parts.map((columns) => findTables(windowOf(view, columns), asked)))
  const { sections, end } = findSections(view)
  if (sections.length > 1) {
    const layouts = sections.map(({ from, to, header }) => {
      const part = windowOf(view, view.columns, from, to)
      const columns = to - from <= maxRowsAsTexts ? partColumns(part) : []
      if (columns.length > 1) return together(columns.map((some) => findTables(windowOf(part, some), asked)))
      return { tables: [layOut(view, from, to, header, asked)], refusedRows: 0, readRows: to - from }
    })
    return withRest(together(layouts), view.rows.length - end)
  }
  const [only] = sections
  const tables = only === undefined ? [] : [layOut(view, only.from, only.to, only.header, asked)]
  return withRest({ tables, refusedRows: 0, readRows: end }, view.rows.length - end)
}

/** One table, that begins where a person says, or with as many rows of names. */
function asAsked(view: Grid, asked: AskedSheet): SheetLayout {
  const { skip = 0, headerRows } = asked
  const above = view.rows.filter((row) => row < skip).length
  const head = view.read(above, above + lookAt(view, 120))
  const found = findHeader(head, view.merges, headerRows)
  if (found === null) return { tables: [], refusedRows: view.rows.length, readRows: view.rows.length }
  const preambleText = [quoteRows(view.read(0, Math.min(above, 5))), found.preambleText].filter(Boolean).join(' · ')
  const header = { ...found, preamble: found.preamble + above, dataFrom: found.dataFrom + above, preambleText }
  const tables = [layOut(view, 0, view.rows.length, header, asked)]
  return { tables, refusedRows: 0, readRows: view.rows.length }
}

function quoteRows(rows: readonly GridRow[]): string {
  return rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')).join(' · ')
}

function windowOf(view: Grid, columns: readonly number[], from = 0, to = view.rows.length): Grid {
  return view.window(columns, view.rows[from] ?? 0, view.rows[to - 1] ?? 0)
}

function together(layouts: readonly SheetLayout[]): SheetLayout {
  return {
    tables: layouts.flatMap(({ tables }) => tables),
    refusedRows: layouts.reduce((sum, { refusedRows }) => sum + refusedRows, 0),
    readRows: layouts.reduce((sum, { readRows }) => sum + readRows, 0),
  }
}

/** With what is said beside its first table. */
function withRemark(layout: SheetLayout, text: string): SheetLayout {
  const [first, ...others] = layout.tables
  if (first === undefined) return layout
  const notes = [...first.notes, note('sheets.beside', { text: quote(text) })]
  return { ...layout, tables: [{ ...first, notes }, ...others] }
}

/** With rows at the end in which nothing tabular was found. */
function withRest(layout: SheetLayout, rows: number): SheetLayout {
  const readRows = layout.readRows + rows
  const last = layout.tables.at(-1)
  if (last === undefined || rows === 0) return { ...layout, refusedRows: layout.refusedRows + rows, readRows }
  const asked = note('sheets.furtherDown', { count: rows })
  const more = { ...last, droppedRows: last.droppedRows + rows, notes: [...last.notes, asked] }
  return { ...layout, tables: [...layout.tables.slice(0, -1), more], readRows }
}

function layOut(view: Grid, from: number, end: number, header: Header, asked: AskedSheet): TableLayout {
  const first = from + header.dataFrom
  const notes: Note[] = []
  if (header.preamble > 0)
    notes.push(note('sheets.above', { count: header.preamble, text: quote(header.preambleText) }))
  if (header.rows > 1) notes.push(note('tables.joinedHeader', { count: header.rows }))
  const body = textsOf(view, first, end)
  const found = body === null ? [] : asidesAmong(body, header)
  const asides = asked.keepTotals ? found.filter(({ kind }) => !isTotal(kind)) : found
  // Too many rows to add up: at the end, words must do.
  const footer =
    body === null ? findFooter(view.read(Math.max(first, end - lookAt(view, footRows)), end), header.width) : null
  if (footer !== null && footer.totals > 0)
    notes.push(note('sheets.totals', { count: footer.totals, text: quote(footer.totalsText) }))
  if (footer !== null && footer.remarks > 0)
    notes.push(note('sheets.remarks', { count: footer.remarks, text: quote(footer.remarksText) }))
  notes.push(...explainAsides(asides))
  const aside = new Set(asides.map(({ row }) => row))
  const total = unprovedTotal(body?.rows.findLast((_, row) => !aside.has(row)))
  if (total !== null && !asked.keepTotals) notes.push(total)
  const last = end - (footer?.rows ?? 0)
  const records = view.rows.slice(first, Math.max(first, last))
  return {
    span: view.columns,
    columns: header.columns,
    rows: aside.size === 0 ? records : records.filter((_, index) => !aside.has(index)),
    hasHeader: header.rows > 0,
    headerRows: header.rows,
    droppedRows: header.preamble + (footer?.rows ?? 0) + asides.length,
    notes,
    preamble: header.preamble,
    setAside: asides.map(({ row, kind, text }) => ({ row: view.rows[first + row] ?? 0, kind, text })),
    fillDown: body === null ? [] : fillDownOf(body, asides),
  }
}

/** A table's rows as texts. */
interface Body {
  readonly columns: readonly number[]
  /** A text a column, '' where there is none. */
  readonly rows: readonly (readonly string[])[]
  /** What can be summed up, by its text. */
  readonly amounts: ReadonlyMap<string, number>
  /** Places of rows with a blank row above them. */
  readonly apart: ReadonlySet<number>
}

/** The rows from `first` to `last`; null where there are too many to hold as texts. */
function textsOf(view: Grid, first: number, last: number): Body | null {
  if (last - first > maxRowsAsTexts || (last - first) * view.columns.length > maxCellsAsTexts) return null
  const viewed = view.read(first, last)
  const columns = [...new Set(viewed.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
  if (columns.length < 2) return null
  const place = new Map(columns.map((column, index) => [column, index]))
  const amounts = new Map<string, number>()
  const rows = viewed.map(({ cells }) => {
    const texts = columns.map(() => '')
    for (const { column, text, amount } of cells) {
      texts[place.get(column) ?? 0] = text
      if (amount !== null) amounts.set(text, amount)
    }
    return texts
  })
  const apart = viewed.flatMap(({ row }, index) => (row - (viewed[index - 1]?.row ?? row) > 1 ? [index] : []))
  return { columns, rows, amounts, apart: new Set(apart) }
}

function asidesAmong({ columns, rows, amounts, apart }: Body, header: Header): Aside[] {
  const names = new Map(header.columns.map(({ column, name }) => [column, name]))
  const heads = header.rows > 0 ? columns.map((column) => names.get(column) ?? '') : null
  return findAsides(
    heads,
    rows,
    (text) => amounts.get(text) ?? null,
    (row) => apart.has(row),
  )
}

function fillDownOf({ columns, rows }: Body, asides: readonly Aside[]): number[] {
  const kinds = new Map(asides.map(({ row, kind }) => [row, kind]))
  const records: (readonly string[])[] = []
  const endsGroup = new Set<number>()
  for (const [index, row] of rows.entries()) {
    const kind = kinds.get(index)
    if (kind === 'sum' || kind === 'mean') endsGroup.add(records.length)
    else if (kind === undefined) records.push(row)
  }
  return findBlankRepeats(records, endsGroup).map((column) => columns[column] ?? 0)
}

function quote(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
}
