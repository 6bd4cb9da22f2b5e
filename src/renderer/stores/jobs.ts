/**
 * Every job the window has heard of, kept current by events: there is no polling, what is not told has not changed.
 * Each job has its own listeners, so one that has ended costs nothing while others run.
 */
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import type { Job } from '../../shared/job/job.ts'
import { ask, type Loaded, loading } from './engine.ts'
import { createKeyedStore, useKeyed } from './keyed.ts'

const jobs = createKeyedStore<Job>()
/** Jobs asked for by address that could not be had. */
const failures = createKeyedStore<Failure>()

/**
 * When each job was last heard of by an event, counted in events. Events and replies travel separately, and a reply
 * that was on its way while something newer was told would take the job back in time.
 */
const heardAt = new Map<string, number>()
const removed = new Set<string>()
let eventsHeard = 0

/** What moved: a job began, ended, came, went, or waits differently. Not: a running job went on. */
export interface JobMove {
  readonly before: Job | undefined
  /** Null: removed. */
  readonly job: Job | null
}
const moveListeners = new Set<(move: JobMove) => void>()

export function onJobMoved(listener: (move: JobMove) => void): Unsubscribe {
  moveListeners.add(listener)
  return () => void moveListeners.delete(listener)
}

function tellMoved(move: JobMove): void {
  for (const listener of [...moveListeners]) listener(move)
}

function put(job: Job): void {
  failures.set(job.id, undefined)
  jobs.set(job.id, job)
}

/** An event about a job: always the newest word. */
export function jobChanged(job: Job): void {
  if (removed.has(job.id)) return
  eventsHeard += 1
  heardAt.set(job.id, eventsHeard)
  const before = jobs.get(job.id)
  put(job)
  // A waiting job is told of only when its place or its terms changed.
  if (before?.status !== job.status || job.status === 'queued') tellMoved({ before, job })
}

export function jobRemoved(id: string): void {
  eventsHeard += 1
  removed.add(id)
  heardAt.delete(id)
  const before = jobs.get(id)
  jobs.set(id, undefined)
  tellMoved({ before, job: null })
}

/** Taken before something is asked; what comes back is applied with it. */
export function markNow(): number {
  return eventsHeard
}

/** Applies a job that came as a reply, unless it was heard of since `mark` was taken. */
export function applyReply(job: Job, mark: number): void {
  if (removed.has(job.id) || (heardAt.get(job.id) ?? 0) > mark) return
  put(job)
}

export function knownJob(id: string): Job | undefined {
  return jobs.get(id)
}

/** Those that were under way when last heard of. */
export function activeJobs(): readonly Job[] {
  return jobs.values().filter(isActive)
}

export async function loadJob(id: string): Promise<void> {
  const mark = markNow()
  const result = await ask('jobs/get', { id })
  if (result.ok) applyReply(result.output.job, mark)
  else failures.set(id, result.failure)
}

/** After a lost connection: what is on screen and was under way may have gone on unheard. */
export function reloadWatchedJobs(): void {
  for (const id of jobs.watched()) {
    const job = jobs.get(id)
    if (job === undefined ? failures.get(id) !== undefined : isActive(job)) void loadJob(id)
  }
}

export function isActive(job: Job): boolean {
  return job.status === 'queued' || job.status === 'processing'
}

/** A job by id as a screen shows it; heard of only while the component stands. */
export function useJob(id: string): Loaded<Job> {
  const job = useKeyed(jobs, id)
  const failure = useKeyed(failures, id)
  if (job !== undefined) return { state: 'ready', value: job }
  if (failure !== undefined) return { state: 'failed', failure }
  return loading
}

/** The same for a row of a list, whose place may not have been loaded yet. */
export function useKnownJob(id: string | undefined): Job | undefined {
  return useKeyed(jobs, id ?? '')
}

/** As at the start of the window; for tests. */
export function forgetJobs(): void {
  heardAt.clear()
  removed.clear()
  eventsHeard = 0
  failures.clear()
  jobs.clear()
}
