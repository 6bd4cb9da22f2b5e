/** What is done once a day while the engine runs, and once after each start when a day has passed. */
import type { Logger } from '../jobs/logger.ts'

export interface UpkeepTask {
  readonly name: string
  /** When it was last done, in ms since 1970; null for never. */
  readonly lastAt: () => number | null
  readonly run: () => Promise<unknown>
}

export interface UpkeepOptions {
  readonly tasks: readonly UpkeepTask[]
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly logger: Logger
  /** Between two looks at what is due. */
  readonly intervalMs?: number
}

/** Done at each start, whenever it was done last. */
export function cleanUpTask(clock: () => number, cleanUp: () => Promise<void>): UpkeepTask {
  let cleanedAt: number | null = null
  return {
    name: 'clean-up',
    lastAt: () => cleanedAt,
    run: async () => {
      await cleanUp()
      cleanedAt = clock()
    },
  }
}

const dayMs = 86_400_000
const hourMs = 3_600_000

export class Upkeep {
  readonly #options: UpkeepOptions
  #timer: NodeJS.Timeout | null = null
  #running: Promise<void> = Promise.resolve()
  #isEnding = false

  constructor(options: UpkeepOptions) {
    this.#options = options
  }

  /** Nothing waits for it, and its failure is no reason to stop anything. */
  begin(): void {
    if (this.#isEnding) return
    this.#running = this.runDue()
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.runDue())
    }, this.#options.intervalMs ?? hourMs)
    this.#timer.unref()
  }

  /** Does what is due, one after another. Never rejects. */
  async runDue(): Promise<void> {
    const { tasks, clock, logger } = this.#options
    for (const { name, lastAt, run } of tasks) {
      if (this.#isEnding) return
      try {
        if (isDue(lastAt(), clock())) await run()
      } catch (error) {
        logger.warn('Upkeep did not finish; it will be tried again', { task: name, error: String(error) })
      }
    }
  }

  /** Settles when what was under way is done. */
  async end(): Promise<void> {
    this.#isEnding = true
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#running
  }
}

/** A time in the future was set by a clock that has since gone back: it says nothing. */
function isDue(lastAt: number | null, now: number): boolean {
  return lastAt === null || lastAt > now || now - lastAt >= dayMs
}
