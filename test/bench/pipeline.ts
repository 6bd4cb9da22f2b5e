/**
 * The whole story pipeline on one CSV, a process a stage, so that each has a peak memory of its own, beside DuckDB's
 * `read_csv` told the dialect on the same file in the same run. `node test/bench/pipeline.ts [rows]`.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { StageMap, StageOutput } from '../../src/shared/contract/stages.ts'
import { type StageName, stageNames } from '../../src/shared/job/stage.ts'
import { tasks } from '../../src/workers/catalog.ts'
import { detachedContext, type WorkContext } from '../../src/workers/runtime/context.ts'
import { writeTable } from './ingestion.ts'

type Step = StageName | 'reference'

export interface StepResult {
  readonly step: Step
  readonly elapsedMs: number
  readonly peakBytes: number
}

const titles: Record<Step, string> = {
  reference: 'DuckDB read_csv told the dialect, to a table',
  import: 'import (kind by content)',
  convert: 'convert (CSV to Parquet, nothing told)',
  analyze: 'analyze (profile, detectors, control)',
  narrate: 'narrate (sentences, every number recomputed)',
  visualize: 'visualize (charts as data)',
}

/** Runs the reference and the five stages over a generated CSV of `rows` × 20, once each. */
export async function benchPipeline(rows = 1_000_000): Promise<StepResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-pipeline-'))
  try {
    await writeTable(path.join(folder, 'table.csv'), rows)
    const results: StepResult[] = []
    for (const step of ['reference', ...stageNames] as const) results.push(await inChild(step, folder))
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function formatPipeline(results: readonly StepResult[]): string {
  const line = (title: string, elapsedMs: number, peakBytes: number | null): string =>
    `${title.padEnd(48)} ${(elapsedMs / 1000).toFixed(2).padStart(7)} s ${
      peakBytes === null
        ? ''
        : `${Math.round(peakBytes / 1e6)
            .toString()
            .padStart(6)} MB`
    }`
  const stages = results.filter(({ step }) => step !== 'reference')
  const whole = stages.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)
  return [
    ...results.map(({ step, elapsedMs, peakBytes }) => line(titles[step], elapsedMs, peakBytes)),
    line('all five stages', whole, null),
  ].join('\n')
}

function inChild(step: Step, folder: string): Promise<StepResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [import.meta.filename, '--run', step, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve({ step, ...(JSON.parse(output) as Omit<StepResult, 'step'>) })
      else reject(new Error(`${step} ended with ${code}`))
    })
  })
}

/** What an earlier stage left for this one. */
function outputOf<Name extends keyof StageMap>(folder: string, stage: Name): StageOutput<Name> {
  return JSON.parse(readFileSync(path.join(folder, `${stage}.json`), 'utf8')) as StageOutput<Name>
}

function stageRun(step: StageName, folder: string, context: WorkContext): () => Promise<unknown> {
  const file = path.join(folder, 'table.csv')
  const source = { path: file, name: 'table.csv', bytes: statSync(file).size }
  const outputDir = path.join(folder, step)
  const convertDir = path.join(folder, 'convert')
  mkdirSync(outputDir, { recursive: true })
  switch (step) {
    case 'import':
      return () => tasks.import({ source, sha256: '', outputDir }, context)
    case 'convert':
      return () => tasks.convert({ source, kind: outputOf(folder, 'import').kind, sheet: null, outputDir }, context)
    case 'analyze': {
      const { tables } = outputOf(folder, 'convert')
      return () => tasks.analyze({ source, convertDir, tables, seed: 1, depth: 'standard', outputDir }, context)
    }
    case 'narrate': {
      const analysis = outputOf(folder, 'analyze')
      return () => tasks.narrate({ source, convertDir, analysis, seed: 1, outputDir }, context)
    }
    case 'visualize': {
      const analysis = outputOf(folder, 'analyze')
      const narrative = outputOf(folder, 'narrate')
      return () => tasks.visualize({ source, convertDir, analysis, narrative, outputDir }, context)
    }
  }
}

/** Runs one stage over what those before it left in `folder`, which holds `table.csv`. */
export async function runStage(stage: StageName, folder: string, context = detachedContext()): Promise<void> {
  const output = await stageRun(stage, folder, context)()
  writeFileSync(path.join(folder, `${stage}.json`), JSON.stringify(output))
}

async function readByDuckDB(folder: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const file = path.join(folder, 'table.csv')
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM read_csv('${file}', delim=',', quote='"', escape='"', header=true)`,
  )
}

async function runStep(step: Step, folder: string): Promise<void> {
  const started = performance.now()
  if (step === 'reference') await readByDuckDB(folder)
  else await runStage(step, folder)
  const elapsedMs = performance.now() - started
  const peakBytes = process.resourceUsage().maxRSS * 1024
  process.stdout.write(JSON.stringify({ elapsedMs, peakBytes }))
}

if (process.argv[1] === import.meta.filename) {
  const [mode, step, folder] = process.argv.slice(2)
  if (mode === '--run' && folder !== undefined) await runStep(step as Step, folder)
  else process.stdout.write(`${formatPipeline(await benchPipeline(Number(mode ?? 1_000_000)))}\n`)
}
