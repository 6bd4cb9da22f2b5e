/** A small real engine behind the shells' interface: keeps jobs in memory, files on disk, and tells what happens. */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SourceHandle } from '../../src/shared/contract/commands.ts'
import type { EngineEvent } from '../../src/shared/contract/events.ts'
import type { ShellEngine } from '../../src/shared/contract/shell.ts'
import { StoryglassError } from '../../src/shared/failure/failure.ts'
import type { Job } from '../../src/shared/job/job.ts'

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
      'stories/list': async () => ({ stories: [], total: 0 }),
      'stories/get': nowhere,
      'stories/delete': nowhere,
      'stories/verify': nowhere,
      'evidence/run': nowhere,
      'tables/page': nowhere,
    },
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
    exportName: async (id, format) => `${id}.${format}`,
    exportStory: (id, _format, outputPath) => writeFile(outputPath, `the story ${id}`),
  }
}
