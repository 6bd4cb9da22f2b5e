/** The metrics of the queue, from the record of its changes. */
import type { Duration, Metrics } from '../../shared/job/metrics.ts'
import { countJobs } from '../store/job-lists.ts'
import type { Library } from '../store/library.ts'
import {
  countEvents,
  countFailures,
  type StageTime,
  selectQueueDepths,
  selectRuns,
  selectStageTimes,
  selectWaits,
} from '../store/metrics.ts'

const depthPeriods = 48

/** Metrics of what happened between `since` and `now`, both in ms since 1970. */
export function measureJobs(library: Library, since: number, now: number): Metrics {
  const events = countEvents(library, since)
  const completed = events.completed ?? 0
  const failed = events.failed ?? 0
  return {
    since: new Date(since).toISOString(),
    jobs: {
      created: events.created ?? 0,
      completed,
      failed,
      cancelled: events.cancelled ?? 0,
      queued: countJobs(library, { statuses: ['queued'] }),
      processing: countJobs(library, { statuses: ['processing'] }),
    },
    successRate: completed + failed === 0 ? null : completed / (completed + failed),
    waiting: summarise(selectWaits(library, since)),
    running: summarise(selectRuns(library, since)),
    stages: byStageAndKind(selectStageTimes(library, since)),
    queueDepth: depthOverTime(selectQueueDepths(library), since, now),
    failures: countFailures(library, since),
    automaticRetries: events.retry_scheduled ?? 0,
    manualRetries: events.retried ?? 0,
    recoveries: events.recovered ?? 0,
  }
}

/** Median and 95th percentile by nearest rank, and the mean; null for no values. */
export function summarise(valuesMs: readonly number[]): Duration {
  const sorted = valuesMs.toSorted((left, right) => left - right)
  const rank = (share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null
  const sum = sorted.reduce((total, value) => total + value, 0)
  return {
    count: sorted.length,
    medianMs: rank(0.5),
    p95Ms: rank(0.95),
    meanMs: sorted.length === 0 ? null : sum / sorted.length,
  }
}

function byStageAndKind(times: readonly StageTime[]): Metrics['stages'] {
  const groups = Map.groupBy(times, ({ stage, kind }) => `${stage}\0${kind}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [{ stage: first.stage, kind: first.kind, ...summarise(group.map((time) => time.elapsed)) }]
  })
}

/**
 * The most jobs that waited at once in each of 48 equal periods from `since` to `now`. The number of before goes on
 * into a period until it changes.
 */
export function depthOverTime(
  changes: readonly { readonly at: number; readonly depth: number }[],
  since: number,
  now: number,
): Metrics['queueDepth'] {
  const lengthMs = Math.max(1, (now - since) / depthPeriods)
  const periods = Array.from({ length: depthPeriods }, (_, index) => ({ beginsAt: since + index * lengthMs, depth: 0 }))
  let depth = 0
  let next = 0
  for (const period of periods) {
    period.depth = depth
    for (; next < changes.length; next += 1) {
      const change = changes[next]
      if (change === undefined || change.at >= period.beginsAt + lengthMs) break
      depth = change.depth
      // What happened before the first period only sets where it begins.
      if (change.at >= period.beginsAt) period.depth = Math.max(period.depth, depth)
      else period.depth = depth
    }
  }
  return periods.map(({ beginsAt, depth: most }) => ({ at: new Date(beginsAt).toISOString(), depth: most }))
}
