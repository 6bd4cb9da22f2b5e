/** A run's progress: what it reports, turned into a percentage that never falls and into time left. */

import type { Pipeline } from '../../shared/job/pipeline.ts'
import { overallPercent, type Progress, pipelineStages, type StageName } from '../../shared/job/stage.ts'
import { combined, type Estimate, learnedStage, ownPace, type Pace, ShownTimeLeft } from './time-left.ts'
import type { LiveProgress } from './view.ts'

export interface ProgressMeterOptions {
  readonly pipeline: Pipeline
  readonly bytes: number
  /** Where an earlier attempt had got to. */
  readonly percent: number
  /** Past runs of a stage on sources of this kind, latest first. */
  readonly paces: (stage: StageName) => readonly Pace[]
  /** A clock that never goes back, in ms. */
  readonly now: () => number
}

/** A stage that has taken this many times what was expected tells nothing of its end, unless it reports how far it is. */
const hopelessFactor = 1.6
/** Stages of less than this, learned or taken, are no measure of a job's tempo. */
const shortestMeasuredMs = 250
/** How much jobs differ in tempo from what was learned, before this one has shown its own (a standard deviation of logarithms). */
const usualTempoSpread = 0.25
/** And the stages of one job among themselves. */
const stageTempoSpread = 0.12
/** Added to both when two times are compared: what a stage of a moment takes is chance. */
const tempoBaseMs = 100
/** A stage never ends at once: what is left of one that goes beyond its expectation, as a share of what it took. */
const leastLeftShare = 0.02

/** A stage that should be over already was misjudged, and by more than has shown so far. */
const overdueDoubt = 2

interface Reported {
  readonly fraction: number
  readonly elapsedMs: number
}

export class ProgressMeter {
  readonly #options: ProgressMeterOptions
  readonly #timeLeft = new ShownTimeLeft()
  /** Of stages this run has finished: how much longer they took than was learned, 1 for as long. */
  readonly #tempos: Estimate[] = []
  #pipeline: Pipeline
  #cells: number | null = null
  #percent: number
  #stage: StageName | null = null
  #stageBeganAtMs = 0
  #learned: Estimate | null = null
  #laterMs: number | null = null
  #progress: Progress | null = null
  /** When the stage last said that it had got further, as a share of what this run has to do of it. */
  #reported: Reported | null = null
  /** Of the running stage, what an earlier attempt had done. */
  #resumedAt = 0

  constructor(options: ProgressMeterOptions) {
    this.#options = options
    this.#pipeline = options.pipeline
    this.#percent = options.percent
  }

  /** The import found that the source is another pipeline's. */
  setPipeline(pipeline: Pipeline): void {
    this.#pipeline = pipeline
  }

  /**
   * The size of the tables, rows times columns, or the number of pages, once it is known: later stages depend on it more
   * than on the bytes.
   */
  setCells(cells: number): void {
    this.#cells = cells
  }

  begin(stage: StageName): void {
    this.#stage = stage
    this.#stageBeganAtMs = this.#options.now()
    this.#progress = null
    this.#reported = null
    this.#resumedAt = 0
    this.#learned = this.#learn(stage)
    this.#laterMs = this.#learnLater(stage)
    this.#timeLeft.renew()
    this.#raise(stage, 0)
  }

  /** The running stage goes on where an earlier attempt was, `fraction` of it done (0 to 1): that took no time of this one. */
  resume(fraction: number): void {
    this.#resumedAt = fraction
    if (this.#learned !== null) this.#learned = { ...this.#learned, ms: this.#learned.ms * (1 - fraction) }
  }

  /** Whether what the running stage takes says nothing of what the whole of it would. */
  get isResumed(): boolean {
    return this.#resumedAt > 0
  }

  report(progress: Progress): void {
    if (this.#stage === null) return
    this.#progress = progress
    const fraction = fractionOf(progress)
    if (fraction === null) return
    this.#raise(this.#stage, fraction)
    const own = this.#resumedAt < 1 ? (fraction - this.#resumedAt) / (1 - this.#resumedAt) : 0
    if (own > (this.#reported?.fraction ?? 0)) {
      this.#reported = { fraction: own, elapsedMs: this.#options.now() - this.#stageBeganAtMs }
    }
  }

  /** The running stage is done. Gives what it took, in ms, waiting for its thread and the disk included. */
  finish(): number {
    const elapsedMs = this.#options.now() - this.#stageBeganAtMs
    const tempo = this.#tempoOf({ ms: elapsedMs, spread: 0 })
    // The import is mostly the start of a thread, or nothing.
    if (tempo !== null && this.#stage !== 'import') this.#tempos.push(tempo)
    if (this.#stage !== null) this.#raise(this.#stage, 1)
    return elapsedMs
  }

  snapshot(): LiveProgress {
    const progress = this.#progress
    const nowMs = this.#options.now()
    return {
      percent: this.#percent,
      note: progress?.note ?? null,
      units: progress === null ? null : { done: progress.done, total: progress.total, unit: progress.unit },
      secondsLeft: this.#timeLeft.show(this.#leftMs(nowMs), nowMs),
    }
  }

  #raise(stage: StageName, fraction: number): void {
    this.#percent = Math.max(this.#percent, overallPercent(this.#pipeline, stage, fraction))
  }

  /**
   * The running stage by its own pace and by what was learned, each weighed by how far off it is wont to be; the later
   * ones by what was learned. What was learned is taken at the tempo this job has shown: a busy machine slows all of its
   * stages.
   */
  #leftMs(nowMs: number): number | null {
    if (this.#stage === null || this.#laterMs === null) return null
    const elapsedMs = nowMs - this.#stageBeganAtMs
    const own = this.#reported === null ? null : ownPace(this.#reported.elapsedMs, this.#reported.fraction)
    const tempo = this.#tempo(null)
    const learned = this.#learned === null ? null : atTempo(this.#learned, tempo)
    const believed = learned === null ? null : doubted(learned, own, elapsedMs)
    const all = combined([own, believed].filter((estimate) => estimate !== null))
    if (all === null) return null
    if (own === null && elapsedMs > all.ms * hopelessFactor + shortestMeasuredMs) return null
    const leftMs = Math.max(all.ms - elapsedMs, elapsedMs * leastLeftShare * (1 - (this.#reported?.fraction ?? 0)))
    return leftMs + this.#laterMs * this.#tempo(own === null ? null : this.#tempoOf(own)).ms
  }

  /** How much longer the running stage takes than was learned; null where that says nothing. */
  #tempoOf(taken: Estimate): Estimate | null {
    if (this.#learned === null || Math.max(taken.ms, this.#learned.ms) < shortestMeasuredMs) return null
    const spread = Math.hypot(taken.spread, this.#learned.spread, stageTempoSpread)
    return { ms: (taken.ms + tempoBaseMs) / (this.#learned.ms + tempoBaseMs), spread }
  }

  /** Of this job, from the stages it has finished and from the running one. */
  #tempo(running: Estimate | null): Estimate {
    const usual = { ms: 1, spread: usualTempoSpread }
    return combined([usual, ...this.#tempos, ...(running === null ? [] : [running])]) ?? usual
  }

  #learn(stage: StageName): Estimate | null {
    return learnedStage(this.#options.paces(stage), { bytes: this.#options.bytes, cells: this.#cells })
  }

  /** The stages after `stage`, in ms; null when one of them is not known well enough. */
  #learnLater(stage: StageName): number | null {
    const stages: readonly StageName[] = pipelineStages[this.#pipeline]
    let sum = 0
    for (const later of stages.slice(stages.indexOf(stage) + 1)) {
      const learned = this.#learn(later)
      if (learned === null) return null
      sum += learned.ms
    }
    return sum
  }
}

/** What was learned counts for less the more the stage itself speaks against it. */
function doubted(learned: Estimate, own: Estimate | null, elapsedMs: number): Estimate {
  const overdue = Math.max(0, Math.log(elapsedMs / learned.ms))
  const apart = own === null ? 0 : Math.abs(Math.log(own.ms / learned.ms))
  const surprising = Math.max(0, apart - Math.hypot(learned.spread, own?.spread ?? 0))
  return { ms: learned.ms, spread: Math.hypot(learned.spread, overdueDoubt * overdue, surprising) }
}

function atTempo(learned: Estimate, tempo: Estimate): Estimate {
  return { ms: learned.ms * tempo.ms, spread: Math.hypot(learned.spread, tempo.spread) }
}

/** Null while the stage does not know its total. */
function fractionOf(progress: Progress): number | null {
  return progress.total === null ? null : Math.min(1, progress.done / progress.total)
}
