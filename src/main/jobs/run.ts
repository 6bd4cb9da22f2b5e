/** One attempt of a job: its unfinished stages in order, then its story. */
import path from 'node:path'
import { describeFailure, type Failure, StoryglassError } from '../../shared/failure/failure.ts'
import { type JobOptions, jobOptionsSchema } from '../../shared/job/job.ts'
import { type Progress, pipelineStages, type StageName, stageErrorCode } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { Story } from '../../shared/story/story.ts'
import { assertUnchanged } from '../intake/accept.ts'
import type { WorkerPool } from '../pool/work.ts'
import { explainStoreError } from '../store/errors.ts'
import { deleteJobStage, selectJobStages } from '../store/job-stages.ts'
import type { JobRow } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'
import { selectStagePaces } from '../store/stage-paces.ts'
import type { JobLifecycle } from './lifecycle.ts'
import type { Logger } from './logger.ts'
import { ProgressMeter } from './progress.ts'
import type { StageFiles } from './stage-files.ts'
import {
  parseStageOutput,
  parseStoredOutput,
  type StageOutputs,
  type StageSituation,
  stageInput,
} from './stage-inputs.ts'
import type { LiveProgress } from './view.ts'

export interface StoryParts {
  readonly job: JobRow
  readonly outputs: StageOutputs
  readonly timings: Readonly<Record<StageName, number>>
}

export interface RunServices {
  readonly library: Library
  readonly lifecycle: JobLifecycle
  readonly pool: WorkerPool
  readonly files: StageFiles
  /** Makes the story of finished stages. Throws `evidence_mismatch` when it is not what was checked. */
  readonly tellStory: (parts: StoryParts) => Story
  /** Something about the job changed that those who watch may want to know. Neither of the two ever throws. */
  readonly onChanged: (jobId: string) => void
  readonly onStory: (story: Story, jobId: string) => void
  /** A clock that never goes back, in ms. */
  readonly now: () => number
  readonly logger: Logger
}

/** Why a run is being stopped. A cancelled job has been marked so already. */
export type StopReason = 'cancel' | 'shutdown' | 'pause'

/** How an attempt ended, for its owner to record. */
export type RunEnd =
  | { readonly end: 'completed'; readonly story: Story }
  | { readonly end: 'failed'; readonly failure: Failure }
  | { readonly end: 'stopped' }
  /** The job was taken away meanwhile: its record is not ours to change any more. */
  | { readonly end: 'not_owner' }

const progressWriteIntervalMs = 500

export class JobRun {
  readonly job: JobRow
  readonly #services: RunServices
  readonly #abort = new AbortController()
  readonly #meter: ProgressMeter
  readonly #jobOptions: JobOptions
  #kind: SourceKind
  #stopReason: StopReason | null = null
  #stage: StageName
  #cells: number | null = null
  #writtenAtMs = Number.NEGATIVE_INFINITY

  constructor(job: JobRow, services: RunServices) {
    this.job = job
    this.#services = services
    this.#kind = job.source_kind
    this.#stage = job.stage ?? 'import'
    const options = jobOptionsSchema.parse(JSON.parse(job.options))
    this.#jobOptions = options
    this.#meter = new ProgressMeter({
      pipeline: job.pipeline,
      bytes: job.source_bytes,
      percent: job.percent,
      paces: (stage) => selectStagePaces(services.library, { kind: this.#kind, stage, depth: options.depth }),
      now: services.now,
    })
  }

  get stopReason(): StopReason | null {
    return this.#stopReason
  }

  /** `unknown` until the import stage is done. */
  get kind(): SourceKind {
    return this.#kind
  }

  live(): LiveProgress {
    return this.#meter.snapshot()
  }

  /** Asks the run to end soon. A cancel overrides a gentler reason. */
  stop(reason: StopReason): void {
    if (this.#stopReason === null || reason === 'cancel') this.#stopReason = reason
    this.#abort.abort()
  }

  /** Runs to an end. Never rejects: whatever is thrown becomes a failure of the job. */
  async run(): Promise<RunEnd> {
    try {
      return await this.#runStages()
    } catch (error) {
      if (this.#abort.signal.aborted) return { end: 'stopped' }
      return { end: 'failed', failure: this.#toFailure(error) }
    }
  }

  async #runStages(): Promise<RunEnd> {
    const { job } = this
    const { outputs: restored, timings } = await this.#restore()
    let outputs = restored
    this.#setCells(outputs)
    for (const stage of pipelineStages[job.pipeline]) {
      if (outputs[stage] !== undefined) continue
      if (this.#abort.signal.aborted) return { end: 'stopped' }
      const ran = await this.#runStage(stage, outputs)
      if (ran.end !== 'done') return ran
      outputs = { ...outputs, [stage]: ran.output }
      timings[stage] = ran.elapsedMs
    }
    if (this.#abort.signal.aborted) return { end: 'stopped' }
    return { end: 'completed', story: this.#services.tellStory({ job, outputs, timings }) }
  }

  /** What earlier attempts finished. A stage whose result is gone or unreadable is forgotten, and all that follow it. */
  async #restore(): Promise<{ outputs: StageOutputs; timings: Record<StageName, number> }> {
    const { library, files, logger } = this.#services
    const { job } = this
    const timings: Record<StageName, number> = { import: 0, convert: 0, analyze: 0, narrate: 0, visualize: 0 }
    let outputs: StageOutputs = {}
    const recorded = new Map(selectJobStages(library, job.id).map((row) => [row.stage, row]))
    let intact = true
    for (const stage of pipelineStages[job.pipeline]) {
      const row = recorded.get(stage)
      if (row === undefined) {
        intact = false
        continue
      }
      const parsed = intact ? parseStoredOutput(stage, await files.read(row.output_path)) : undefined
      if (parsed === undefined) {
        intact = false
        logger.warn('A finished stage is run again: its stored result cannot be used', { job: job.id, stage })
        deleteJobStage(library, job.id, stage)
        continue
      }
      outputs = { ...outputs, [stage]: parsed }
      timings[stage] = row.elapsed_ms
    }
    return { outputs, timings }
  }

  async #runStage(
    stage: StageName,
    outputs: StageOutputs,
  ): Promise<Exclude<RunEnd, { end: 'completed' }> | { end: 'done'; output: unknown; elapsedMs: number }> {
    const { lifecycle, pool, files } = this.#services
    const { job } = this
    this.#stage = stage
    if (!lifecycle.beginStage(job, job.pipeline, stage)) return { end: 'not_owner' }
    this.#meter.begin(stage)
    this.#services.onChanged(job.id)
    const outputDir = await files.begin(job, stage)
    try {
      const readsSource = stage === 'import' || stage === 'convert'
      if (readsSource) await this.#assertSourceUnchanged()
      const result = await pool.runStage(stage, stageInput(stage, this.#situation(outputs, outputDir)), {
        signal: this.#abort.signal,
        onProgress: (progress) => this.#report(progress),
      })
      if (this.#abort.signal.aborted) return { end: 'stopped' }
      switch (result.outcome) {
        case 'cancelled':
          throw new StoryglassError('worker_died', `the ${stage} stage ended without being asked to`)
        case 'failed':
          return { end: 'failed', failure: result.failure }
        case 'done':
          break
      }
      if (readsSource) await this.#assertSourceUnchanged()
      const output = parseStageOutput(stage, result.output)
      const outputPath = await files.publish(job, stage, output)
      if (stage === 'import') this.#kind = parseStageOutput('import', result.output).kind
      const { elapsedMs } = result
      if (stage === 'convert') this.#setCells({ convert: parseStageOutput('convert', result.output) })
      const pace = {
        depth: this.#jobOptions.depth,
        bytes: job.source_bytes,
        cells: this.#cells,
        elapsed_ms: this.#meter.finish(),
      }
      const record = { name: stage, pipeline: job.pipeline, elapsedMs, outputPath: slashed(outputPath), pace }
      if (!lifecycle.finishStage(job, record, this.#kind)) return { end: 'not_owner' }
      this.#services.onChanged(job.id)
      return { end: 'done', output, elapsedMs }
    } finally {
      await files.discard(job, stage)
    }
  }

  #situation(outputs: StageOutputs, outputDir: string): StageSituation {
    const { job } = this
    return {
      source: { path: job.source_path, name: job.source_name, bytes: job.source_bytes },
      sha256: job.sha256,
      options: this.#jobOptions,
      convertDir: this.#services.files.folder(job.id, 'convert'),
      outputDir,
      outputs,
    }
  }

  #setCells({ convert }: StageOutputs): void {
    if (convert === undefined) return
    this.#cells = convert.tables.reduce((sum, table) => sum + table.rows * table.columns.length, 0)
    this.#meter.setCells(this.#cells)
  }

  async #assertSourceUnchanged(): Promise<void> {
    const { source_path, source_bytes, source_modified_at } = this.job
    await assertUnchanged({ path: source_path, bytes: source_bytes, modifiedAtMs: source_modified_at })
  }

  #report(progress: Progress): void {
    this.#meter.report(progress)
    const nowMs = this.#services.now()
    if (nowMs - this.#writtenAtMs >= progressWriteIntervalMs) {
      this.#writtenAtMs = nowMs
      this.#saveProgress()
    }
    this.#services.onChanged(this.job.id)
  }

  /** Progress in the table is a courtesy to a restart: a busy library must not end the job. */
  #saveProgress(): void {
    const { percent, note, units } = this.#meter.snapshot()
    try {
      this.#services.lifecycle.saveProgress(this.job, {
        percent,
        note,
        units_done: units?.done ?? null,
        units_total: units?.total ?? null,
        unit: units?.unit ?? null,
      })
    } catch (error) {
      this.#services.logger.warn('Progress could not be saved', { job: this.job.id, error: String(error) })
    }
  }

  #toFailure(thrown: unknown): Failure {
    const error = explainStoreError(thrown)
    const context = { name: this.job.source_name, stageCode: stageErrorCode[this.#stage] }
    if (error instanceof StoryglassError) return describeFailure(error.reason, { ...context, detail: error.detail })
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return describeFailure('internal', { ...context, detail })
  }
}

/** Stored paths look the same on every platform, so that a library can be moved. */
function slashed(relativePath: string): string {
  return relativePath.split(path.sep).join('/')
}
