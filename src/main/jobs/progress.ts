/** A run's progress: what it reports, turned into a percentage that never falls and into time left. */
import { overallPercent, type Pipeline, type Progress, pipelineStages, type StageName } from '../../shared/job/stage.ts'
import { learnedStageMs, type Pace, runningStageMs, ShownTimeLeft } from './time-left.ts'
import type { LiveProgress } from './view.ts'

export interface ProgressMeterOptions {
  readonly pipeline: Pipeline
  readonly bytes: number
  /** Where an earlier attempt had got to. */
  readonly percent: number
  /** Past runs of a stage on sources of this kind. */
  readonly paces: (stage: StageName) => readonly Pace[]
  /** A clock that never goes back, in ms. */
  readonly now: () => number
}

export class ProgressMeter {
  readonly #options: ProgressMeterOptions
  readonly #timeLeft = new ShownTimeLeft()
  #percent: number
  #stage: StageName | null = null
  #stageBeganAtMs = 0
  #laterMs: number | null = null
  #progress: Progress | null = null

  constructor(options: ProgressMeterOptions) {
    this.#options = options
    this.#percent = options.percent
  }

  begin(stage: StageName): void {
    this.#stage = stage
    this.#stageBeganAtMs = this.#options.now()
    this.#progress = null
    this.#laterMs = this.#learnLater(stage)
    this.#raise(stage, 0)
  }

  report(progress: Progress): void {
    if (this.#stage === null) return
    this.#progress = progress
    this.#raise(this.#stage, fractionOf(progress) ?? 0)
  }

  snapshot(): LiveProgress {
    const progress = this.#progress
    return {
      percent: this.#percent,
      note: progress?.note ?? null,
      units: progress === null ? null : { done: progress.done, total: progress.total, unit: progress.unit },
      secondsLeft: this.#timeLeft.show(this.#leftMs(), this.#options.now()),
    }
  }

  #raise(stage: StageName, fraction: number): void {
    this.#percent = Math.max(this.#percent, overallPercent(this.#options.pipeline, stage, fraction))
  }

  #leftMs(): number | null {
    if (this.#stage === null || this.#laterMs === null) return null
    const elapsedMs = this.#options.now() - this.#stageBeganAtMs
    const own = runningStageMs(elapsedMs, this.#progress === null ? null : fractionOf(this.#progress))
    if (own !== null) return own + this.#laterMs
    const learned = learnedStageMs(this.#options.paces(this.#stage), this.#options.bytes)
    return learned === null ? null : Math.max(0, learned - elapsedMs) + this.#laterMs
  }

  /** The stages after `stage`, in ms; null when one of them is not known well enough. */
  #learnLater(stage: StageName): number | null {
    const stages: readonly StageName[] = pipelineStages[this.#options.pipeline]
    let sum = 0
    for (const later of stages.slice(stages.indexOf(stage) + 1)) {
      const learned = learnedStageMs(this.#options.paces(later), this.#options.bytes)
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
