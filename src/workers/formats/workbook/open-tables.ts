/** Goes through the sheets of a workbook and hands over the tables found in each, with what was passed over and why. */

import path from 'node:path'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { uniqueNames } from '../../tables/columns/names.ts'
import { assertConserved, type RecordAccount } from '../../tables/conservation.ts'
import { uniqueTableName } from '../../tables/table-name.ts'
import { carryLabels } from './carry-labels.ts'
import { CellStore } from './cell-store.ts'
import { type AskedSheet, findTables, type SheetLayout, type TableLayout } from './find-tables.ts'
import { columnLetters } from './references.ts'
import { viewSheet } from './sheet-view.ts'
import type { OpenWorkbook, Sheet, Workbook } from './workbook.ts'

export interface FoundColumn {
  readonly column: number
  /** Unique within the table. */
  readonly name: string
}

export interface FoundTable {
  /** The sheet's name; a second table of the same sheet gets a number. */
  readonly name: string
  readonly sheet: Sheet
  readonly store: CellStore
  readonly rows: Uint32Array
  readonly columns: readonly FoundColumn[]
  readonly droppedRows: number
  readonly notes: readonly Note[]
  readonly layout: TableLayout
}

export interface TableSearch {
  readonly open: OpenWorkbook
  readonly source: { readonly path: string }
  /** Only this sheet; null for all. Failing that, `no_such_sheet`. */
  readonly sheet: string | null
  /** What a person says of how it is to be read. */
  readonly asked?: AskedSheet | undefined
  /** An existing folder for scratch files. */
  readonly scratchDir: string
}

/** Hears how far the search is. */
export interface TableSearchWatch {
  /** Before anything is read: the XML bytes of each sheet there is to read, in order. */
  onSheets(bytes: readonly number[]): void
  /** Bytes read of the sheet at `index`. */
  onBytes(index: number, done: number): void
  /** The tables found in it, all of which `use` will get unless it has enough before. */
  onTables(index: number, tables: number): void
}

/**
 * Calls `use` with each table in the order of the sheets, until it has enough. Fails with `empty_file` when no sheet holds a cell, `no_rows` when there
 * are headers only, `not_a_table` when nothing is tabular.
 */
export function eachTable(
  search: TableSearch,
  context: WorkContext,
  use: (table: FoundTable) => Promise<'next' | 'enough'>,
  watch?: TableSearchWatch,
): Promise<void> {
  const file = { path: search.source.path, scratchDir: search.scratchDir }
  return search.open(file, context, async (workbook) => {
    const sheets = chooseSheets(workbook, search.sheet)
    watch?.onSheets(sheets.map((sheet) => workbook.bytes(sheet)))
    const passedOver = sheets
      .filter(({ kind }) => kind === 'missing')
      .map(({ name }) => note('sheets.missing', { name }))
    const names = new Set<string>()
    let found = 0
    let cells = false
    let headerOnly = false
    for (const [index, sheet] of sheets.entries()) {
      if (sheet.kind !== 'worksheet') continue
      const store = new CellStore(workbook, path.join(search.scratchDir, `cells-${index}.spool`))
      try {
        await workbook.scan(sheet, store, (done) => watch?.onBytes(index, done))
        const view = viewSheet(store)
        const layout = findTables(view, search.asked)
        const all = layout.tables
        assertConserved(accountOf(layout), sheet.name)
        const layouts = all.filter(({ rows }) => rows.length > 0)
        if (view.rows.length > 0) cells = true
        if (layouts.length === 0) {
          if (view.rows.length > 0) passedOver.push(note('sheets.nothingTabular', { name: sheet.name }))
          headerOnly ||= all.length > 0 || view.rows.length === 1
          continue
        }
        watch?.onTables(index, layouts.length)
        for (const layout of layouts) {
          const notes = found === 0 ? passedOver.splice(0) : []
          found++
          if ((await use(describe(sheet, store, layout, uniqueTableName(sheet.name, names), notes))) === 'enough')
            return
        }
      } finally {
        store.close()
      }
    }
    if (found === 0) throw new StoryglassError(!cells ? 'empty_file' : headerOnly ? 'no_rows' : 'not_a_table')
  })
}

function accountOf({ tables, readRows, refusedRows }: SheetLayout): RecordAccount {
  const sum = (of: (table: TableLayout) => number): number => tables.reduce((total, table) => total + of(table), 0)
  return {
    read: readRows,
    rows: sum(({ rows }) => rows.length),
    header: sum(({ headerRows }) => headerRows),
    setAside: sum(({ droppedRows }) => droppedRows),
    refused: refusedRows,
  }
}

function chooseSheets(workbook: Workbook, wanted: string | null): readonly Sheet[] {
  if (wanted === null) return workbook.sheets
  const exact = workbook.sheets.filter(({ name }) => name === wanted)
  const fold = (name: string): string => name.trim().toLowerCase()
  const chosen = exact.length > 0 ? exact : workbook.sheets.filter(({ name }) => fold(name) === fold(wanted))
  if (chosen.length === 0) {
    throw new StoryglassError('no_such_sheet', workbook.sheets.map(({ name }) => name).join(', '))
  }
  return chosen
}

function describe(
  sheet: Sheet,
  store: CellStore,
  layout: TableLayout,
  name: string,
  passedOver: readonly Note[],
): FoundTable {
  const notes = [...passedOver, ...layout.notes]
  if (sheet.hidden) notes.unshift(note('sheets.hidden'))
  const columns = nameColumns(store, layout, notes)
  const nameOf = (column: number): string => columns.find((one) => one.column === column)?.name ?? columnLetters(column)
  notes.push(...store.concealed.notesOn({ rows: layout.rows, columns }))
  notes.push(...carryLabels(store, layout, nameOf))
  return { ...{ name, sheet, store, notes, columns, layout }, rows: layout.rows, droppedRows: layout.droppedRows }
}

/** The header's columns and any other that holds something in the records, without those that are blank throughout. */
function nameColumns(store: CellStore, layout: TableLayout, notes: Note[]): FoundColumn[] {
  const first = layout.rows[0] ?? 0
  const last = layout.rows.at(-1) ?? 0
  const named = new Map(layout.hasHeader ? layout.columns.map(({ column, name }) => [column, name]) : [])
  const filled = layout.span.filter((column) => {
    const cursor = store.cursor(column, first)
    return cursor !== null && cursor.row >= 0 && cursor.row <= last
  })
  const columns = [...new Set([...named.keys(), ...filled])].sort((a, b) => a - b)
  const unique = uniqueNames(columns.map((column) => named.get(column) ?? ''))
  if (layout.hasHeader) notes.push(...unique.notes)
  else notes.push(note('sheets.noHeader'))
  return columns.map((column, index) => ({ column, name: unique.names[index] ?? columnLetters(column) }))
}
