/** A small real engine behind the shells' interface: keeps jobs in memory, files on disk, and tells what happens. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SourceHandle } from '../../src/shared/contract/commands.ts'
import type { EngineEvent } from '../../src/shared/contract/events.ts'
import { commandNames } from '../../src/shared/contract/names.ts'
import type { EngineHandlers, ShellEngine } from '../../src/shared/contract/shell.ts'
import { StoryglassError } from '../../src/shared/failure/failure.ts'
import type { Job } from '../../src/shared/job/job.ts'
import type { Metrics } from '../../src/shared/job/metrics.ts'

export interface FakeEngine extends ShellEngine {
  /** Every file taken in, by handle. */
  readonly adopted: Map<string, SourceHandle & { readonly path: string }>
  tell(event: EngineEvent): void
  subscribers(): number
}

export function jobNamed(id: string, name: string): Job {
  return {
    id,
    pipeline: 'story',
    status: 'queued',
    priority: 'normal',
    paused: false,
    source: { name, bytes: 10, sha256: 'a'.repeat(64), kind: 'csv' },
    options: { sheet: null, seed: 1, depth: 'standard' },
    stage: null,
    percent: 0,
    note: null,
    units: null,
    attempt: 0,
    maxAttempts: 3,
    createdAt: '2026-01-01T00:00:00.000Z',
    startedAt: null,
    finishedAt: null,
    nextAttemptAt: null,
    secondsLeft: null,
    failure: null,
    canRetry: false,
    storyId: null,
    stages: [],
  }
}

const never = { count: 0, medianMs: null, p95Ms: null, meanMs: null }
const nothingMeasured: Metrics = {
  since: '2026-01-01T00:00:00.000Z',
  jobs: { created: 0, completed: 0, failed: 0, cancelled: 0, queued: 0, processing: 0 },
  successRate: null,
  waiting: never,
  running: never,
  stages: [],
  queueDepth: [],
  failures: [],
  automaticRetries: 0,
  manualRetries: 0,
  recoveries: 0,
}

/** `folder` holds what is uploaded: nothing else may be left in it. */
export function createFakeEngine(folder: string): FakeEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const jobs = new Map<string, Job>()
  const adopted: FakeEngine['adopted'] = new Map()
  const tell = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const job = (id: string): { job: Job } => {
    const found = jobs.get(id)
    if (!found) throw new StoryglassError('file_missing', `no job ${id}`)
    return { job: found }
  }
  const nowhere = async (): Promise<never> => {
    throw new StoryglassError('file_missing', 'the fake engine keeps no stories')
  }
  // Whatever the contract has beyond what the shells' tests ask for.
  const unsupported = Object.fromEntries(commandNames.map((name) => [name, nowhere])) as unknown as EngineHandlers
  const take = (name: string, file: string, bytes: number): SourceHandle => {
    const source = { handle: randomUUID(), name, bytes }
    adopted.set(source.handle, { ...source, path: file })
    return source
  }
  return {
    adopted,
    tell,
    subscribers: () => listeners.size,
    handlers: {
      ...unsupported,
      'samples/list': async () => ({ samples: [] }),
      'jobs/create': async ({ source }) => {
        const name = 'handle' in source ? adopted.get(source.handle)?.name : source.sample
        if (name === undefined) throw new StoryglassError('bad_path', 'no such handle')
        const created = jobNamed(randomUUID(), name)
        jobs.set(created.id, created)
        tell({ name: 'job/changed', payload: { job: created } })
        return { job: created, outcome: 'created', earlierStoryId: null }
      },
      'jobs/list': async () => ({ jobs: [...jobs.values()], total: jobs.size }),
      'jobs/get': async ({ id }) => job(id),
      'jobs/cancel': async ({ id }) => job(id),
      'jobs/retry': async ({ id }) => {
        throw new Error(`a bug while retrying ${id}`)
      },
      'jobs/prioritize': async ({ id, priority }) => ({ job: { ...job(id).job, priority } }),
      'jobs/pause': async ({ id }) => ({ job: { ...job(id).job, paused: true } }),
      'jobs/resume': async ({ id }) => ({ job: { ...job(id).job, paused: false } }),
      'jobs/run-next': async ({ id }) => job(id),
      'jobs/retry-failed': async () => ({ jobs: [] }),
      'jobs/clean': async ({ dryRun }) => ({ jobIds: [], bytes: 0, dryRun }),
      'queue/get': async () => ({ paused: false, queued: jobs.size, processing: 0, failed: 0 }),
      'queue/set-paused': async ({ paused }) => ({ paused, queued: jobs.size, processing: 0, failed: 0 }),
      'metrics/get': async () => nothingMeasured,
      'app/set-language': async () => ({}),
      'library/dismiss-notice': async () => ({}),
      'storage/get': async () => ({ folder, library: 0, backups: 0, artifacts: 0, sources: 0, logs: 0 }),
      'stories/list': async () => ({ stories: [], total: 0 }),
    },
    documents: { exportName: nowhere, export: nowhere, asset: async () => null },
    info: async () => ({ version: '0.0.0-fake', stories: 0, activeJobs: jobs.size }),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async adoptPath(given) {
      const found = await stat(given).catch(() => {
        throw new StoryglassError('file_missing', given)
      })
      if (found.isDirectory()) throw new StoryglassError('is_folder', given)
      return take(path.basename(given), given, found.size)
    },
    async adoptStream(name, bytes) {
      const file = path.join(folder, randomUUID())
      try {
        await pipeline(Readable.from(bytes), createWriteStream(file))
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
      return take(name, file, (await readFile(file)).length)
    },
    watches: { add: nowhere },
    grid: { exportName: nowhere, export: nowhere },
    stories: {
      exportName: async (id, format) => `${id}.${format}`,
      export: (id, _format, outputPath) => writeFile(outputPath, `the story ${id}`),
    },
  }
}
