/** `npm run bench:ingest [-- NAME...]`: how files are read, how fast and in how much memory, each beside its reference. */
import { runParts } from './run-parts.ts'

runParts({
  pollock: { file: 'pollock.ts', what: 'published polluted and open-data CSV, beside DuckDB and PapaParse (aim: 9.7)' },
  pollution: { file: 'csv-pollution.ts', what: 'messy CSV of our own with known truth, 0 to 10 (aim: 9.7)' },
  csv: { file: 'ingestion.ts', what: '1M × 20 CSV to Parquet, best of 3 in turn (aim: x1.15)' },
  xlsx: { file: 'xlsx.ts', what: '100k × 20 workbook beside exceljs (aim: x0.25, 200 MB); the corpus' },
  formats: {
    file: 'formats.ts',
    what: 'JSON and NDJSON beside DuckDB (aim: x1.3), XLS and ODS of 100k rows (aim: 512 MB)',
  },
})
