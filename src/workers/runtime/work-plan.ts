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

/** Told no oftener than this while a phase runs; the beginning of one is always told. */
const tellEveryMs = 50
/** Resolution of what is told, in parts of a percent. */
const resolution = 10

/** Reports percentages that never fall, though what is still to come may be weighed anew at any time. */
export class WorkPlan implements Steps {
  readonly #context: WorkContext
  readonly #now: () => number
  #phases: Phase[]
  #current = -1
  #partsDone = 0
  #within = 0
  #highest = 0
  #note: string | null = null
  #toldAtMs = Number.NEGATIVE_INFINITY

  /** `now`: a clock that never goes back, in ms. */
  constructor(context: WorkContext, phases: readonly Phase[], now: () => number = () => performance.now()) {
    this.#context = context
    this.#phases = [...phases]
    this.#now = now
  }

  /** Better knowledge of phases that have not begun: each replaces the one of its name. */
  weigh(phases: readonly Phase[]): void {
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
    this.#tell()
  }

  part(): void {
    this.#partsDone += 1
    this.#within = 0
    this.#tellNowAndThen()
  }

  within(fraction: number): void {
    this.#within = Math.min(1, Math.max(0, fraction))
    this.#tellNowAndThen()
  }

  /** All of it is done. */
  end(): void {
    this.#current = this.#phases.length
    this.#tell()
  }

  #tellNowAndThen(): void {
    if (this.#now() - this.#toldAtMs >= tellEveryMs) this.#tell()
  }

  #tell(): void {
    this.#toldAtMs = this.#now()
    this.#highest = Math.max(this.#highest, this.#fraction())
    const done = Math.floor(this.#highest * 100 * resolution) / resolution
    this.#context.progress({ done, total: 100, unit: 'percent', note: this.#note })
  }

  #fraction(): number {
    let done = 0
    let total = 0
    for (const [index, { work, parts }] of this.#phases.entries()) {
      total += work
      if (index < this.#current) done += work
      // More parts than were expected never make more than the phase.
      else if (index === this.#current && parts !== undefined)
        done += work * Math.min(1, (this.#partsDone + this.#within) / parts)
    }
    return total === 0 ? 0 : done / total
  }
}
