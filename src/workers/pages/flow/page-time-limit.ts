/** Holds flowed documents to a time for each page, as PDFs are held to it, without knowing beforehand how many there are. */
import { StoryglassError } from '../../../shared/failure/failure.ts'

const startMs = 20_000
const pageMs = 10_000

export class PageTimeLimit {
  readonly #startedAtMs = performance.now()

  /** Throws `too_slow` for a document that was made to keep a machine busy: sound ones take milliseconds a page. */
  check(pagesDone: number): void {
    const elapsedMs = performance.now() - this.#startedAtMs
    if (elapsedMs <= startMs + pagesDone * pageMs) return
    throw new StoryglassError('too_slow', `${pagesDone} pages took ${Math.round(elapsedMs / 1000)} s`)
  }
}
