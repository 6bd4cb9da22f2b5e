/**
 * `npm run bench [-- NAME...]`: figures that can be measured here, each beside its reference in the
 * same run.
 */
import { runParts } from './run-parts.ts'

runParts({
  pipeline: { file: 'pipeline.ts', what: '1M × 20 CSV to story, stage by stage, beside DuckDB told the dialect' },
  ingestion: { file: 'ingestion.ts', what: '1M × 20 CSV to Parquet, best of 3 in turn (aim: x1.15)' },
  stories: {
    file: 'stories.ts',
    what: 'whole stories of 365 to 1M rows, beside what is aimed at and how fast the machine is',
  },
  analyze: { file: 'analyze.ts', what: 'the analyze stage by artefact and detector' },
  wide: {
    file: 'wide.ts',
    what: 'thousands of columns, all stages, longest silence of each (aim: 1,000 × 1,000 in 15 s, 1 s)',
  },
  xlsx: { file: 'xlsx.ts', what: '100k × 20 workbook beside exceljs and the inflate-and-scan floor; the corpus' },
  pollution: { file: 'csv-pollution.ts', what: 'messy CSV with known truth, 0 to 10 (aim: 9.7)' },
  jobs: { file: 'jobs.ts', what: 'queue of 10,000, events, cancel, time left' },
  noise: { file: 'noise.ts', what: 'tables of pure noise with a finding (aim: at most 5 of 100)' },
  calibration: { file: 'calibration.ts', what: 'false alarms of each test on noise of many kinds (aim: 5 %)' },
  change: {
    file: 'change-points.ts',
    what: 'change points beside those that people marked (aim: F1 .74, covering .71)',
  },
})
