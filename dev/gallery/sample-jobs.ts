/** Jobs in every state a job can be in. */
import { describeFailure } from '../../src/shared/failure/failure.ts'
import type { Job } from '../../src/shared/job/job.ts'
import { overallPercent, pipelineStages, type StageName } from '../../src/shared/job/stage.ts'
import { english } from './english.ts'

export function jobOf(change: Partial<Job> & { readonly id: string }): Job {
  return {
    pipeline: 'story',
    status: 'queued',
    priority: 'normal',
    paused: false,
    source: { name: 'harbour-cafe-sales.csv', bytes: 374_746, sha256: 'ab'.repeat(32), kind: 'csv' },
    options: { sheet: null, seed: 1, depth: 'standard' },
    stage: null,
    percent: 0,
    note: null,
    units: null,
    attempt: 1,
    maxAttempts: 3,
    createdAt: new Date(Date.now() - 20_000).toISOString(),
    startedAt: null,
    finishedAt: null,
    nextAttemptAt: null,
    secondsLeft: null,
    failure: null,
    canRetry: false,
    storyId: null,
    stages: [],
    ...change,
  }
}

const typical: Record<StageName, number> = { import: 120, convert: 4300, analyze: 5200, narrate: 300, visualize: 450 }

/** A job in the middle of `stage`, the stages before it done. */
export function runningAt(id: string, stage: StageName, fraction: number, change: Partial<Job> = {}): Job {
  const before = pipelineStages.story.slice(0, pipelineStages.story.indexOf(stage))
  const finishedAt = new Date(Date.now() - 3000).toISOString()
  return jobOf({
    id,
    status: 'processing',
    stage,
    percent: overallPercent('story', stage, fraction),
    startedAt: new Date(Date.now() - 9000).toISOString(),
    stages: before.map((name) => ({ name, finishedAt, elapsedMs: typical[name] })),
    ...change,
  })
}

const big = { name: 'transactions-2024.csv', bytes: 141_000_000, sha256: 'cd'.repeat(32), kind: 'csv' } as const

export const jobStates = {
  queued: jobOf({ id: 'queued' }),
  waiting: jobOf({
    id: 'waiting',
    attempt: 1,
    stage: 'convert',
    percent: 5,
    nextAttemptAt: new Date(Date.now() + 8000).toISOString(),
    failure: {
      ...describeFailure(english, 'worker_died', { name: 'harbour-cafe-sales.csv', detail: 'exit code 134' }),
      at: new Date().toISOString(),
    },
    stages: [{ name: 'import', finishedAt: new Date().toISOString(), elapsedMs: 90 }],
  }),
  urgent: jobOf({ id: 'urgent', priority: 'urgent', source: { ...big, name: 'incident-log.csv' } }),
  heldBack: jobOf({ id: 'held-back', paused: true, source: { ...big, name: 'archive-2019.csv' } }),
  importing: runningAt('importing', 'import', 0.3, { source: big }),
  converting: runningAt('converting', 'convert', 0.41, {
    source: big,
    note: 'Reading rows',
    units: { done: 412_880, total: 1_000_000, unit: 'rows' },
    secondsLeft: 38,
  }),
  analyzing: runningAt('analyzing', 'analyze', 0.6, {
    source: big,
    note: 'Testing differences between groups',
    units: { done: 131, total: 214, unit: 'tests' },
    secondsLeft: 4,
  }),
  drawing: runningAt('drawing', 'visualize', 0.5, { note: 'Drawing the charts', secondsLeft: 1 }),
  completed: jobOf({
    id: 'completed',
    status: 'completed',
    percent: 100,
    stage: 'visualize',
    storyId: 'story-harbour',
    startedAt: new Date(Date.now() - 132_000).toISOString(),
    finishedAt: new Date(Date.now() - 122_000).toISOString(),
  }),
  failed: jobOf({
    id: 'failed',
    status: 'failed',
    stage: 'convert',
    percent: 22,
    source: { ...big, name: 'annual report (password).xlsx', kind: 'xlsx', bytes: 2_410_000 },
    canRetry: true,
    finishedAt: new Date(Date.now() - 400_000).toISOString(),
    stages: [{ name: 'import', finishedAt: new Date().toISOString(), elapsedMs: 90 }],
    failure: {
      ...describeFailure(english, 'encrypted_workbook', {
        name: 'annual report (password).xlsx',
        detail: 'EncryptionInfo stream found in a compound file of 2,410,000 bytes',
      }),
      at: new Date(Date.now() - 400_000).toISOString(),
    },
  }),
  cancelled: jobOf({
    id: 'cancelled',
    status: 'cancelled',
    stage: 'analyze',
    percent: 61,
    canRetry: true,
    finishedAt: new Date(Date.now() - 86_400_000).toISOString(),
  }),
} satisfies Record<string, Job>

/** A long queue: two running, some of every priority waiting, one held back, and thousands that have ended. */
export function manyJobs(count: number): Job[] {
  const priorities = ['normal', 'normal', 'high', 'normal', 'low', 'urgent'] as const
  return Array.from({ length: count }, (_, index) => {
    const name = `${['sales', 'stock', 'survey', 'visits'][index % 4]}-2024-${String(index).padStart(5, '0')}.csv`
    const source = { name, bytes: 40_000 + index * 917, sha256: 'ab'.repeat(32), kind: 'csv' as const }
    const createdAt = new Date(Date.now() - index * 90_000).toISOString()
    const shared = { id: `many-${index}`, source, createdAt }
    if (index < 2) return runningAt(shared.id, index === 0 ? 'analyze' : 'convert', 0.4, { ...shared, secondsLeft: 20 })
    if (index < 40) return jobOf({ ...shared, priority: priorities[index % 6] ?? 'normal', paused: index === 20 })
    const finishedAt = createdAt
    if (index % 23 === 0) {
      const failure = { ...describeFailure(english, 'no_rows', { name }), at: finishedAt }
      return jobOf({ ...shared, status: 'failed', stage: 'convert', percent: 20, canRetry: true, finishedAt, failure })
    }
    const startedAt = new Date(Date.parse(createdAt) - 4200).toISOString()
    return jobOf({ ...shared, status: 'completed', percent: 100, storyId: `story-${index}`, startedAt, finishedAt })
  })
}
