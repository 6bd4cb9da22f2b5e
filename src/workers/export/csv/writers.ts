import { csvLine, withoutFormula } from '../../../shared/format/csv.ts'
import type { ExportWriters } from '../writer.ts'

export const csvWriters = {
  documentTable: (_document, { rows }) => rows.map((row) => csvLine(row.map(withoutFormula))).join(''),
} as const satisfies Partial<ExportWriters>
