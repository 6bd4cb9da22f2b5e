/** One life of the process that is killed: what it is told to do, and what it says of it. */
import type { FaultPoint } from '../../../src/main/jobs/faults.ts'

export type Action = 'none' | 'cancel' | 'cancel_and_retry' | 'pause' | 'prioritize'

export interface LifePlan {
  readonly dataDir: string
  readonly workerFile: string
  /** Files to make jobs of, once the queue runs. */
  readonly files: readonly string[]
  readonly action: Action
  /** Jobs at once. */
  readonly concurrency: number
  /** Kills itself when it comes to this point for the `hit`-th time; null to be killed from outside. */
  readonly armed: { readonly point: FaultPoint; readonly hit: number } | null
  /** Waits until every job is over, then closes well. */
  readonly finish: boolean
}

/** A line of JSON each, written before the process can die of anything that follows. */
export type Said =
  | { readonly say: 'recovered'; readonly temporaryFolders: readonly string[] }
  | { readonly say: 'running' }
  | { readonly say: 'acknowledged'; readonly id: string; readonly file: string }
  | { readonly say: 'cancelled'; readonly id: string }
  | { readonly say: 'verified'; readonly numbers: number; readonly matched: number }
  | { readonly say: 'closed' }
