/** The stages of a job in a person's words, and how far each of them is. */
import type { Job } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { pipelineStages, type StageName, stageShare } from '../../shared/job/stage.ts'
import { currentTexts } from '../stores/language.ts'
import { formatCountdown } from './amounts.ts'
import { pipelineOf } from './kinds.ts'

interface StageWords {
  readonly title: string
  /** What is done to files of a kind, where that is another word than the title. */
  readonly verb?: string
  readonly does: string
}

export function stageWords(pipeline: Pipeline, stage: StageName): StageWords {
  const texts = currentTexts()
  const { story, document } = texts.stages
  const own: Partial<Record<StageName, StageWords>> = pipeline === 'document' ? document : {}
  return own[stage] ?? story[stage]
}

/** The words for the stage a job is in; null before the first. */
export function stageOf(job: Job): StageWords | null {
  return job.stage === null ? null : stageWords(pipelineOf(job), job.stage)
}

/** For a screen reader: `42 percent, Converting`. */
export function describePercent(percent: number, stage: string | null): string {
  const texts = currentTexts()
  const whole = Math.floor(percent)
  return stage === null ? texts.stages.percent({ percent: whole }) : texts.stages.percentOf({ percent: whole, stage })
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
  const texts = currentTexts()
  // A share of the stage says little beside that of the whole job.
  if (units === null || units.unit === 'percent') return null
  const named: Readonly<Record<string, string>> = texts.stages.units
  const unit = named[units.unit] ?? units.unit
  const done = Math.round(units.done)
  return units.total === null
    ? texts.stages.unitsDone({ done, unit })
    : texts.stages.unitsDoneOf({ done, total: Math.round(units.total), unit })
}

/** Seconds until the engine tries again by itself, at least 0; null when it does not wait for a time. */
export function secondsToNextAttempt(job: Job, now: number): number | null {
  if (job.status !== 'queued' || job.paused || job.nextAttemptAt === null) return null
  return Math.max(0, Math.ceil((Date.parse(job.nextAttemptAt) - now) / 1000))
}

/** `Tries again in 8 s`, `Tries again in 1 min 05 s`, `Trying again`. */
export function describeNextAttempt(seconds: number): string {
  const texts = currentTexts()
  return seconds > 0 ? texts.stages.triesAgainIn({ time: formatCountdown(seconds) }) : texts.stages.tryingAgain
}

/** `attempt 2 of 3`; null for a first attempt, which needs no words. */
export function describeAttempt(job: Job): string | null {
  const texts = currentTexts()
  // While it waits for the next attempt, that is the one meant.
  const attempt = job.status === 'queued' && job.nextAttemptAt !== null ? job.attempt + 1 : job.attempt
  return attempt > 1 && job.status !== 'completed'
    ? texts.stages.attempt({ attempt: Math.min(attempt, job.maxAttempts), most: job.maxAttempts })
    : null
}

/** One line about a job in a list. `now` in milliseconds since 1970. */
export function describeJob(job: Job, now: number): string {
  const texts = currentTexts()
  switch (job.status) {
    case 'queued': {
      if (job.paused) return texts.stages.heldBackUntilResumed
      const seconds = secondsToNextAttempt(job, now)
      return seconds === null ? texts.stages.waitingForItsTurn : describeNextAttempt(seconds)
    }
    case 'processing':
      return job.note ?? stageOf(job)?.does ?? texts.stages.starting
    case 'completed':
      if (job.pipeline === 'document') return texts.stages.documentReady
      return job.storyId === null ? texts.stages.doneItsStoryWasDeleted : texts.stages.storyReady
    case 'failed':
      return job.failure?.message ?? texts.stages.failed
    case 'cancelled':
      return texts.stages.cancelled
  }
}
