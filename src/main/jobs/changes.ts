/** What is asked of a job's life, and what it answers. */
import type { Depth, JobPriority } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { SourceKind, SourceOrigin } from '../../shared/story/source.ts'
import type { NewSource } from '../store/sources.ts'
import type { PaceRow } from '../store/stage-paces.ts'

/** A story that is told again: its id, and that of the first of its versions. */
export interface Retold {
  readonly storyId: string
  readonly lineage: string
}

export interface CreateRequest {
  readonly source: Omit<NewSource, 'created_at'>
  readonly pipeline: Pipeline
  /** The pipeline is what a person asked for by name, and not the content's to decide. */
  readonly isWanted?: boolean
  readonly origin?: SourceOrigin
  /** What it is another version of. */
  readonly retells?: Retold
  /** JSON, every option present. */
  readonly options: string
  readonly optionsKey: string
  readonly priority: JobPriority
}

export interface FinishedStage {
  readonly name: StageName
  readonly pipeline: Pipeline
  /** What its thread took. */
  readonly elapsedMs: number
  /** Of its result, relative to the data folder. */
  readonly outputPath: string
  /** What the next jobs learn from it. */
  readonly pace?: PaceRow & { readonly depth: Depth }
}

export interface Creation {
  readonly id: string
  readonly outcome: 'created' | 'existing'
  readonly earlierStoryId: string | null
  readonly earlierDocumentId: string | null
}

/** What a finished import told of the source. */
export interface Imported {
  readonly kind: SourceKind
  /** What reads such a source. */
  readonly pipeline: Pipeline
}

/** How the process before this one ended. */
export interface LastProcess {
  readonly endedCleanly: boolean
  /** By the id of a document's job: its pages read without a gap from the first, so that another death is no repetition. */
  readonly pagesRead?: ReadonlyMap<string, number>
}
