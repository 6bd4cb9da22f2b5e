/** One attempt of a job: its unfinished stages in order, then what they come to. */
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Defect } from '../../shared/contract/worker.ts'
import { describeFailure, type Failure, StoryglassError } from '../../shared/failure/failure.ts'
import { type JobOptions, jobOptionsSchema } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { type Progress, pipelineStages, type StageName, stageErrorCode } from '../../shared/job/stage.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import { assertUnchanged } from '../intake/accept.ts'
import { explainStoreError } from '../store/errors.ts'
import type { JobRow } from '../store/jobs.ts'
import { selectStagePaces } from '../store/stage-paces.ts'
import { columnsFor, keepColumns, shapeOfTables } from './kept-columns.ts'
import { keepReading, keptFor, needsShape } from './kept-readings.ts'
import { importedOf, pipelineOf } from './pipelines/import-stage.ts'
import { pipelines } from './pipelines/index.ts'
import type { Outputs, StageDefinition, StageWork } from './pipelines/pipeline.ts'
import { storyOutputs } from './pipelines/story.ts'
import { ProgressMeter } from './progress.ts'
import { restoredStages } from './restored-stages.ts'
import type { RunEnd, RunServices, StopReason } from './run-services.ts'
import { sharedResult } from './shared-stages.ts'
import type { LiveProgress } from './view.ts'

const progressWriteIntervalMs = 500

export class JobRun {
  readonly job: JobRow
  readonly #services: RunServices
  readonly #abort = new AbortController()
  readonly #meter: ProgressMeter
  readonly #jobOptions: JobOptions
  /** That of the job's record, until its import finds that the content is another's. */
  #pipeline: Pipeline
  #kind: SourceKind
  #stopReason: StopReason | null = null
  #stage: StageName
  #size: number | null = null
  #writtenAtMs = Number.NEGATIVE_INFINITY
  #facts: FirstFacts | null = null

  constructor(job: JobRow, services: RunServices) {
    this.job = job
    this.#services = services
    this.#pipeline = job.pipeline
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

  /** Whether it is a document, whose pages are shared over threads. */
  get readsPages(): boolean {
    return this.#pipeline === 'document'
  }

  /** What was last announced of its tables. */
  get facts(): FirstFacts | null {
    return this.#facts
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
    const { outputs: restored, timings } = await restoredStages(this.#services, job, this.#stages(), (stage) =>
      this.#definition(stage),
    )
    let outputs = restored
    this.#setSize(pipelines[this.#pipeline].sizeOf(outputs))
    this.#learnFrom(this.#pipeline, outputs)
    for (;;) {
      // Asked anew after each: the import may have made the job one of another pipeline.
      const stage = this.#stages().find((name) => outputs[name] === undefined)
      if (this.#abort.signal.aborted) return { end: 'stopped' }
      if (stage === undefined) break
      const ran = await this.#runStage(stage, outputs)
      if (ran.end !== 'done') return ran
      outputs = { ...outputs, [stage]: ran.output }
      timings[stage] = ran.elapsedMs
    }
    const result = await this.#services.conclude[this.#pipeline]({ job, outputs, timings })
    return this.#abort.signal.aborted ? { end: 'stopped' } : { end: 'completed', result }
  }

  #stages(): readonly StageName[] {
    return pipelineStages[this.#pipeline]
  }

  #definition(stage: StageName): StageDefinition {
    const definition = pipelines[this.#pipeline].stages[stage]
    if (definition === undefined) throw new Error(`${stage} is not a stage of the ${this.#pipeline} pipeline`)
    return definition
  }

  async #runStage(
    stage: StageName,
    outputs: Outputs,
  ): Promise<Exclude<RunEnd, { end: 'completed' }> | { end: 'done'; output: unknown; elapsedMs: number }> {
    const { lifecycle, files } = this.#services
    const { job } = this
    this.#stage = stage
    if (!lifecycle.beginStage(job, this.#pipeline, stage)) return { end: 'not_owner' }
    this.#meter.begin(stage)
    this.#services.onChanged(job.id)
    const definition = this.#definition(stage)
    const outputDir = await files.begin(job, stage)
    try {
      const { signal } = this.#abort
      const startedAtMs = this.#services.now()
      const shared = await sharedResult(this.#services, job, stage, definition, outputDir, signal)
      if (shared !== null) {
        const outputPath = slashed(await files.publish(job, stage, shared.output))
        const elapsedMs = this.#services.now() - startedAtMs
        return this.#recordStage(
          stage,
          { ...outputs, [stage]: shared.output },
          { outputPath, elapsedMs, isShared: true },
        )
      }
      if (definition.readsSource) await this.#assertSourceUnchanged()
      const result = await definition.run(this.#work(outputs, outputDir))
      if (this.#abort.signal.aborted) return { end: 'stopped' }
      switch (result.outcome) {
        case 'cancelled':
          throw new StoryglassError('worker_died', `the ${stage} stage ended without being asked to`)
        case 'failed':
          return { end: 'failed', failure: result.failure }
        case 'done':
          break
      }
      this.#logDefects(stage, result.defects ?? [])
      if (definition.readsSource) await this.#assertSourceUnchanged()
      const output = definition.parse(result.output)
      const outputPath = slashed(await files.publish(job, stage, output))
      const { elapsedMs } = result
      return this.#recordStage(stage, { ...outputs, [stage]: output }, { outputPath, elapsedMs, isShared: false })
    } finally {
      await files.discard(job, stage)
    }
  }

  #logDefects(stage: StageName, defects: readonly Defect[]): void {
    for (const { part, subject, why } of defects) {
      this.#services.logger.error('Left out of a result', { job: this.job.id, stage, part, subject, why })
    }
  }

  #recordStage(
    stage: StageName,
    outputs: Outputs,
    { outputPath, elapsedMs, isShared }: Recorded,
  ): { end: 'not_owner' } | { end: 'done'; output: unknown; elapsedMs: number } {
    const { job } = this
    const imported = importedOf(outputs)
    const pipeline = stage === 'import' && job.wanted === null ? pipelineOf(imported, this.#pipeline) : this.#pipeline
    this.#setSize(pipelines[pipeline].sizeOf(outputs))
    const pace = {
      depth: this.#jobOptions.depth,
      bytes: job.source_bytes,
      cells: this.#size,
      elapsed_ms: this.#meter.finish(),
    }
    const record = {
      name: stage,
      pipeline: this.#pipeline,
      elapsedMs,
      outputPath,
      // Half a stage teaches nothing of a whole one, and one that was shared nothing at all.
      ...(this.#meter.isResumed || isShared ? {} : { pace }),
    }
    const kind = stage === 'import' ? imported.kind : this.#kind
    const recorded = this.#services.lifecycle.finishStage(job, record, { kind, pipeline })
    if (recorded !== 'finished') return { end: 'not_owner' }
    this.#kind = kind
    if (pipeline !== this.#pipeline) {
      this.#pipeline = pipeline
      this.#meter.setPipeline(pipeline)
    }
    this.#services.onChanged(job.id)
    // The stage that looks at the columns tells more of them than it leaves.
    if (stage === 'convert') {
      this.#learnFrom(pipeline, outputs)
      keepReading(this.#services.library, this.#jobOptions, importedOf(outputs), job.source_name)
    }
    if (stage === 'analyze')
      keepColumns(this.#services.library, this.#jobOptions, this.#shapeOfColumns(outputs), job.source_name)
    const pages = pipelines[pipeline].stages[stage]?.readablePages?.(outputs[stage])
    if (pages !== undefined) this.#services.documents.onPages(job.id, pages)
    return { end: 'done', output: outputs[stage], elapsedMs }
  }

  #work(outputs: Outputs, outputDir: string): StageWork {
    const { library, pool, files, documents } = this.#services
    const told = this.#jobOptions
    return {
      job: this.job,
      options: told,
      wantsShape: needsShape(library, told.reading),
      kept: outputs.import === undefined ? null : keptFor(library, told, importedOf(outputs)),
      keptColumns: columnsFor(library, told, this.#shapeOfColumns(outputs), this.job.retells),
      outputs,
      outputDir,
      importDir: files.folder(this.job.id, 'import'),
      convertDir: files.folder(this.job.id, 'convert'),
      pool,
      documents,
      signal: this.#abort.signal,
      report: (progress) => this.#report(progress),
      facts: (facts) => this.#learn(facts),
      setSize: (size) => this.#setSize(size),
      resume: (fraction) => this.#meter.resume(fraction),
    }
  }

  /** Null before its tables are there. */
  #shapeOfColumns(outputs: Outputs): string | null {
    const tables = this.#pipeline === 'story' ? storyOutputs(outputs).convert?.tables : undefined
    return tables === undefined ? null : shapeOfTables(tables)
  }

  #learnFrom(pipeline: Pipeline, outputs: Outputs): void {
    const facts = pipelines[pipeline].factsOf?.(outputs) ?? null
    if (facts !== null) this.#learn(facts)
  }

  #learn(facts: FirstFacts): void {
    if (isDeepStrictEqual(facts, this.#facts)) return
    this.#facts = facts
    this.#services.onFacts(this.job.id, facts)
  }

  #setSize(size: number | null): void {
    if (size === null) return
    this.#size = size
    this.#meter.setCells(size)
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
    const { texts } = this.#services
    const context = { name: this.job.source_name, stageCode: stageErrorCode[this.#stage] }
    if (error instanceof StoryglassError)
      return describeFailure(texts, error.reason, { ...context, detail: error.detail })
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return describeFailure(texts, 'internal', { ...context, detail })
  }
}

/** A finished stage, as it is recorded. */
interface Recorded {
  readonly outputPath: string
  readonly elapsedMs: number
  /** It was done for another version of the story already. */
  readonly isShared: boolean
}

/** Stored paths look the same on every platform, so that a library can be moved. */
function slashed(relativePath: string): string {
  return relativePath.split(path.sep).join('/')
}
