/** What a stage or task running in a worker thread knows of the world outside: how to report, and when to stop. */
import type { Defect } from '../../shared/contract/worker.ts'
import type { Progress } from '../../shared/job/stage.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'
import { type Texts, textsIn } from '../../shared/texts/texts.ts'

export interface WorkContext {
  /** The language of what the work writes for a person. */
  readonly texts: Texts
  /** Aborted when the work is to stop. DuckDB queries of this context are interrupted by it. */
  readonly signal: AbortSignal
  progress(progress: Progress): void
  /** Tells what is known of the tables already; each call replaces the one before. */
  facts(facts: FirstFacts): void
  /**
   * Lets the thread's messages in (a cancel among them), then throws `CancelledError` if it was cancelled.
   * Pure JavaScript work awaits this at least every 50 ms, or its thread is terminated 1 s after a cancel.
   */
  yieldToEventLoop(): Promise<void>
  /** Records that a part was left out of the result: it goes to the engine with the result, and into its log. */
  defect(defect: Defect): void
  /** What the process of this work may take of the memory, in bytes; it is ended beyond. Infinite where nobody watches. */
  readonly memoryBytes: number
  /** Counts DuckDB queries under way, seen by the engine; see `busyFlagBytes`. */
  readonly busy: Int32Array
}

/** A context that reports to nobody and is never cancelled: for tests, benchmarks and one-off use. */
export function detachedContext(overrides: Partial<WorkContext> = {}): WorkContext {
  return {
    texts: textsIn('en'),
    signal: new AbortController().signal,
    progress: () => undefined,
    facts: () => undefined,
    yieldToEventLoop: () => Promise.resolve(),
    defect: () => undefined,
    memoryBytes: Number.POSITIVE_INFINITY,
    busy: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    ...overrides,
  }
}
