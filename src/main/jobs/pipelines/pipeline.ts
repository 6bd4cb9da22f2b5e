/** What a pipeline is to a run: how each of its stages is done, and what they leave. */
import type { WorkerResult } from '../../../shared/contract/worker.ts'
import type { JobOptions } from '../../../shared/job/job.ts'
import type { Progress, StageName } from '../../../shared/job/stage.ts'
import type { FirstFacts } from '../../../shared/story/first-facts.ts'
import type { KeptColumns } from '../../../shared/story/kept-columns.ts'
import type { KeptReading } from '../../../shared/story/reading.ts'
import type { WorkerPool } from '../../pool/work.ts'
import type { JobRow } from '../../store/jobs.ts'
import type { DocumentServices } from '../document/services.ts'

/** What finished stages left, each parsed by the pipeline it belongs to. */
export type Outputs = { readonly [Name in StageName]?: unknown }

/** All that a stage may use. Folders are absolute. */
export interface StageWork {
  readonly job: JobRow
  readonly options: JobOptions
  /** Whether the shape of the source matters: something told of one is kept, or will be. */
  readonly wantsShape: boolean
  /** What was told of another source of this shape, where nothing is told of this one. */
  readonly kept: KeptReading | null
  /** What was corrected of the columns of another source of this shape, likewise. */
  readonly keptColumns: KeptColumns | null
  /** Of the stages before it. */
  readonly outputs: Outputs
  /** Empty and the stage's own; what is in it when the stage is done is kept with its output. */
  readonly outputDir: string
  /** Of the finished import stage: what was inside the source, where it only wraps others. */
  readonly importDir: string
  /** Of the finished convert stage. */
  readonly convertDir: string
  readonly pool: WorkerPool
  readonly documents: DocumentServices
  /** Aborted when the run is to stop; the stage then settles as soon as no thread works for it any more. */
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
  /** What is known of the tables already. */
  readonly facts: (facts: FirstFacts) => void
  /** How much there is to do, in the measure time left is learned by, once that is known. */
  readonly setSize: (size: number) => void
  /** The stage goes on where an earlier attempt was; `fraction` of it, 0 to 1, is done. */
  readonly resume: (fraction: number) => void
}

export interface StageDefinition {
  /** Whether it reads the user's file, which must not change meanwhile. */
  readonly readsSource: boolean
  /** Ends in a tagged result or throws why it did not. */
  readonly run: (work: StageWork) => Promise<WorkerResult<unknown>>
  /** Parses what it left, from a worker or from disk, before it is trusted. Throws. */
  readonly parse: (value: unknown) => unknown
  /** Of a stage whose end lets more of a document be read: the pages that are new, none where all were there before. */
  readonly readablePages?: (output: unknown) => readonly number[]
}

export interface PipelineDefinition {
  readonly stages: { readonly [Name in StageName]?: StageDefinition }
  /** What time left is learned by: cells of tables, pages of documents. Null before it is known. */
  readonly sizeOf: (outputs: Outputs) => number | null
  /** What finished stages tell of the tables; absent where there are none to tell of. */
  readonly factsOf?: (outputs: Outputs) => FirstFacts | null
}

/** The file a job reads, as it is named to workers. */
export function sourceOf(job: JobRow): { path: string; name: string; bytes: number } {
  return { path: job.source_path, name: job.source_name, bytes: job.source_bytes }
}
