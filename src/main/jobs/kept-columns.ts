/** What a person corrected of the columns of a source, kept with its shape: next month's file is read alike. */
import { createHash } from 'node:crypto'
import type { JobOptions } from '../../shared/job/job.ts'
import { columnsTold, type KeptColumns, keptColumnsSchema } from '../../shared/story/kept-columns.ts'
import type { Library } from '../store/library.ts'
import { deleteSetting, readSetting, selectSettings, writeSetting } from '../store/settings.ts'

const prefix = 'columns.'

type Told = Pick<JobOptions, 'focus' | 'reading'>

/**
 * A fingerprint of the names of the columns of a source, once it is converted: so any kind of source has one, and it is
 * the same for the same export of another month. Null where the columns are only numbered: those of any file are.
 */
export function shapeOfTables(
  tables: readonly { readonly columns: readonly { readonly name: string }[] }[],
): string | null {
  const names = tables.map(({ columns }) => columns.map(({ name }) => name.normalize('NFC').trim().toLowerCase()))
  if (names.every((own) => own.every((name) => isDigit(name.at(-1))))) return null
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32)
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

/**
 * Null where something is told of the columns of this source itself, where it tells a story again (its version says all
 * that is told of it), and where nothing is kept for its shape or understood any more.
 */
export function columnsFor(
  library: Library,
  { focus, reading }: Told,
  shape: string | null,
  retells: string | null,
): KeptColumns | null {
  if (shape === null || retells !== null || reading?.forget === true || columnsTold(focus) !== null) return null
  return keptColumnsSchema.safeParse(readSetting(library, prefix + shape)).data ?? null
}

/** Keeps what was told once the source was analysed by it, in the place of what was kept; or forgets that. */
export function keepColumns(library: Library, { focus, reading }: Told, shape: string | null, from: string): void {
  if (shape === null) return
  const columns = columnsTold(focus)
  if (columns !== null) writeSetting(library, prefix + shape, { columns, from })
  else if (reading?.forget === true) deleteSetting(library, prefix + shape)
}

/** All that is kept and understood, by shape. */
export function listColumns(library: Library): ReadonlyMap<string, KeptColumns> {
  return new Map(
    selectSettings(library, prefix).flatMap(({ key, value }): [string, KeptColumns][] => {
      const kept = keptColumnsSchema.safeParse(value)
      return kept.success ? [[key.slice(prefix.length), kept.data]] : []
    }),
  )
}

/** The next source of that shape is judged by its own values again. */
export function forgetColumns(library: Library, shape: string): void {
  deleteSetting(library, prefix + shape)
}
