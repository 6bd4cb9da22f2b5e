/** A run's progress: what it reports, turned into a percentage that never falls and into time left. */
import { overallPercent, type Pipeline, type Progress, pipelineStages, type StageName } from '../../shared/job/stage.ts'
import { learnedStageMs, type Pace, runningStageMs, ShownTimeLeft } from './time-left.ts'
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

/** A stage that has taken this many times what was learned tells nothing of its end, unless it reports how far it is. */
const hopelessFactor = 1.5
/** How much faster or slower than learned a job may be thought to be. */
const slowestTempo = 3
const fastestTempo = 1 / 3
/** Stages of less than this are no measure of a job's tempo. */
const shortestMeasuredMs = 300

export class ProgressMeter {
  readonly #options: ProgressMeterOptions
  readonly #timeLeft = new ShownTimeLeft()
  /** Of stages this run has finished: what they took, and what was learned that they would. */
  readonly #compared = { elapsedMs: 0, learnedMs: 0 }
  #pipeline: Pipeline
  #cells: number | null = null
  #percent: number
  #stage: StageName | null = null
  #stageBeganAtMs = 0
  #learnedMs: number | null = null
  #laterMs: number | null = null
  #progress: Progress | null = null

  constructor(options: ProgressMeterOptions) {
    this.#options = options
    this.#pipeline = options.pipeline
    this.#percent = options.percent
  }

  /** The import found that the source is another pipeline's. */
  setPipeline(pipeline: Pipeline): void {
    this.#pipeline = pipeline
  }

  /** The size of the tables, rows times columns, or the number of pages, once it is known: later stages depend on it more than on the bytes. */
  setCells(cells: number): void {
    this.#cells = cells
  }

  begin(stage: StageName): void {
    this.#stage = stage
    this.#stageBeganAtMs = this.#options.now()
    this.#progress = null
    this.#learnedMs = this.#learn(stage)
    this.#laterMs = this.#learnLater(stage)
    this.#timeLeft.renew()
    this.#raise(stage, 0)
  }

  report(progress: Progress): void {
    if (this.#stage === null) return
    this.#progress = progress
    this.#raise(this.#stage, fractionOf(progress) ?? 0)
  }

  /** The running stage is done. Gives what it took, in ms, waiting for its thread and the disk included. */
  finish(): number {
    const elapsedMs = this.#options.now() - this.#stageBeganAtMs
    if (this.#learnedMs !== null && Math.max(elapsedMs, this.#learnedMs) >= shortestMeasuredMs) {
      this.#compared.elapsedMs += elapsedMs
      this.#compared.learnedMs += this.#learnedMs
    }
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
   * The running stage by what was learned at its begin and, the further it is, by its own pace; the later ones by what
   * was learned. What was learned is taken at the tempo this job has shown: a busy machine slows all of its stages.
   */
  #leftMs(nowMs: number): number | null {
    if (this.#stage === null || this.#laterMs === null) return null
    const elapsedMs = nowMs - this.#stageBeganAtMs
    const fraction = this.#progress === null ? null : fractionOf(this.#progress)
    const own = runningStageMs(elapsedMs, fraction)
    const tempo = this.#tempo()
    if (this.#learnedMs === null) return own === null ? null : own + this.#laterMs * tempo
    const learnedLeftMs = Math.max(0, this.#learnedMs * tempo - elapsedMs)
    if (own === null) {
      if (elapsedMs > this.#learnedMs * tempo * hopelessFactor + shortestMeasuredMs) return null
      return learnedLeftMs + this.#laterMs * tempo
    }
    const weight = fraction ?? 0
    const left = weight * own + (1 - weight) * learnedLeftMs
    // The stage that runs is a measure of the tempo as well, as far as it is.
    const laterTempo = this.#tempo({ elapsedMs: weight * (elapsedMs + left), learnedMs: weight * this.#learnedMs })
    return left + this.#laterMs * laterTempo
  }

  #tempo(running = { elapsedMs: 0, learnedMs: 0 }): number {
    const learnedMs = this.#compared.learnedMs + running.learnedMs
    if (learnedMs < shortestMeasuredMs) return 1
    const tempo = (this.#compared.elapsedMs + running.elapsedMs) / learnedMs
    return Math.min(slowestTempo, Math.max(fastestTempo, tempo))
  }

  #learn(stage: StageName): number | null {
    return learnedStageMs(this.#options.paces(stage), { bytes: this.#options.bytes, cells: this.#cells })
  }

  /** The stages after `stage`, in ms; null when one of them is not known well enough. */
  #learnLater(stage: StageName): number | null {
    const stages: readonly StageName[] = pipelineStages[this.#pipeline]
    let sum = 0
    for (const later of stages.slice(stages.indexOf(stage) + 1)) {
      const learned = this.#learn(later)
      if (learned === null) return null
      sum += learned
    }
    return sum
  }
}

/** Null while the stage does not know its total. */
function fractionOf(progress: Progress): number | null {
  return progress.total === null ? null : Math.min(1, progress.done / progress.total)
}
