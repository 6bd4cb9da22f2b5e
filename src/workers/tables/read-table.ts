/** A table as a reader leaves it: what is said of it is noted, and not yet said in any language. */
import type { Note } from '../../shared/story/note.ts'
import { sayNote } from '../../shared/story/note.ts'
import type { ReadingChoice, TableReading } from '../../shared/story/reading.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'

/** A decision with its reason; what was chosen stands as a person could give it back. */
export interface NotedChoice extends Omit<ReadingChoice, 'why' | 'chosen'> {
  readonly chosen: string | Note
  readonly why: Note
}

export interface NotedColumn extends Omit<TableReading['columns'][number], 'why'> {
  readonly why: Note
}

export interface NotedReading extends Omit<TableReading, 'choices' | 'columns'> {
  readonly choices: readonly NotedChoice[]
  readonly columns: readonly NotedColumn[]
}

export interface ReadTable extends Omit<ConvertedTable, 'notes' | 'noted' | 'reading'> {
  readonly notes: Note[]
  readonly reading?: NotedReading
}

/** The notes as sentences, and as they are for other languages. */
export function sayNotes(texts: Texts, notes: readonly Note[]): Pick<ConvertedTable, 'notes' | 'noted'> {
  return { notes: notes.map((one) => sayNote(texts, one)), noted: [...notes] }
}

/** The table as it is stored, said in the language of the job. */
export function sayTable(texts: Texts, { notes, reading, ...table }: ReadTable): ConvertedTable {
  const said = { ...table, ...sayNotes(texts, notes) }
  return reading === undefined ? said : { ...said, reading: sayReading(texts, reading) }
}

function sayReading(texts: Texts, { choices, setAside, columns }: NotedReading): TableReading {
  return {
    choices: choices.map(({ chosen, ...choice }) => ({
      ...choice,
      chosen: typeof chosen === 'string' ? chosen : sayNote(texts, chosen),
      why: sayNote(texts, choice.why),
    })),
    setAside,
    columns: columns.map((column) => ({ ...column, why: sayNote(texts, column.why) })),
  }
}
