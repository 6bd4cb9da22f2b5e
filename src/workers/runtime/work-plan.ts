/** How far a stage of many unequal parts has come: each part weighs what it is expected to take. */
import type { WorkContext } from './context.ts'

export interface Phase {
  readonly name: string
  /** Expected time, in ms of a quiet machine; only the ratios count. */
  readonly work: number
  /** Pieces of about the same length that it is done in; if left out, nothing is said of it until it is done. */
  readonly parts?: number
}

/** The side of a plan that is handed to those who do the work. */
export interface Steps {
  /** The phase begins, and with it all before it are done. Unknown names are passed over. */
  begin(name: string, note: string): void
  /** One more of the parts of the running phase is done. */
  part(): void
  /** How much of the next part is done, from 0 to 1. */
  within(fraction: number): void
}

/** For work whose progress nobody watches. */
export const silentSteps: Steps = { begin: () => undefined, part: () => undefined, within: () => undefined }

/** Least time between two reports while a phase runs, in ms; the beginning of one is always reported. */
const reportEveryMs = 50
/** Resolution of what is told, in parts of a percent. */
const resolution = 10

/** While nothing is heard of a part, how far it may be is guessed this often, ms. */
const guessEveryMs = 400
/** Of what is left of a part, the most that is guessed to be done. */
const mostGuessed = 0.95

/** Reports percentages that never fall, though what is still to come may be weighed anew at any time. */
export class WorkPlan implements Steps {
  readonly #context: WorkContext
  readonly #now: () => number
  #phases: Phase[]
  #current = -1
  #partsDone = 0
  #within = 0
  #highest = 0
  /** Where the percentage stood when the work was last weighed: from there on it goes with the rest. */
  #base = { fraction: 0, work: 0 }
  #note: string | null = null
  #reportedAtMs = Number.NEGATIVE_INFINITY
  /** When the first phase began, and when anything was last heard of the work. */
  #beganAtMs: number | null = null
  #heardAtMs = 0
  /** Of what is left of the running part, from 0 to 1. */
  #guessed = 0

  /** `now`: a clock that never goes back, in ms. */
  constructor(context: WorkContext, phases: readonly Phase[], now: () => number = () => performance.now()) {
    this.#context = context
    this.#phases = [...phases]
    this.#now = now
  }

  /** Better knowledge of phases that have not begun: each replaces the one of its name. */
  weigh(phases: readonly Phase[]): void {
    // What was told stays told; what is left of the percentage is for what is left of the work.
    this.#highest = Math.max(this.#highest, this.#fraction())
    this.#base = { fraction: this.#highest, work: this.#workDone(this.#guessed) }
    const known = new Map(phases.map((phase) => [phase.name, phase]))
    this.#phases = this.#phases.map((phase, index) =>
      index > this.#current ? (known.get(phase.name) ?? phase) : phase,
    )
  }

  begin(name: string, note: string): void {
    const index = this.#phases.findIndex((phase) => phase.name === name)
    // Begun again it goes on: who reports often need not remember what it has begun.
    if (index <= this.#current || index === -1) return
    this.#current = index
    this.#partsDone = 0
    this.#within = 0
    this.#note = note
    this.#heard()
    this.#report()
  }

  part(): void {
    this.#partsDone += 1
    this.#within = 0
    this.#heardOfPart()
    this.#reportNowAndThen()
  }

  within(fraction: number): void {
    this.#within = Math.min(1, Math.max(0, fraction))
    this.#heardOfPart()
    this.#reportNowAndThen()
  }

  /**
   * Runs `work` and lets the percentage move while nothing is heard of it: by what the running part is expected to take at
   * the pace so far, and ever slower beyond that. A guess never reaches the end of the part.
   */
  async keepMoving<Result>(work: () => Promise<Result>): Promise<Result> {
    const timer = setInterval(() => this.guess(), guessEveryMs)
    try {
      return await work()
    } finally {
      clearInterval(timer)
    }
  }

  /** Guesses once; `keepMoving` does it again and again. */
  guess(): void {
    const phase = this.#phases[this.#current]
    if (phase === undefined || this.#beganAtMs === null) return
    const now = this.#now()
    const done = this.#workDone(0)
    const msPerWork = done > 0 ? (this.#heardAtMs - this.#beganAtMs) / done : 1
    const left = phase.parts === undefined ? phase.work : (phase.work / phase.parts) * (1 - this.#within)
    const times = (now - this.#heardAtMs) / Math.max(1, left * msPerWork)
    // Half of it after the expected time: a part that takes ten times as long still moves.
    this.#guessed = (mostGuessed * times) / (1 + times)
    this.#report()
  }

  /** A phase without parts tells nothing until it is done. */
  #heardOfPart(): void {
    if (this.#phases[this.#current]?.parts !== undefined) this.#heard()
  }

  #heard(): void {
    this.#heardAtMs = this.#now()
    this.#beganAtMs ??= this.#heardAtMs
    this.#guessed = 0
  }

  /** All of it is done. */
  end(): void {
    this.#current = this.#phases.length
    this.#report()
  }

  #reportNowAndThen(): void {
    if (this.#now() - this.#reportedAtMs >= reportEveryMs) this.#report()
  }

  #report(): void {
    this.#reportedAtMs = this.#now()
    this.#highest = Math.max(this.#highest, this.#fraction())
    const done = Math.floor(this.#highest * 100 * resolution) / resolution
    this.#context.progress({ done, total: 100, unit: 'percent', note: this.#note })
  }

  #fraction(): number {
    const total = this.#phases.reduce((sum, { work }) => sum + work, 0)
    const { fraction, work } = this.#base
    const left = total - work
    if (left <= 0) return this.#current >= this.#phases.length ? 1 : fraction
    const done = Math.min(1, Math.max(0, (this.#workDone(this.#guessed) - work) / left))
    return fraction + (1 - fraction) * done
  }

  /** `guessed`: how much of what is left of the running part is taken to be done. */
  #workDone(guessed: number): number {
    let done = 0
    for (const { work } of this.#phases.slice(0, Math.max(0, this.#current))) done += work
    const phase = this.#phases[this.#current]
    if (phase === undefined) return done
    if (phase.parts === undefined) return done + phase.work * guessed
    const within = this.#within + (1 - this.#within) * guessed
    // More parts than were expected never make more than the phase.
    return done + phase.work * Math.min(1, (this.#partsDone + within) / phase.parts)
  }
}
