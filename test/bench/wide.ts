/**
 * Wide tables, stage by stage, with the longest silence of each stage's progress. `node test/bench/wide.ts [FILE.csv]`:
 * the generated tables below, each beside its aim, or one file.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StageName } from '../../src/shared/job/stage.ts'
import { seededRandom } from '../../src/workers/analysis/statistics/seeded-random.ts'
import { tasks } from '../../src/workers/catalog.ts'
import { detachedContext, type WorkContext } from '../../src/workers/runtime/context.ts'
import { analyzeTimed } from '../../src/workers/stages/analyze.ts'

export interface WideTable {
  readonly name: string
  readonly columns: number
  readonly rows: number
  readonly content: 'numbers' | 'mixed' | 'texts'
  /** Seconds of two idle cores, all stages together. */
  readonly aimSeconds: number
}

const tables: readonly WideTable[] = [
  { name: '1,000 numbers, 5 rows', columns: 1_000, rows: 5, content: 'numbers', aimSeconds: 15 },
  { name: '1,000 numbers, 1,000 rows', columns: 1_000, rows: 1_000, content: 'numbers', aimSeconds: 15 },
  { name: '1,000 mixed, 1,000 rows', columns: 1_000, rows: 1_000, content: 'mixed', aimSeconds: 15 },
  { name: '1,000 texts, 1,000 rows', columns: 1_000, rows: 1_000, content: 'texts', aimSeconds: 15 },
  { name: '5,000 numbers, 20 rows', columns: 5_000, rows: 20, content: 'numbers', aimSeconds: 30 },
]

interface StageResult {
  readonly stage: StageName
  readonly elapsedMs: number
  /** Longest time between two progress reports of the stage, its beginning and end included. */
  readonly longestSilenceMs: number
  /** What was last reported before it. */
  readonly silentAfter: string
}

/** Writes a table as CSV. Its texts and numbers follow from `seed` alone. */
export function writeWideTable(file: string, { columns, rows, content }: WideTable, seed = 1): void {
  const random = seededRandom(seed)
  const cell = (row: number, column: number): string => {
    const kind = content === 'numbers' ? 0 : content === 'texts' ? 3 : column % 5
    const draw = random.uniform()
    switch (kind) {
      case 0:
        return (100 * draw + (column % 7)).toFixed(2)
      case 1:
        return String(Math.floor(20 * draw))
      case 2:
        return `group ${Math.floor((3 + (column % 9)) * draw)}`
      case 3:
        return `note ${(draw * 1e6).toFixed(0)} of ${row}`
      default:
        return new Date(Date.UTC(2020, 0, 1 + row)).toISOString().slice(0, 10)
    }
  }
  const lines = [Array.from({ length: columns }, (_, column) => `column ${column + 1}`).join(',')]
  for (let row = 0; row < rows; row++) {
    lines.push(Array.from({ length: columns }, (_, column) => cell(row, column)).join(','))
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}

/** Runs all stages over a CSV in this process. */
export async function runStages(
  file: string,
  folder: string,
  onTimings?: (timings: Record<string, number>) => void,
): Promise<StageResult[]> {
  const source = { path: file, name: path.basename(file), bytes: statSync(file).size }
  const results: StageResult[] = []
  const run = async <Output>(
    stage: StageName,
    work: (context: WorkContext, outputDir: string) => Promise<Output>,
  ): Promise<Output> => {
    const outputDir = path.join(folder, stage)
    mkdirSync(outputDir, { recursive: true })
    const started = performance.now()
    let toldAt = started
    let note = 'the start'
    let longest = { ms: 0, after: note }
    const told = (next: string): void => {
      const now = performance.now()
      if (now - toldAt > longest.ms) longest = { ms: now - toldAt, after: note }
      toldAt = now
      note = next
    }
    const context = detachedContext({
      progress: (progress) => told(`${progress.note ?? 'the end'} ${progress.done}`),
      yieldToEventLoop: () => new Promise((resolve) => setImmediate(resolve)),
      defect: ({ part, subject, why }) => process.stderr.write(`defect: ${part} ${subject}: ${why}\n`),
    })
    const output = await work(context, outputDir)
    told('the end')
    const elapsedMs = performance.now() - started
    results.push({ stage, elapsedMs, longestSilenceMs: longest.ms, silentAfter: longest.after })
    return output
  }
  const convertDir = path.join(folder, 'convert')
  const { kind } = await run('import', (context, outputDir) => tasks.import({ source, sha256: '', outputDir }, context))
  const { tables } = await run('convert', (context, outputDir) =>
    tasks.convert({ source, kind, sheet: null, outputDir }, context),
  )
  const analysis = await run('analyze', async (context, outputDir) => {
    const input = { source, convertDir, tables, seed: 1, depth: 'standard', outputDir } as const
    const { output, timings } = await analyzeTimed(input, context)
    onTimings?.(timings)
    return output
  })
  const narrative = await run('narrate', (context, outputDir) =>
    tasks.narrate({ source, convertDir, analysis, seed: 1, outputDir }, context),
  )
  await run('visualize', (context, outputDir) =>
    tasks.visualize({ source, convertDir, analysis, narrative, outputDir }, context),
  )
  return results
}

async function main(): Promise<void> {
  const [given] = process.argv.slice(2)
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-wide-'))
  try {
    const wanted = given === undefined ? tables : tables.filter(({ name }) => name === given)
    const files =
      wanted.length > 0
        ? wanted.map((table, index) => {
            const file = path.join(folder, `${index}.csv`)
            writeWideTable(file, table)
            return { name: table.name, file, aim: ` (aim: ${table.aimSeconds} s)` }
          })
        : [{ name: given ?? '', file: given ?? '', aim: '' }]
    for (const { name, file, aim } of files) {
      const processor = process.cpuUsage()
      let times: Record<string, number> = {}
      const results = await runStages(file, mkdtempSync(path.join(folder, 'run-')), (timings) => {
        times = timings
      })
      const { user, system } = process.cpuUsage(processor)
      const whole = results.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)
      process.stdout.write(
        `${name}: ${(whole / 1000).toFixed(2)} s${aim}, ${((user + system) / 1e6).toFixed(2)} s of processor time\n`,
      )
      for (const { stage, elapsedMs, longestSilenceMs, silentAfter } of results) {
        process.stdout.write(
          `  ${stage.padEnd(10)} ${(elapsedMs / 1000).toFixed(2).padStart(7)} s, longest silence ${(longestSilenceMs / 1000).toFixed(2)} s after ${silentAfter}\n`,
        )
      }
      if (given !== undefined)
        process.stdout.write(
          Object.entries(times)
            .sort(([, a], [, b]) => b - a)
            .slice(0, 25)
            .map(([n, ms]) => `    ${n.padEnd(34)} ${ms.toFixed(0).padStart(7)} ms\n`)
            .join(''),
        )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await main()
