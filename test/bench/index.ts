/**
 * `npm run bench [-- NAME...]`: the figures of measures.md that can be measured here, each beside its reference in the
 * same run. Every part is a process of its own, so that none warms or burdens the next.
 */
import { spawnSync } from 'node:child_process'
import { availableParallelism, loadavg, totalmem } from 'node:os'
import path from 'node:path'

const parts: Record<string, { readonly file: string; readonly what: string }> = {
  pipeline: { file: 'pipeline.ts', what: '1M × 20 CSV to story, stage by stage, beside DuckDB told the dialect' },
  ingestion: { file: 'ingestion.ts', what: '1M × 20 CSV to Parquet, best of 3 in turn (aim: x1.15)' },
  analyze: { file: 'analyze.ts', what: 'the analyze stage by artefact and detector' },
  xlsx: { file: 'xlsx.ts', what: '100k × 20 workbook beside exceljs and the inflate-and-scan floor; the corpus' },
  pollution: { file: 'csv-pollution.ts', what: 'messy CSV with known truth, 0 to 10 (aim: 9.7)' },
  jobs: { file: 'jobs.ts', what: 'queue of 10,000, events, cancel, time left' },
  noise: { file: 'noise.ts', what: 'tables of pure noise with a finding (aim: at most 5 of 100)' },
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => parts[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}

const memory = `${(totalmem() / 1e9).toFixed(0)} GB`
process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores, ${memory}\n`)
let failed = false
for (const [name, { file, what }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  // A figure taken on a busy machine says little; the load beside it lets the reader judge.
  process.stdout.write(`\n${name}: ${what} (load ${(loadavg()[0] ?? 0).toFixed(1)})\n`)
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, file)], { stdio: 'inherit' })
  failed ||= status !== 0
}
process.exit(failed ? 1 : 0)
