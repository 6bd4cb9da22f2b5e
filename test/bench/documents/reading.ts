/** A PDF read as the engine does it: the tasks of the contract, through the real pool. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createWorkerPool } from '../../../src/main/pool/pool.ts'
import type { WorkerPool } from '../../../src/main/pool/work.ts'
import { type TaskMap, taskSchemas } from '../../../src/shared/contract/tasks.ts'
import { english } from '../../support/english.ts'

const workerFile = path.resolve(import.meta.dirname, '../../../src/workers/index.ts')
const printer = path.join(import.meta.dirname, 'print-report.ts')
/** As the engine hands them out. */
const pagesAtOnce = 8
const heapMegabytes = 2_048

export interface MadeReport {
  readonly folder: string
  readonly source: TaskMap['document-open']['input']['source']
}

export async function withReport<Result>(pages: number, use: (report: MadeReport) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-report-'))
  try {
    const file = path.join(folder, 'report.pdf')
    // In a process of its own: what it takes to make is not to be measured.
    const printing = spawnSync(process.execPath, [printer, String(pages), file], { stdio: 'inherit' })
    if (printing.status !== 0) throw new Error('The report could not be printed')
    return await use({ folder, source: { path: file, name: 'report.pdf', bytes: statSync(file).size } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function withThreads<Result>(
  threads: number,
  use: (pool: WorkerPool) => Promise<Result>,
): Promise<Result> {
  const pool = createWorkerPool({ workerFile, texts: english, stageThreads: threads, taskThreads: 1, heapMegabytes })
  try {
    return await use(pool)
  } finally {
    await pool.close()
  }
}

export async function runTask<Name extends 'document-open' | 'document-pages' | 'document-assemble'>(
  pool: WorkerPool,
  name: Name,
  input: TaskMap[Name]['input'],
  onProgress: (done: number) => void = () => undefined,
): Promise<TaskMap[Name]['output']> {
  const result = await pool.runTask(name, input, { lane: 'stages', onProgress: ({ done }) => onProgress(done) })
  if (result.outcome !== 'done') throw new Error(`${name} ended ${JSON.stringify(result).slice(0, 500)}`)
  return taskSchemas[name].output.parse(result.output) as TaskMap[Name]['output']
}

/** Pages `from` to `to`, shared over as many threads. */
export async function readRange(
  pool: WorkerPool,
  threads: number,
  report: MadeReport,
  outputDir: string,
  [from, to]: readonly [number, number],
): Promise<void> {
  let next = from
  const readOn = async (): Promise<void> => {
    while (next <= to) {
      const pages = Array.from({ length: Math.min(pagesAtOnce, to - next + 1) }, (_, index) => next + index)
      next += pages.length
      await runTask(pool, 'document-pages', { source: report.source, kind: 'pdf', password: null, outputDir, pages })
    }
  }
  await Promise.all(Array.from({ length: threads }, readOn))
}
