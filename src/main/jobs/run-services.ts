/** What a run of a job needs of others, and what it comes to. */
import type { Failure } from '../../shared/failure/failure.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { WorkerPool } from '../pool/work.ts'
import type { JobRow } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'
import type { DocumentServices } from './document/services.ts'
import type { JobLifecycle } from './lifecycle.ts'
import type { Logger } from './logger.ts'
import type { Outputs } from './pipelines/pipeline.ts'
import type { JobResult } from './result.ts'
import type { StageFiles } from './stage-files.ts'

/** What the finished stages of a job left, to be made into what it comes to. */
export interface FinishedParts {
  readonly job: JobRow
  readonly outputs: Outputs
  /** Milliseconds. */
  readonly timings: Readonly<Record<StageName, number>>
}

export interface RunServices {
  readonly library: Library
  readonly lifecycle: JobLifecycle
  readonly pool: WorkerPool
  readonly files: StageFiles
  readonly documents: DocumentServices
  /** Makes the story or document of finished stages. Throws `evidence_mismatch` when it is not what was checked. */
  readonly conclude: { readonly [Name in Pipeline]: (parts: FinishedParts) => Promise<JobResult> }
  /** Something about the job changed that those who watch may want to know. Neither of the two ever throws. */
  readonly onChanged: (jobId: string) => void
  /** What is known of the job's tables. Never throws. */
  readonly onFacts: (jobId: string, facts: FirstFacts) => void
  readonly onResult: (result: JobResult, jobId: string) => void
  /** A clock that never goes back, in ms. */
  readonly now: () => number
  readonly logger: Logger
  readonly texts: Texts
}

/** Why a run is being stopped. A cancelled job has been marked so already. */
export type StopReason = 'cancel' | 'shutdown' | 'pause'

/** How an attempt ended, for its owner to record. */
export type RunEnd =
  | { readonly end: 'completed'; readonly result: JobResult }
  | { readonly end: 'failed'; readonly failure: Failure }
  | { readonly end: 'stopped' }
  /** The job was taken away or given up meanwhile: its record is not ours to change any more. */
  | { readonly end: 'not_owner' }
