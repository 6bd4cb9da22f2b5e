/** The stages of a job in a person's words, and how far each of them is. */
import type { Job } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { pipelineStages, type StageName, stageShare } from '../../shared/job/stage.ts'
import { formatCountdown } from './amounts.ts'
import { pipelineOf } from './kinds.ts'

interface StageWords {
  readonly title: string
  /** What is done to files of a kind, where that is another word than the title. */
  readonly verb?: string
  readonly does: string
}

const storyWords: Record<StageName, StageWords> = {
  import: { title: 'Importing', does: 'Checking what kind of file this is' },
  convert: { title: 'Converting', does: 'Reading every row and what its columns hold' },
  analyze: { title: 'Analyzing', does: 'Looking for patterns that hold up' },
  narrate: { title: 'Writing', does: 'Putting what was found into words' },
  visualize: { title: 'Drawing', does: 'Drawing the charts' },
}

export const stageWords: Record<Pipeline, Record<StageName, StageWords>> = {
  story: storyWords,
  document: {
    ...storyWords,
    import: { title: 'Opening', does: storyWords.import.does },
    convert: { title: 'Reading pages', verb: 'Reading', does: 'Reading text and tables' },
    narrate: { title: 'Summing up', does: 'Finding its key sentences, terms, dates and amounts' },
  },
}

/** The words for the stage a job is in; null before the first. */
export function stageOf(job: Job): StageWords | null {
  return job.stage === null ? null : stageWords[pipelineOf(job)][job.stage]
}

export type StageState = 'waiting' | 'running' | 'done' | 'failed'

export interface StageView {
  readonly name: StageName
  readonly state: StageState
  /** Time it took, or has taken since `startedAt`; null when it has not begun. */
  readonly elapsedMs: number | null
  readonly startedAt: string | null
}

/** The stages of a job in order, each with its state. */
export function stagesOf(job: Job): readonly StageView[] {
  const finished = new Map(job.stages.map((stage) => [stage.name, stage]))
  const lastFinish = job.stages.at(-1)?.finishedAt ?? null
  return pipelineStages[pipelineOf(job)].map((name): StageView => {
    const done = finished.get(name)
    if (done !== undefined) return { name, state: 'done', elapsedMs: done.elapsedMs, startedAt: null }
    if (job.status === 'completed') return { name, state: 'done', elapsedMs: null, startedAt: null }
    if (name === job.stage && job.status === 'processing') {
      return { name, state: 'running', elapsedMs: null, startedAt: laterOf(lastFinish, job.startedAt) }
    }
    if (name === job.stage && job.status === 'failed')
      return { name, state: 'failed', elapsedMs: null, startedAt: null }
    return { name, state: 'waiting', elapsedMs: null, startedAt: null }
  })
}

/** A retried job starts after its earlier stages ended. */
function laterOf(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

export interface StageArc {
  readonly name: StageName
  /** In percent of the whole circle. */
  readonly from: number
  readonly to: number
}

/** Each stage's part of the progress circle. */
export function stageArcs(pipeline: Job['pipeline']): readonly StageArc[] {
  const names: readonly StageName[] = pipelineStages[pipeline]
  let from = 0
  return names.map((name) => {
    const to = from + stageShare[pipeline][name]
    const arc = { name, from, to }
    from = to
    return arc
  })
}

/** What a running job is doing, with units done of a total when they are known: `340,000 of 1,000,000 rows`. */
export function describeUnits(units: Job['units']): string | null {
  // A share of the stage says little beside that of the whole job.
  if (units === null || units.unit === 'percent') return null
  const done = Math.round(units.done).toLocaleString('en-US')
  return units.total === null
    ? `${done} ${units.unit}`
    : `${done} of ${Math.round(units.total).toLocaleString('en-US')} ${units.unit}`
}

/** Seconds until the engine tries again by itself, at least 0; null when it does not wait for a time. */
export function secondsToNextAttempt(job: Job, now: number): number | null {
  if (job.status !== 'queued' || job.paused || job.nextAttemptAt === null) return null
  return Math.max(0, Math.ceil((Date.parse(job.nextAttemptAt) - now) / 1000))
}

/** `Tries again in 8 s`, `Tries again in 1 min 05 s`, `Trying again`. */
export function describeNextAttempt(seconds: number): string {
  return seconds > 0 ? `Tries again in ${formatCountdown(seconds)}` : 'Trying again'
}

/** `attempt 2 of 3`; null for a first attempt, which needs no words. */
export function describeAttempt(job: Job): string | null {
  // While it waits for the next attempt, that is the one meant.
  const attempt = job.status === 'queued' && job.nextAttemptAt !== null ? job.attempt + 1 : job.attempt
  return attempt > 1 && job.status !== 'completed'
    ? `attempt ${Math.min(attempt, job.maxAttempts)} of ${job.maxAttempts}`
    : null
}

/** One line about a job in a list. `now` in milliseconds since 1970. */
export function describeJob(job: Job, now: number): string {
  switch (job.status) {
    case 'queued': {
      if (job.paused) return 'Held back until resumed'
      const seconds = secondsToNextAttempt(job, now)
      return seconds === null ? 'Waiting for its turn' : describeNextAttempt(seconds)
    }
    case 'processing':
      return job.note ?? stageOf(job)?.does ?? 'Starting'
    case 'completed':
      if (job.pipeline === 'document') return 'Document ready'
      return job.storyId === null ? 'Done, its story was deleted' : 'Story ready'
    case 'failed':
      return job.failure?.message ?? 'Failed'
    case 'cancelled':
      return 'Cancelled'
  }
}
