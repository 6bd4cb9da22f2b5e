/**
 * What it costs that stages run in processes: a small job in a host, as the product has it, beside the same stages in a
 * thread of this process, as before decision 0019; and an engine's start beside one that starts no host.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Piscina } from 'piscina'
import { createEngine } from '../../../src/main/engine.ts'
import { startRun } from '../../../src/main/pool/host/thread-run.ts'
import type { LaunchHost } from '../../../src/main/pool/hosts/host-process.ts'
import { createWorkerPool } from '../../../src/main/pool/pool.ts'
import type { StageMap, StageOutput } from '../../../src/shared/contract/stages.ts'
import type { WorkerResult } from '../../../src/shared/contract/worker.ts'
import { textsIn } from '../../../src/shared/texts/texts.ts'
import { realWorkerFile } from '../../support/engine/worker-files.ts'
import type { Figure } from './report.ts'

type RunStage = <Name extends keyof StageMap>(
  name: Name,
  input: StageMap[Name]['input'],
) => Promise<WorkerResult<unknown>>

const texts = textsIn('en')
const heapMegabytes = 1_024
const memoryBytes = 1024 ** 3
const mostRatio = 1.05

/** Least times of `rounds`, both ways in turn, after one to warm up. */
export async function benchHosts(folder: string, sample: string, rounds: number): Promise<Figure[]> {
  const workerFile = await realWorkerFile()
  const pool = createWorkerPool({ workerFile, stageThreads: 1, taskThreads: 1, heapMegabytes, texts })
  // Apart, so that what is left of a small file's memory beside this process is what an engine leaves.
  const child = fork(import.meta.filename, [workerFile], { execArgv: [] })
  const inThread = async (file: string, own: string): Promise<void> => {
    child.send([file, own])
    const [problem] = await once(child, 'message')
    if (problem !== null) throw new Error(String(problem))
  }
  const inHost = (file: string, own: string): Promise<void> => smallJob(pool.runStage.bind(pool), file, own)
  const ways = { thread: inThread, host: inHost }
  const least: Record<keyof typeof ways, number> = { thread: Number.POSITIVE_INFINITY, host: Number.POSITIVE_INFINITY }
  try {
    for (const run of Object.values(ways)) await run(sample, path.join(folder, 'warm'))
    for (let round = 0; round < rounds; round += 1) {
      for (const [way, run] of Object.entries(ways) as [keyof typeof ways, typeof inThread][]) {
        const began = performance.now()
        await run(sample, path.join(folder, way))
        least[way] = Math.min(least[way], performance.now() - began)
      }
    }
  } finally {
    await pool.close()
    child.disconnect()
  }
  const starts = await leastStarts(folder, workerFile, rounds)
  return [
    ratio(`a small job, all stages: host and thread, least of ${rounds}`, least.host, least.thread),
    ratio(`an engine's start: with a host and without, least of ${rounds}`, starts.host, starts.none),
  ]
}

function ratio(what: string, now: number, before: number): Figure {
  const value = `${now.toFixed(0)}, ${before.toFixed(0)} ms: ${(now / before).toFixed(2)}`
  return { what, value, aim: `aim ${mostRatio} at most` }
}

async function smallJob(run: RunStage, file: string, folder: string): Promise<void> {
  const source = { path: file, name: path.basename(file), bytes: statSync(file).size }
  const dirOf = (stage: string): string => {
    const dir = path.join(folder, stage)
    mkdirSync(dir, { recursive: true })
    return dir
  }
  const stage = async <Name extends keyof StageMap>(
    name: Name,
    input: StageMap[Name]['input'],
  ): Promise<StageOutput<Name>> => {
    const result = await run(name, input)
    if (result.outcome !== 'done') throw new Error(`${name}: ${JSON.stringify(result)}`)
    return result.output as StageOutput<Name>
  }
  try {
    const { kind } = await stage('import', { source, sha256: '', outputDir: dirOf('import') })
    const convertDir = dirOf('convert')
    const { tables } = await stage('convert', { source, kind, sheet: null, outputDir: convertDir })
    const given = { source, convertDir, seed: 1 }
    const analysis = await stage('analyze', { ...given, tables, depth: 'standard', outputDir: dirOf('analyze') })
    const narrative = await stage('narrate', { ...given, analysis, outputDir: dirOf('narrate') })
    await stage('visualize', { ...given, analysis, narrative, outputDir: dirOf('visualize') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A host that is never there: nothing is sent to it at a start. */
const launchNothing: LaunchHost = (_launch, { onExit }) => ({
  send: () => undefined,
  setBusy: () => undefined,
  kill: () => setImmediate(onExit, { code: 0, signal: null, errors: '' }),
})

async function leastStarts(
  folder: string,
  workerFile: string,
  rounds: number,
): Promise<{ host: number; none: number }> {
  const least = { host: Number.POSITIVE_INFINITY, none: Number.POSITIVE_INFINITY }
  for (let round = 0; round <= rounds; round += 1) {
    for (const way of ['host', 'none'] as const) {
      const dataDir = path.join(folder, 'start')
      const began = performance.now()
      const engine = createEngine({
        ...{ dataDir, workerFile, samplesDir: null, version: '0.0.0' },
        ...(way === 'none' ? { launchHost: launchNothing } : {}),
      })
      await engine.start()
      // The first warms up.
      if (round > 0) least[way] = Math.min(least[way], performance.now() - began)
      await engine.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
  return least
}

/** The thread's side: jobs by message, each answered with null or what went wrong. */
function serveThread(workerFile: string): void {
  const piscina = new Piscina({
    ...{ filename: workerFile, minThreads: 0, maxThreads: 1, idleTimeout: Number.POSITIVE_INFINITY },
    ...{ atomics: 'disabled', execArgv: [], recordTiming: false },
  })
  const run: RunStage = async (name, input) => {
    const request = { name, input, language: texts.language, memoryBytes }
    const end = await startRun(piscina, request, () => undefined).finished
    if (end.outcome === 'died') throw new Error(end.detail)
    return end
  }
  process.on('message', async (message) => {
    const [file, folder] = message as [string, string]
    process.send?.(await smallJob(run, file, folder).then(() => null, String))
  })
  process.on('disconnect', () => process.exit(0))
}

if (process.argv[1] === import.meta.filename) serveThread(process.argv[2] ?? '')
