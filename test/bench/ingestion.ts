/**
 * CSV to Parquet, a million rows of twenty columns: the whole convert stage (detection included) beside DuckDB's own
 * `read_csv` told the dialect, each in a process of its own, in the same run. `node test/bench/ingestion.ts [rows]`.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { convert } from '../../src/workers/stages/convert.ts'

export interface IngestionResult {
  readonly name: string
  readonly elapsedMs: number
  readonly peakBytes: number
  /** Time over that of DuckDB told the dialect, to Parquet. */
  readonly ratio: number
}

const contestants = ['duckdb-table', 'duckdb-parquet', 'storyglass'] as const
type Contestant = (typeof contestants)[number]
const titles: Record<Contestant, string> = {
  'duckdb-table': 'DuckDB read_csv told the dialect, to a table',
  'duckdb-parquet': 'DuckDB read_csv told the dialect, to Parquet',
  storyglass: 'Storyglass convert, nothing told, to Parquet',
}

/** Runs every contestant `rounds` times in turn and keeps each one's fastest, which noise disturbs least. */
export async function benchIngestion(rows = 1_000_000, rounds = 3): Promise<IngestionResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-bench-'))
  try {
    const file = path.join(folder, 'million.csv')
    await writeTable(file, rows)
    const best = new Map<Contestant, { elapsedMs: number; peakBytes: number }>()
    for (let round = 0; round < rounds; round += 1) {
      for (const contestant of contestants) {
        const run = await inChild(contestant, file, folder)
        const known = best.get(contestant)
        if (known === undefined || run.elapsedMs < known.elapsedMs) best.set(contestant, run)
      }
    }
    const reference = best.get('duckdb-parquet')?.elapsedMs ?? Number.NaN
    return contestants.flatMap((contestant) => {
      const run = best.get(contestant)
      return run === undefined ? [] : [{ name: titles[contestant], ...run, ratio: run.elapsedMs / reference }]
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Mixed types as in a sales export: about 141 bytes a row. */
export async function writeTable(file: string, rows: number, seed = 1): Promise<void> {
  let state = seed
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
  const regions = ['North', 'South', 'East', 'West']
  const products = ['Lamp', 'Chair', 'Table', 'Shelf', 'Sofa', 'Desk', 'Stool', 'Mirror']
  const output = await open(file, 'w')
  try {
    let pending =
      'order_id,ordered_on,shipped_at,region,product,customer,quantity,price,discount,cost,weight,rating,returned,channel,postcode,latitude,longitude,visits,score,comment\n'
    for (let row = 0; row < rows; row += 1) {
      const moment = new Date(1_577_836_800_000 + row * 61_000).toISOString()
      pending += `${100_000 + row},${moment.slice(0, 10)},${moment.slice(0, 19)},${pick(regions)},${pick(products)},customer ${Math.floor(random() * 50_000)},${1 + Math.floor(random() * 20)},${(random() * 500).toFixed(2)},${(random() * 0.3).toFixed(3)},${(random() * 300).toFixed(2)},${(random() * 40).toFixed(1)},${1 + Math.floor(random() * 5)},${random() < 0.1},${pick(['web', 'shop', 'phone'])},${String(Math.floor(random() * 99_999)).padStart(5, '0')},${(47 + random() * 8).toFixed(5)},${(6 + random() * 9).toFixed(5)},${Math.floor(random() * 1000)},${(random() * 2 - 1).toFixed(4)},${random() < 0.2 ? '' : 'ok as ordered'}\n`
      if (pending.length > 1 << 20) {
        await output.writeFile(pending)
        pending = ''
      }
    }
    await output.writeFile(pending)
  } finally {
    await output.close()
  }
}

function inChild(
  contestant: Contestant,
  file: string,
  folder: string,
): Promise<{ elapsedMs: number; peakBytes: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--run', contestant, file, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as { elapsedMs: number; peakBytes: number })
      else reject(new Error(`${contestant} ended with ${code}`))
    })
  })
}

async function runContestant(contestant: Contestant, file: string, folder: string): Promise<void> {
  const outputDir = await mkdtemp(path.join(folder, 'run-'))
  const started = performance.now()
  if (contestant === 'storyglass') {
    const { size } = await stat(file)
    const source = { path: file, name: path.basename(file), bytes: size }
    await convert({ source, kind: 'csv', sheet: null, outputDir }, detachedContext())
  } else {
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const reading = `SELECT * FROM read_csv('${file}', delim=',', quote='"', escape='"', header=true)`
    const parquet = path.join(outputDir, 'table.parquet')
    await connection.run(
      contestant === 'duckdb-table'
        ? `CREATE TABLE t AS ${reading}`
        : `COPY (${reading}) TO '${parquet}' (FORMAT parquet, COMPRESSION snappy)`,
    )
  }
  const elapsedMs = performance.now() - started
  const peakBytes = process.resourceUsage().maxRSS * 1024
  await rm(outputDir, { recursive: true, force: true })
  process.stdout.write(JSON.stringify({ elapsedMs, peakBytes }))
}

export function formatIngestion(results: readonly IngestionResult[]): string {
  return results
    .map(({ name, elapsedMs, peakBytes, ratio }) => {
      const figures = `${(elapsedMs / 1000).toFixed(2)} s  ${Math.round(peakBytes / 1e6)} MB  x${ratio.toFixed(2)}`
      return `${name.padEnd(48)} ${figures}`
    })
    .join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [mode, contestant, file, folder] = process.argv.slice(2)
  if (mode === '--run' && file !== undefined && folder !== undefined) {
    await runContestant(contestant as Contestant, file, folder)
  } else {
    process.stdout.write(`${formatIngestion(await benchIngestion(Number(mode ?? 1_000_000)))}\n`)
  }
}
