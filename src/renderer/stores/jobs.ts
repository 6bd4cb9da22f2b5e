/** Every job the window knows, kept current by events. There is no polling: what is not told has not changed. */
import { create } from 'zustand'
import type { Failure } from '../../shared/failure/failure.ts'
import type { Job } from '../../shared/job/job.ts'
import { ask, type Loaded, loading } from './engine.ts'

interface JobsState {
  readonly byId: Readonly<Record<string, Job>>
  /** Ids of the loaded list, newest first; null before the first load. */
  readonly order: readonly string[] | null
  readonly total: number
  readonly listFailure: Failure | null
  /** Jobs asked for by address that could not be had. */
  readonly failures: Readonly<Record<string, Failure>>
  /** Jobs with a command under way, so that a button is not pressed twice. */
  readonly busy: Readonly<Record<string, 'cancel' | 'retry'>>
}

export const useJobs = create<JobsState>()(() => ({
  byId: {},
  order: null,
  total: 0,
  listFailure: null,
  failures: {},
  busy: {},
}))

/**
 * How often each job was heard of. A reply to a command is applied only when nothing newer came while it was under
 * way: events and replies travel separately, and a late reply would take the job back in time.
 */
const heard = new Map<string, number>()
const removed = new Set<string>()

function hear(id: string): void {
  heard.set(id, (heard.get(id) ?? 0) + 1)
}

function put(job: Job): void {
  useJobs.setState((state) => {
    const failures = { ...state.failures }
    delete failures[job.id]
    const known = state.byId[job.id] !== undefined || state.order?.includes(job.id)
    const order = state.order === null || known ? state.order : [job.id, ...state.order]
    return {
      byId: { ...state.byId, [job.id]: job },
      failures,
      order,
      total: order !== state.order ? state.total + 1 : state.total,
    }
  })
}

/** An event about a job: always the newest word. */
export function jobChanged(job: Job): void {
  if (removed.has(job.id)) return
  hear(job.id)
  put(job)
}

export function jobRemoved(id: string): void {
  hear(id)
  removed.add(id)
  useJobs.setState((state) => {
    const byId = { ...state.byId }
    delete byId[id]
    const order = state.order?.filter((other) => other !== id) ?? null
    return { byId, order, total: order?.length === state.order?.length ? state.total : Math.max(0, state.total - 1) }
  })
}

/** Applies a job that came as a reply, unless it was heard of since `mark` was taken. */
export function applyReply(job: Job, mark: number): void {
  if (removed.has(job.id) || (heard.get(job.id) ?? 0) !== mark) return
  put(job)
}

export function markOf(id: string): number {
  return heard.get(id) ?? 0
}

const pageSize = 200

/** Loads the newest jobs; called at start and after a lost connection, when events may have been missed. */
export async function loadJobs(): Promise<void> {
  const marks = new Map(heard)
  const result = await ask('jobs/list', { limit: pageSize })
  if (!result.ok) {
    useJobs.setState({ listFailure: result.failure })
    return
  }
  const listed = result.output.jobs.filter((job) => !removed.has(job.id))
  useJobs.setState((state) => {
    const byId = { ...state.byId }
    for (const job of listed) if ((marks.get(job.id) ?? 0) === (heard.get(job.id) ?? 0)) byId[job.id] = job
    const ids = listed.map((job) => job.id)
    // Jobs that began while the list was on its way stay in front.
    const begun = (state.order ?? Object.keys(byId)).filter(
      (id) => !ids.includes(id) && !marks.has(id) && heard.has(id) && byId[id] !== undefined,
    )
    return { byId, order: [...begun, ...ids], total: result.output.total + begun.length, listFailure: null }
  })
}

/** The next older jobs, appended to the list. */
export async function loadMoreJobs(): Promise<void> {
  const { order } = useJobs.getState()
  if (order === null) return
  const result = await ask('jobs/list', { limit: pageSize, offset: order.length })
  if (!result.ok) return
  useJobs.setState((state) => {
    const fresh = result.output.jobs.filter((job) => !state.order?.includes(job.id) && !removed.has(job.id))
    const byId = { ...state.byId }
    for (const job of fresh) byId[job.id] ??= job
    return { byId, order: [...(state.order ?? []), ...fresh.map((job) => job.id)], total: result.output.total }
  })
}

export async function loadJob(id: string): Promise<void> {
  const mark = markOf(id)
  const result = await ask('jobs/get', { id })
  if (result.ok) applyReply(result.output.job, mark)
  else useJobs.setState((state) => ({ failures: { ...state.failures, [id]: result.failure } }))
}

/** Cancels or retries. Gives the failure to show, or null when it was done. */
export async function commandJob(command: 'cancel' | 'retry', id: string): Promise<Failure | null> {
  if (useJobs.getState().busy[id] !== undefined) return null
  useJobs.setState((state) => ({ busy: { ...state.busy, [id]: command } }))
  const mark = markOf(id)
  const result = await ask(`jobs/${command}`, { id })
  useJobs.setState((state) => {
    const busy = { ...state.busy }
    delete busy[id]
    return { busy }
  })
  if (!result.ok) return result.failure
  applyReply(result.output.job, mark)
  return null
}

export function isActive(job: Job): boolean {
  return job.status === 'queued' || job.status === 'processing'
}

/** A job by id as a screen shows it. */
export function useJob(id: string): Loaded<Job> {
  const job = useJobs((state) => state.byId[id])
  const failure = useJobs((state) => state.failures[id])
  if (job !== undefined) return { state: 'ready', value: job }
  if (failure !== undefined) return { state: 'failed', failure }
  return loading
}
