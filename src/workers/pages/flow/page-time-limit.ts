/** Holds flowed documents to a time for each page, as PDFs are held to it, without knowing beforehand how many there are. */
import { StoryglassError } from '../../../shared/failure/failure.ts'

/** Of the thread's own time, so that a busy machine does not make a document slow. */
const startMs = 8_000
const pageMs = 200

export class PageTimeLimit {
  readonly #startedAtMs = threadTimeMs()

  /** Throws `too_slow` for a document that was made to keep a machine busy: sound ones take milliseconds a page. */
  check(pagesDone: number): void {
    const elapsedMs = threadTimeMs() - this.#startedAtMs
    if (elapsedMs <= startMs + pagesDone * pageMs) return
    throw new StoryglassError('too_slow', `${pagesDone} pages took ${Math.round(elapsedMs / 1000)} s`)
  }
}

function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
