import { endingOf, formatOf, promises, tableFormatIds } from '../../../shared/file-formats/formats.ts'
import { refusedKindOfName } from '../../../shared/file-formats/refused.ts'
import type { TableReader, TextHead } from '../reader.ts'
import { holdsTable } from './table-in-text.ts'

/** Text that is told is read as rows of cells, whatever it looks like. */
function isRows({ start, whole, name, wanted }: TextHead): boolean {
  switch (wanted) {
    case 'story':
      return true
    case 'document':
      return promises(name, 'csv')
    case undefined:
      return isTableName(name) || holdsTable(start, whole)
  }
}

/** A text of such a name is a table even where it has a single column or a single row: exports are often misnamed. */
function isTableName(name: string): boolean {
  const ending = endingOf(name)
  return (
    tableFormatIds.some((id) => formatOf(id).endings.includes(ending)) || refusedKindOfName(name)?.wouldBe === 'story'
  )
}

export const csvReader = {
  recognition: { text: { rows: isRows } },
  convert: async (input, context) => (await import('./convert-csv.ts')).convertCsv(input, context),
  writeText: async (request, context) => (await import('./write-text.ts')).writeCsvText(request, context),
  writeCells: null,
} as const satisfies TableReader
