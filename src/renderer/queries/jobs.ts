/** Every job the window has heard of, each a query of its own: one that has ended costs nothing while others run. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { isActive, type Job, type JobStatus } from '../../shared/job/job.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'
import {
  applyEvent,
  applyRemoval,
  applyReply,
  fetchOutput,
  type Loaded,
  loadedOf,
  queryClient,
  refreshSoon,
} from './client.ts'
import { type LongList, partQuery, useLongList } from './long-list.ts'

export function jobQuery(id: string) {
  return queryOptions({
    queryKey: ['job', id],
    queryFn: async () => (await fetchOutput('jobs/get', { id })).job,
    // Lists name jobs by id only.
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** A job as a screen shows it. */
export function useJob(id: string): Loaded<Job> {
  return loadedOf(useQuery(jobQuery(id)))
}

/** The same for a row of a list, whose place may not have been loaded yet: it is not asked for. */
export function useKnownJob(id: string | undefined): Job | undefined {
  return useQuery({ ...jobQuery(id ?? ''), enabled: false }).data
}

export function factsQuery(id: string) {
  return queryOptions({
    queryKey: ['job facts', id],
    queryFn: async () => (await fetchOutput('jobs/facts', { id })).facts,
  })
}

/** What is known of the job's tables while it runs; null while nothing is. */
export function useFacts(id: string): FirstFacts | null {
  return useQuery(factsQuery(id)).data ?? null
}

export function factsChanged(id: string, facts: FirstFacts): void {
  applyEvent(factsQuery(id).queryKey, facts)
}

export function knownJob(id: string): Job | undefined {
  return queryClient.getQueryData(jobQuery(id).queryKey)
}

/** Those that were under way when last heard of. */
export function activeJobs(): readonly Job[] {
  return queryClient
    .getQueriesData<Job>({ queryKey: ['job'] })
    .flatMap(([, job]) => (job !== undefined && isActive(job) ? [job] : []))
}

const removed = new Set<string>()

/** A job that came with a reply. */
export function jobReplied(job: Job, askedAt: number): void {
  if (!removed.has(job.id)) applyReply(jobQuery(job.id).queryKey, job, askedAt)
}

/** A burst of moves is one request now and one when it has passed, with this between them at least. */
const listsEveryMs = 250
/** Jobs that end together are counted together. */
const metricsEveryMs = 600

/** Gives the job as it was. */
export function jobChanged(job: Job): Job | undefined {
  if (removed.has(job.id)) return undefined
  const before = knownJob(job.id)
  applyEvent(jobQuery(job.id).queryKey, job)
  const isOther = before?.status !== job.status
  // A waiting job is told of only when its place or its terms changed; one that runs only goes on.
  if (isOther || job.status === 'queued') refreshSoon(['jobs'], listsEveryMs)
  if (isOther) refreshSoon(['metrics'], metricsEveryMs)
  return before
}

export function jobRemoved(id: string): void {
  removed.add(id)
  applyRemoval(jobQuery(id).queryKey)
  refreshSoon(['jobs'], listsEveryMs)
  refreshSoon(['metrics'], metricsEveryMs)
}

export interface JobFilter {
  /** Empty: all. */
  readonly statuses: readonly JobStatus[]
  /** Part of the file's name. */
  readonly search: string
}

/** Ids in the order of the queue. The jobs themselves are known by then. */
export type JobList = LongList<string>

export function jobsQuery({ statuses, search }: JobFilter, start: number) {
  return partQuery(['jobs', statuses, search], start, async (range) => {
    const askedAt = Date.now()
    const { jobs, total } = await fetchOutput('jobs/list', {
      statuses: [...statuses],
      search,
      order: 'queue',
      ...range,
    })
    for (const job of jobs) jobReplied(job, askedAt)
    return { items: jobs.map(({ id }) => id), total }
  })
}

export function useJobs(filter: JobFilter): JobList {
  return useLongList((start) => jobsQuery(filter, start))
}

/** As at the start of the window; for tests. */
export function forgetRemovedJobs(): void {
  removed.clear()
}
