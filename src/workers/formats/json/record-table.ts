/** A list of records as a table: which columns it has, and its rows. */
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { TextRows } from '../../tables/columns/write-text-rows.ts'
import { columnsOf, geometryType, type JsonColumn } from './columns.ts'
import { Field } from './fields.ts'
import type { JsonTable } from './layout.ts'
import { eachRecord, type ReadRecords, type Region } from './records.ts'
import { RecordVisitor } from './visit.ts'

export interface RecordTable {
  readonly region: Region
  readonly root: Field
  readonly columns: readonly JsonColumn[]
  readonly read: ReadRecords
  readonly notes: readonly Note[]
  /** Nothing but the records stands in the file. */
  readonly isWholeFile: boolean
  /** Something in it is no JSON in the strict sense. */
  readonly asks: boolean
}

/** Goes through every record: a name may stand in the last of them only. */
export async function surveyRecords(
  path: string,
  { region, shape, valueName, path: inside }: Extract<JsonTable, { kind: 'records' }>,
  context: WorkContext,
  onBytes: (done: number) => void,
): Promise<RecordTable> {
  const root = new Field('', null, shape === 'features' ? geometryType : [])
  const visitor = new RecordVisitor(root, null)
  const visit = (bytes: Buffer, from: number, end: number): number => visitor.visit(bytes, from, end)
  const read = await eachRecord(path, region, context, { visit, onBytes })
  const { columns, notes } = columnsOf(root, shape, valueName)
  const asks = visitor.trailingCommas + visitor.notNumbers > 0
  return {
    region,
    root,
    columns,
    read,
    asks,
    isWholeFile: inside.length === 0 && shape !== 'named',
    notes: [...notes, ...readNotes(read, visitor.trailingCommas)],
  }
}

function readNotes({ badLines, firstBadLine, trailingComma }: ReadRecords, commas: number): Note[] {
  const notes: Note[] = []
  if (firstBadLine !== null) {
    const { line, what: why } = firstBadLine
    notes.push(note('databases.badLines', { count: badLines, line: String(line), why }))
  }
  if (trailingComma || commas > 0) notes.push(note('databases.trailingCommas'))
  return notes
}

/** Reads the file again, as often as the rows are walked over. */
export function rowsOfRecords(
  path: string,
  { region, root, columns }: RecordTable,
  context: WorkContext,
  onBytes: (done: number) => void,
): TextRows {
  const fields = [...new Set(columns.flatMap(({ field }) => field ?? []))]
  for (const [index, field] of fields.entries()) field.cell = index
  const texts = fields.map(() => '')
  const visitor = new RecordVisitor(root, texts)
  const visit = (bytes: Buffer, from: number, end: number): number => {
    texts.fill('')
    return visitor.visit(bytes, from, end)
  }
  const cells = columns.map(() => '')
  let name = ''
  const onName = (one: string): void => {
    name = one
  }
  return {
    names: columns.map(({ name }) => name),
    walk: async (onRow, flush) => {
      const onRecord = (): void => {
        for (const [index, { field, coordinate }] of columns.entries()) {
          const text = field === null ? name : (texts[field.cell] ?? '')
          cells[index] = coordinate === null ? text : coordinateOf(text, coordinate)
        }
        onRow(cells)
      }
      await eachRecord(path, region, context, { visit, onName, onRecord, flush, onBytes })
    },
  }
}

/** `[13.4,52.5]`: longitude first (RFC 7946). */
function coordinateOf(list: string, index: number): string {
  return list.slice(1, -1).split(',')[index]?.trim() ?? ''
}
