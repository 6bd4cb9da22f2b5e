/** A text file's table as it is handed on: names of its columns, what was left out of it, and the account of its records. */
import { type Note, note } from '../../../shared/story/note.ts'
import { explainAsides } from '../../tables/asides/explain.ts'
import type { WithoutFoot } from '../../tables/asides/foot-of-long-table.ts'
import { uniqueNames } from '../../tables/columns/names.ts'
import type { RecordAccount } from '../../tables/conservation.ts'
import type { ReadTable } from '../../tables/read-table.ts'
import { explainReading } from './explain-reading.ts'
import { totalRowNote } from './notes.ts'
import type { Survey } from './records.ts'
import type { TextSource } from './source.ts'

export function columnNames(source: TextSource, width: number): ReturnType<typeof uniqueNames> {
  const header = source.layout.header
  if (header === null) {
    const names = Array.from({ length: width }, (_, index) => `column_${index + 1}`)
    const notes = [note('tables.noHeader')]
    return { names, notes: width > 0 ? notes : [] }
  }
  return uniqueNames(Array.from({ length: width }, (_, index) => header[index] ?? ''))
}

export function droppedBy(source: TextSource, survey: Survey): number {
  return source.layout.preamble + survey.comments + survey.footer.length + source.asides.size
}

/** Of every record our own reader came by, what became of it. */
export function accountOf(source: TextSource, survey: Survey, rows: number): RecordAccount {
  const header = source.layout.headerRows
  const setAside = survey.preamble + survey.comments + survey.blank + survey.footer.length + source.asides.size
  return { read: survey.records, rows, header, setAside, refused: 0 }
}

export function describeTable(
  { name, file }: { readonly name: string; readonly file: string },
  source: TextSource,
  { written, asides }: WithoutFoot,
  notes: readonly Note[],
  droppedRows: number,
): ReadTable {
  const encoding = source.encoding.note === null ? [] : [source.encoding.note]
  const preamble = droppedRows > 0 && source.layout.preamble > 0 ? [preambleNote(source)] : []
  const total = asides.length > 0 ? null : totalRowNote(source)
  const joined = source.layout.headerRows > 1 ? [note('tables.joinedHeader', { count: source.layout.headerRows })] : []
  const all = [
    ...encoding,
    ...preamble,
    ...joined,
    ...notes,
    ...explainAsides(asides),
    ...written.notes,
    ...(total === null ? [] : [total]),
  ]
  return {
    name,
    sheet: null,
    file,
    rows: written.rows,
    droppedRows: droppedRows + asides.length,
    notes: all,
    columns: written.columns,
    reading: explainReading(
      source,
      written.columns.map((column) => column.name),
      written,
    ),
  }
}

function preambleNote(source: TextSource): Note {
  const lines = source.layout.preamble
  const first =
    source.head[0]?.cells
      .filter((cell) => cell !== '')
      .join(' ')
      .slice(0, 80) ?? ''
  return note('tables.above', { count: lines, text: first })
}
