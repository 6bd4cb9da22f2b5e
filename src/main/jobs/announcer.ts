/** When a change is announced: at most so often a job while it runs, and always its last state. */

interface Waiting {
  lastSentAtMs: number
  timer: NodeJS.Timeout | null
}

export class Announcer {
  readonly #send: (jobId: string) => void
  readonly #intervalMs: number
  readonly #now: () => number
  readonly #waiting = new Map<string, Waiting>()

  /** `now`: a clock that never goes back, in milliseconds. */
  constructor(send: (jobId: string) => void, intervalMs: number, now: () => number = () => performance.now()) {
    this.#send = send
    this.#intervalMs = intervalMs
    this.#now = now
  }

  /** Something about the job changed: announced at once if nothing was lately, else when the interval is over. */
  changed(jobId: string): void {
    const waiting = this.#waiting.get(jobId)
    if (waiting === undefined) {
      this.#waiting.set(jobId, { lastSentAtMs: this.#now(), timer: null })
      this.#send(jobId)
      return
    }
    if (waiting.timer !== null) return
    const delayMs = waiting.lastSentAtMs + this.#intervalMs - this.#now()
    if (delayMs <= 0) {
      waiting.lastSentAtMs = this.#now()
      this.#send(jobId)
      return
    }
    waiting.timer = setTimeout(() => {
      waiting.timer = null
      waiting.lastSentAtMs = this.#now()
      this.#send(jobId)
    }, delayMs)
  }

  /** The job's state will not change by itself any more: announced now, and not again later. */
  settled(jobId: string): void {
    this.forget(jobId)
    this.#send(jobId)
  }

  forget(jobId: string): void {
    const timer = this.#waiting.get(jobId)?.timer
    if (timer) clearTimeout(timer)
    this.#waiting.delete(jobId)
  }

  close(): void {
    for (const jobId of [...this.#waiting.keys()]) this.forget(jobId)
  }
}
