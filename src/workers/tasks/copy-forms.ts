/** The forms in which DuckDB writes a table of its own accord. */
import type { ExportFormatOf } from '../../shared/export-formats/registry.ts'

/** How DuckDB writes each form of a table; null for the one it is in already. */
export const copyForms = {
  csv: `FORMAT csv, HEADER true, DELIMITER ',', QUOTE '"'`,
  json: 'FORMAT json, ARRAY true',
  parquet: null,
} as const satisfies Record<ExportFormatOf<'sourceTable'>, string | null>
