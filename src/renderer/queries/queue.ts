/** The queue as a whole: its state, how it has done, what it takes on disk, and what a clean-up would free. */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { CommandInput } from '../../shared/contract/commands.ts'
import type { QueueState } from '../../shared/job/queue.ts'
import { applyEvent, applyReply, fetchOutput } from './client.ts'

export function queueQuery() {
  return queryOptions({ queryKey: ['queue'], queryFn: () => fetchOutput('queue/get', {}) })
}

/** Null until it is known. */
export function useQueue(): QueueState | null {
  return useQuery(queueQuery()).data ?? null
}

export function useActiveCount(): number {
  const queue = useQueue()
  return queue === null ? 0 : queue.queued + queue.processing
}

export function queueChanged(queue: QueueState): void {
  applyEvent(queueQuery().queryKey, queue)
}

export function queueReplied(queue: QueueState, askedAt: number): void {
  applyReply(queueQuery().queryKey, queue, askedAt)
}

/** The last `days` days. Asked for when shown, for the days move on, and again when a job began or ended. */
export function metricsQuery(days: number) {
  return queryOptions({
    queryKey: ['metrics', days],
    queryFn: async () => ({ days, metrics: await fetchOutput('metrics/get', { days }) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Measured when it is shown; walking the folders is not done at every change. */
export function storageQuery() {
  return queryOptions({ queryKey: ['storage'], queryFn: () => fetchOutput('storage/get', {}), staleTime: 0 })
}

/** What a clean-up on these terms would remove. */
export function cleanPreviewQuery(terms: Pick<CommandInput<'jobs/clean'>, 'days' | 'failedDays'>) {
  return queryOptions({
    queryKey: ['clean-preview', terms],
    queryFn: () => fetchOutput('jobs/clean', { ...terms, dryRun: true }),
    staleTime: 0,
    gcTime: 0,
  })
}
