/**
 * Whatever is asked of the queue, in whatever order: after each step every job is as a model of the drawing in
 * `jobs/lifecycle.ts` says, and what must always hold does.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxCrashes } from '../../../src/main/jobs/lifecycle/recover-jobs.ts'
import { deleteJob, selectExpiredJobIds } from '../../../src/main/store/expired-jobs.ts'
import { selectJobEvents } from '../../../src/main/store/job-events.ts'
import { countJobsByStatus, selectJobs } from '../../../src/main/store/job-lists.ts'
import { selectJobStages } from '../../../src/main/store/job-stages.ts'
import { type JobRow, selectJob } from '../../../src/main/store/jobs.ts'
import { ageingStepMs } from '../../../src/main/store/schema-constants.ts'
import { countStories } from '../../../src/main/store/stories.ts'
import { type JobPriority, type JobStatus, jobPrioritySchema, maxAttempts } from '../../../src/shared/job/job.ts'
import { pipelineStages } from '../../../src/shared/job/stage.ts'
import { emptyStory, type LifecycleBench, lifecycleBench, permanent, transient } from '../../support/engine/library.ts'
import { holds } from '../../support/property.ts'

interface ModelJob {
  readonly id: string
  readonly content: number
  readonly bytes: number
  readonly number: number
  readonly createdAt: number
  status: JobStatus
  priority: JobPriority
  paused: boolean
  attempt: number
  deaths: number
  /** When a process last died over it since it was last retried; null before that. */
  stagesAtDeath: number | null
  queuedAt: number
  front: number | null
  nextAttemptAt: number | null
  stages: number
  changes: number
  percent: number
}

/** `pick` chooses among what there is, `value` among what may be asked. */
interface Step {
  readonly ask: keyof typeof asks
  readonly pick: number
  readonly value: number
}

interface Situation {
  readonly bench: LifecycleBench
  readonly jobs: ModelJob[]
  /** Of jobs that are, or once were, processing. */
  readonly owners: JobRow[]
  count: number
  stories: number
}

const fixedDelayShare = 0.5
const hugeBytes = 1_000
const isActive = (job: ModelJob): boolean => job.status === 'queued' || job.status === 'processing'
const isEnded = (job: ModelJob): boolean => job.status === 'failed' || job.status === 'cancelled'
const picked = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)]

function change(job: ModelJob, next: Partial<ModelJob>): void {
  Object.assign(job, next)
  job.changes += 1
}

/** Its latest owner: the only one that may still change it. */
function holdsClaim({ bench }: Situation, owner: JobRow): boolean {
  const row = selectJob(bench.library, owner.id)
  return row?.status === 'processing' && row.claim === owner.claim
}

/** An owner of a job that still exists, with the model of that job; stale owners among them. */
function ownedJob(situation: Situation, pick: number): { owner: JobRow; job: ModelJob; holds: boolean } | null {
  const owners = situation.owners.filter(({ id }) => situation.jobs.some((job) => job.id === id))
  const owner = picked(owners, pick)
  const job = situation.jobs.find(({ id }) => id === owner?.id)
  return owner === undefined || job === undefined ? null : { owner, job, holds: holdsClaim(situation, owner) }
}

const rankOf = (job: ModelJob): number =>
  job.front ?? job.queuedAt - jobPrioritySchema.options.indexOf(job.priority) * ageingStepMs

const asks = {
  create({ bench, jobs }: Situation, { pick, value }: Step) {
    const content = pick % 5
    const priority = picked(jobPrioritySchema.options, value) ?? 'normal'
    const bytes = content === 0 ? hugeBytes : 10
    const active = jobs.find((job) => job.content === content && isActive(job))
    const id = bench.create(`content ${content}`, { priority, bytes })
    if (active !== undefined) {
      expect(id).toBe(active.id)
      return
    }
    expect(jobs.some((job) => job.id === id)).toBe(false)
    const now = bench.clock.now
    jobs.push({
      id,
      content,
      bytes,
      number: jobs.length === 0 ? 0 : Math.max(...jobs.map((job) => job.number)) + 1,
      createdAt: now,
      status: 'queued',
      priority,
      paused: false,
      attempt: 0,
      deaths: 0,
      stagesAtDeath: null,
      queuedAt: now,
      front: null,
      nextAttemptAt: null,
      stages: 0,
      changes: 1,
      percent: 0,
    })
  },

  claim({ bench, jobs, owners }: Situation, { value }: Step) {
    const largest = value % 2 === 0 ? Number.MAX_SAFE_INTEGER : hugeBytes - 1
    const [next] = jobs
      .filter((job) => job.status === 'queued' && !job.paused && job.bytes <= largest)
      .filter((job) => job.nextAttemptAt === null || job.nextAttemptAt <= bench.clock.now)
      .toSorted((a, b) => rankOf(a) - rankOf(b) || a.createdAt - b.createdAt || a.number - b.number)
    const row = bench.lifecycle.claim(largest)
    expect(row?.id ?? null).toBe(next?.id ?? null)
    if (row === null || next === undefined) return
    owners.push(row)
    change(next, { status: 'processing', attempt: next.attempt + 1, front: null, nextAttemptAt: null })
  },

  progress(situation: Situation, { pick, value }: Step) {
    const owned = ownedJob(situation, pick)
    if (owned === null) return
    const percent = value % 100
    const row = { percent, note: null, units_done: value, units_total: null, unit: 'rows' }
    expect(situation.bench.lifecycle.saveProgress(owned.owner, row)).toBe(owned.holds)
    if (owned.holds) owned.job.percent = Math.max(owned.job.percent, percent)
  },

  finishStage(situation: Situation, { pick }: Step) {
    const owned = ownedJob(situation, pick)
    const name = pipelineStages.story[owned?.job.stages ?? 0]
    if (owned === null || name === undefined) return
    const stage = { name, pipeline: 'story', elapsedMs: 1, outputPath: name } as const
    expect(situation.bench.lifecycle.finishStage(owned.owner, stage, { kind: 'csv', pipeline: 'story' })).toBe(
      owned.holds ? 'finished' : 'not_owner',
    )
    if (!owned.holds) return
    change(owned.job, { stages: owned.job.stages + 1 })
    owned.job.percent = selectJob(situation.bench.library, owned.job.id)?.percent ?? 0
  },

  complete(situation: Situation, { pick }: Step) {
    const owned = ownedJob(situation, pick)
    if (owned === null) return
    situation.count += 1
    const story = emptyStory(`story-${situation.count}`)
    expect(situation.bench.lifecycle.complete(owned.owner, { kind: 'story', story }, owned.owner.options_key)).toBe(
      owned.holds,
    )
    if (!owned.holds) return
    situation.stories += 1
    change(owned.job, { status: 'completed', percent: 100 })
  },

  failForGood(situation: Situation, { pick }: Step) {
    const owned = ownedJob(situation, pick)
    if (owned === null) return
    const outcome = situation.bench.lifecycle.fail(owned.owner, permanent, 'csv')
    expect(outcome).toBe(owned.holds ? 'failed' : 'not_owner')
    if (owned.holds) change(owned.job, { status: 'failed' })
  },

  failForNow(situation: Situation, { pick, value }: Step) {
    const owned = ownedJob(situation, pick)
    if (owned === null) return
    const { owner, job, holds } = owned
    const paused = value % 4 === 0
    const isLast = owner.attempt >= maxAttempts
    const outcome = situation.bench.lifecycle.fail(owner, transient, 'csv', paused)
    expect(outcome).toBe(!holds ? 'not_owner' : isLast ? 'failed' : 'retrying')
    if (!holds) return
    if (isLast) change(job, { status: 'failed' })
    else {
      const delayMs = 2_000 * 2 ** (job.attempt - 1) * fixedDelayShare
      change(job, { status: 'queued', paused, nextAttemptAt: situation.bench.clock.now + delayMs })
    }
  },

  yield(situation: Situation, { pick, value }: Step) {
    const owned = ownedJob(situation, pick)
    if (owned === null) return
    const paused = value % 2 === 0
    expect(situation.bench.lifecycle.yield(owned.owner, paused)).toBe(owned.holds)
    if (owned.holds) change(owned.job, { status: 'queued', paused, attempt: owned.job.attempt - 1 })
  },

  cancel({ bench, jobs }: Situation, { pick }: Step) {
    const job = picked(jobs, pick)
    if (job === undefined) return
    const was = isActive(job)
    expect(bench.lifecycle.cancel(job.id)).toBe(was)
    if (was) change(job, { status: 'cancelled', paused: false, front: null, nextAttemptAt: null })
  },

  retry({ bench, jobs }: Situation, { pick }: Step) {
    const job = picked(jobs, pick)
    if (job === undefined) return
    const active = jobs.find((other) => other.content === job.content && isActive(other))
    expect(bench.lifecycle.retry(job.id)).toBe(isEnded(job) ? (active ?? job).id : job.id)
    if (!isEnded(job) || active !== undefined) return
    change(job, { status: 'queued', attempt: 0, deaths: 0, queuedAt: bench.clock.now })
    job.stagesAtDeath = null
  },

  pause({ bench, jobs }: Situation, { pick }: Step) {
    const job = picked(jobs, pick)
    if (job === undefined) return
    const may = job.status === 'queued' && !job.paused
    expect(bench.lifecycle.setPaused(job.id, true)).toBe(may)
    if (may) change(job, { paused: true })
  },

  resume({ bench, jobs }: Situation, { pick }: Step) {
    const job = picked(jobs, pick)
    if (job === undefined) return
    const may = job.status === 'queued' && job.paused
    expect(bench.lifecycle.setPaused(job.id, false)).toBe(may)
    if (may) change(job, { paused: false })
  },

  runNext({ bench, jobs }: Situation, { pick }: Step) {
    const job = picked(jobs, pick)
    if (job === undefined) return
    const may = job.status === 'queued'
    const first = Math.min(0, ...jobs.filter((other) => other.status === 'queued').map((other) => other.front ?? 0))
    expect(bench.lifecycle.moveToFront(job.id)).toBe(may)
    if (may) change(job, { paused: false, nextAttemptAt: null, front: first - 1 })
  },

  prioritise({ bench, jobs }: Situation, { pick, value }: Step) {
    const job = picked(jobs, pick)
    const priority = picked(jobPrioritySchema.options, value)
    if (job === undefined || priority === undefined) return
    const may = isActive(job) && job.priority !== priority
    expect(bench.lifecycle.setPriority(job.id, priority)).toBe(may)
    if (may) change(job, { priority })
  },

  /** The process dies and another starts. */
  recover({ bench, jobs }: Situation) {
    const found = jobs.filter((job) => job.status === 'processing')
    expect(
      bench.lifecycle
        .recover()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(found.map(({ id }) => id).toSorted())
    for (const job of found) {
      const cameFurther = job.stagesAtDeath !== null && job.stages > job.stagesAtDeath
      const deaths = cameFurther ? 1 : job.deaths + 1
      const isOver = deaths >= maxCrashes
      change(job, { status: isOver ? 'failed' : 'queued', deaths })
      if (!isOver) job.stagesAtDeath = job.stages
    }
  },

  clean({ bench, jobs }: Situation) {
    bench.clock.now += 1
    const gone = selectExpiredJobIds(bench.library, ['completed', 'failed', 'cancelled'], bench.clock.now)
    expect(gone.toSorted()).toEqual(
      jobs
        .filter(isEnded)
        .map(({ id }) => id)
        .toSorted(),
    )
    for (const id of gone) {
      expect(deleteJob(bench.library, id)).toBe(true)
      jobs.splice(
        jobs.findIndex((job) => job.id === id),
        1,
      )
    }
  },

  wait({ bench }: Situation, { value }: Step) {
    bench.clock.now += (value % 20) * 100_000
  },
}

function check({ bench: { library }, jobs, stories }: Situation): void {
  for (const job of jobs) {
    const row = selectJob(library, job.id)
    expect(row).toMatchObject({
      status: job.status,
      paused: job.paused ? 1 : 0,
      attempt: job.attempt,
      process_deaths: job.deaths,
      percent: job.percent,
      next_attempt_at: job.nextAttemptAt,
    })
    expect(row?.story_id !== null).toBe(job.status === 'completed')
    expect(selectJobStages(library, job.id)).toHaveLength(job.stages)
    const events = selectJobEvents(library, job.id)
    expect(events).toHaveLength(job.changes)
    expect(events.at(-1)?.status).toBe(job.status)
  }
  const active = jobs.filter(isActive).map((job) => job.content)
  expect(new Set(active).size).toBe(active.length)
  expect(countStories(library)).toBe(stories)
  const counts = countJobsByStatus(library)
  for (const status of ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const) {
    expect(counts[status]).toBe(jobs.filter((job) => job.status === status).length)
  }
}

/** The list in the order of the queue begins with what runs, then what would be claimed next, then what waits for its time. */
function checkOrder({ bench: { library }, jobs }: Situation): void {
  const waiting = jobs
    .filter((job) => job.status === 'queued' && !job.paused)
    .toSorted(
      (a, b) =>
        (a.nextAttemptAt ?? 0) - (b.nextAttemptAt ?? 0) ||
        (a.nextAttemptAt === null ? rankOf(a) - rankOf(b) || a.createdAt - b.createdAt : 0) ||
        a.number - b.number,
    )
  const listed = selectJobs(library, { statuses: ['queued'], order: 'queue' }, 500, 0)
  expect(listed.filter((row) => row.paused === 0).map((row) => row.id)).toEqual(waiting.map(({ id }) => id))
  const all = selectJobs(library, { statuses: [], order: 'queue' }, 500, 0)
  const paged = jobs.flatMap((_, index) => selectJobs(library, { statuses: [], order: 'queue' }, 1, index))
  expect(paged.map((row) => row.id)).toEqual(all.map((row) => row.id))
  expect(all).toHaveLength(jobs.length)
}

describe('the queue and its model', () => {
  it('agree after every step of any sequence of requests, crashes and clean-ups', () => {
    const names = Object.keys(asks) as Step['ask'][]
    // More of what moves jobs on than of what ends them, or few would get far.
    const often: Step['ask'][] = ['create', 'create', 'create', 'claim', 'claim', 'claim', 'finishStage']
    const step = fc.record({ ask: fc.constantFrom(...names, ...often), pick: fc.nat(40), value: fc.nat(999) })
    holds(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const bench = lifecycleBench({ random: () => fixedDelayShare })
        const situation: Situation = { bench, jobs: [], owners: [], count: 0, stories: 0 }
        for (const one of steps) {
          asks[one.ask](situation, one)
          check(situation)
        }
        checkOrder(situation)
        expect(bench.library.integrityProblems()).toEqual([])
        bench.library.close()
      }),
      { numRuns: 150 },
    )
  })
})
