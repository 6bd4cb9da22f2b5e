/**
 * The states of a job and the only ways between them.
 *
 *            +------------------- retry (by hand) -------------------------+
 *            v                                                             |
 *  create -> queued -- claim --> processing -- complete --> completed      |
 *            ^  |                |  |  |  |                                |
 *            |  |                |  |  |  +-- fail (permanent, or the -----+-- failed
 *            |  |                |  |  |      attempts used up)            |
 *            |  |                |  |  +-- cancel -------------------------+-- cancelled
 *            |  +-- cancel ------|--|---------------------------------------->
 *            |                   |  |
 *            +-- fail (transient: after a delay) / recover (process died) / yield (shutdown, pause)
 *
 * Each change is one guarded UPDATE (store/job-states.ts) that names the status it leaves, and, made by a run, the claim it
 * holds; its event is written in the same transaction. A change whose guard does not hold changes nothing and says so.
 */
import { type Failure, StoryglassError } from '../../shared/failure/failure.ts'
import { type JobPriority, type JobStatus, maxAttempts } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { overallPercent, type StageName } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import { deleteDraft } from '../store/document-search.ts'
import { insertDocument } from '../store/documents.ts'
import { selectEarlier } from '../store/earlier.ts'
import { inheritMarks } from '../store/entry-tags.ts'
import { insertCreation, insertJobEvent, type JobEventType } from '../store/job-events.ts'
import { insertJobStage } from '../store/job-stages.ts'
import * as states from '../store/job-states.ts'
import type { Claim, JobRow } from '../store/jobs.ts'
import * as table from '../store/jobs.ts'
import type { Library } from '../store/library.ts'
import { setSourceKind, upsertSource } from '../store/sources.ts'
import { insertStagePace } from '../store/stage-paces.ts'
import { insertStory, type StoryReferences } from '../store/stories.ts'
import { inheritHand } from '../store/story-hands.ts'
import { indexStory } from '../store/story-search.ts'
import { longestDelayMs, retryDelayMs } from './backoff.ts'
import type { CreateRequest, Creation, FinishedStage, Imported, LastProcess } from './changes.ts'
import { countCrash } from './crash-count.ts'
import type { AtFaultPoint, ChangeName } from './faults.ts'
import { priorityLevel } from './priority.ts'
import type { JobResult } from './result.ts'

/** A job found running in this many processes that died, and no further at each, is not tried by itself again. */
export const maxCrashes = 3

export interface LifecycleOptions {
  readonly library: Library
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Uniform on [0, 1). */
  readonly random: () => number
  readonly newId: () => string
  readonly atFaultPoint: AtFaultPoint
  /** Of a source whose content is that of another that is being read; `name`: of the other. */
  readonly describeSameContent: (name: string) => string
  readonly describeCrashes: (job: JobRow) => Failure
  /** Called after each committed change that may have moved a job from one state to another. Must not throw. */
  readonly onCountsChanged?: () => void
}

export class JobLifecycle {
  readonly #library: Library
  readonly #clock: () => number
  readonly #random: () => number
  readonly #newId: () => string
  readonly #atFaultPoint: AtFaultPoint
  readonly #describeSameContent: (name: string) => string
  readonly #describeCrashes: (job: JobRow) => Failure
  readonly #onCountsChanged: () => void

  constructor(options: LifecycleOptions) {
    this.#library = options.library
    this.#clock = options.clock
    this.#random = options.random
    this.#newId = options.newId
    this.#atFaultPoint = options.atFaultPoint
    this.#describeSameContent = options.describeSameContent
    this.#describeCrashes = options.describeCrashes
    this.#onCountsChanged = options.onCountsChanged ?? (() => undefined)
  }

  /** A new job, or the active one for the same content and options. */
  create(request: CreateRequest): Creation {
    return this.#change('create', () => this.#create(request))
  }

  /** Many at once, in the order given, all of them or none: one wait for the disk instead of one a job. */
  createAll(requests: readonly CreateRequest[]): Creation[] {
    return this.#change('create', () => requests.map((request) => this.#create(request)))
  }

  #create(request: CreateRequest): Creation {
    const { source, pipeline, isWanted = false, origin, retells, options, optionsKey, priority } = request
    const now = this.#clock()
    const { activeJobId, storyId, documentId } = selectEarlier(this.#library, {
      sha256: source.sha256,
      optionsKey,
      pipeline,
      isWanted,
    })
    const earlier = { earlierStoryId: storyId, earlierDocumentId: documentId }
    if (activeJobId !== null) return { id: activeJobId, outcome: 'existing', ...earlier }
    const id = this.#newId()
    table.insertJob(this.#library, {
      id,
      source_id: upsertSource(this.#library, { ...source, created_at: now }),
      sha256: source.sha256,
      pipeline,
      options,
      options_key: optionsKey,
      priority: priorityLevel(priority),
      wanted: isWanted ? pipeline : null,
      origin: origin === undefined ? null : JSON.stringify(origin),
      retells: retells?.storyId ?? null,
      lineage: retells?.lineage ?? null,
      now,
    })
    insertCreation(this.#library, id, now, { priority, bytes: source.bytes, pipeline })
    return { id, outcome: 'created', ...earlier }
  }

  /** The next due job, now processing and owned by the caller; null when none is due. */
  claim(largestBytes: number): JobRow | null {
    return this.#change('claim', () => {
      const id = states.claimNextJob(this.#library, { now: this.#clock(), largestBytes, longestDelayMs })
      if (id === null) return null
      this.#record(id, 'claimed')
      return table.selectJob(this.#library, id)
    })
  }

  beginStage(owner: Claim, pipeline: Pipeline, stage: StageName): boolean {
    return this.#change('begin_stage', () =>
      states.updateStage(this.#library, ownerOf(owner), stage, overallPercent(pipeline, stage, 0)),
    )
  }

  saveProgress(owner: Claim, progress: states.ProgressRow): boolean {
    return this.#library.relaxedTransaction(() => states.updateProgress(this.#library, ownerOf(owner), progress))
  }

  /**
   * Records a stage whose result is on disk. `imported`: what the source is; at the end of the import the job becomes one
   * of that pipeline. `superseded`: another active job of that pipeline already has the same content and options; this
   * one then ends in its favour, cancelled, and says so.
   */
  finishStage(owner: Claim, stage: FinishedStage, imported: Imported): 'finished' | 'superseded' | 'not_owner' {
    return this.#change('finish_stage', () => {
      if (stage.name === 'import' && imported.pipeline !== stage.pipeline) {
        const job = table.selectJob(this.#library, owner.id)
        if (job === null) return 'not_owner'
        const other = table.selectActiveJobId(this.#library, job.sha256, job.options_key, imported.pipeline)
        if (other !== null) return this.#supersede(owner, other)
        if (!states.updatePipeline(this.#library, ownerOf(owner), imported.pipeline)) return 'not_owner'
      }
      const { kind } = imported
      const percent = overallPercent(stage.pipeline, stage.name, 1)
      if (!states.updateStage(this.#library, ownerOf(owner), stage.name, percent)) return 'not_owner'
      insertJobStage(this.#library, {
        job_id: owner.id,
        stage: stage.name,
        claim: owner.claim,
        finished_at: this.#clock(),
        elapsed_ms: stage.elapsedMs,
        output_path: stage.outputPath,
      })
      if (stage.pace !== undefined) {
        const { depth, bytes, cells, elapsed_ms } = stage.pace
        insertStagePace(this.#library, { kind, stage: stage.name, depth }, { bytes, cells, elapsed_ms })
      }
      const sourceId = table.selectJob(this.#library, owner.id)?.source_id
      if (stage.name === 'import' && sourceId !== undefined) setSourceKind(this.#library, sourceId, kind)
      this.#record(owner.id, 'stage_finished', { elapsedMs: stage.elapsedMs, kind })
      return 'finished'
    })
  }

  #supersede(owner: Claim, other: string): 'superseded' | 'not_owner' {
    const name = table.selectJob(this.#library, other)?.source_name ?? other
    const note = this.#describeSameContent(name)
    if (!states.markSuperseded(this.#library, ownerOf(owner), note, this.#clock())) return 'not_owner'
    this.#record(owner.id, 'cancelled', { supersededBy: other })
    return 'superseded'
  }

  /** Saves the story or document and completes its job, together or not at all. */
  complete(owner: Claim, result: JobResult, optionsKey: string): boolean {
    return this.#change('complete', () => {
      const now = this.#clock()
      if (!states.markCompleted(this.#library, ownerOf(owner), now)) return false
      switch (result.kind) {
        case 'story': {
          const { story } = result
          const version = this.#versionBy(owner.id)
          insertStory(this.#library, story, { jobId: owner.id, optionsKey, createdAt: now, version })
          inheritMarks(this.#library, story.id)
          indexStory(this.#library, story, null)
          inheritHand(this.#library, story, now)
          this.#record(owner.id, 'completed', { storyId: story.id })
          return true
        }
        case 'document': {
          insertDocument(this.#library, result.packed, now)
          deleteDraft(this.#library, owner.id)
          this.#record(owner.id, 'completed', { documentId: result.packed.document.id })
          return true
        }
      }
    })
  }

  /** What the story of a job is another version of. */
  #versionBy(jobId: string): StoryReferences['version'] {
    const { retells = null, lineage = null } = table.selectJob(this.#library, jobId) ?? {}
    return retells === null || lineage === null ? null : { parent: retells, lineage }
  }

  /**
   * A transient failure goes back into the queue while attempts are left; any other ends the job. `paused`: a pause was
   * asked for meanwhile, and what goes back is held, in one transaction.
   */
  fail(owner: JobRow, failure: Failure, kind: SourceKind, paused = false): 'retrying' | 'failed' | 'not_owner' {
    return this.#change('fail', () => {
      const now = this.#clock()
      const detail = { code: failure.code, reason: failure.reason, kind }
      if (failure.transient && owner.attempt < maxAttempts) {
        const nextAttemptAt = now + retryDelayMs(owner.attempt, this.#random)
        if (!states.markForRetry(this.#library, ownerOf(owner), failure, { nextAttemptAt, paused, now }))
          return 'not_owner'
        this.#record(owner.id, 'retry_scheduled', { ...detail, nextAttemptAt })
        return 'retrying'
      }
      if (!states.markFailed(this.#library, ownerOf(owner), failure, now)) return 'not_owner'
      this.#record(owner.id, 'failed', detail)
      return 'failed'
    })
  }

  /** False when the job was over already. */
  cancel(id: string): boolean {
    return this.#change('cancel', () => {
      if (!states.markCancelled(this.#library, id, this.#clock())) return false
      this.#record(id, 'cancelled')
      return true
    })
  }

  /**
   * Queues a failed or cancelled job again and gives its id. Where another job for the same content has become active
   * meanwhile, that one's id; for a job in any other state its own, unchanged.
   */
  retry(id: string): string {
    return this.#change('retry', () => this.#retry(id))
  }

  /** The same for many, all of them or none. */
  retryAll(ids: readonly string[]): string[] {
    return this.#change('retry', () => ids.map((id) => this.#retry(id)))
  }

  #retry(id: string): string {
    const job = table.selectJob(this.#library, id)
    if (job === null) throw new StoryglassError('no_such_job', id)
    if (job.status !== 'failed' && job.status !== 'cancelled') return id
    const active = table.selectActiveJobId(this.#library, job.sha256, job.options_key, job.pipeline)
    if (active !== null) return active
    states.markRetried(this.#library, id, this.#clock())
    this.#record(id, 'retried')
    return id
  }

  /**
   * At start, before any claim: puts back what was running when the last process ended. Gives the jobs changed. After a
   * clean end they were stopped by us and could only not be recorded as such: no attempt and no death is counted.
   */
  recover(last: LastProcess = { endedCleanly: false }): { id: string; status: JobStatus }[] {
    return this.#change('recover', () => {
      const running = table.selectJobIds(this.#library, 'processing').map((id) => table.selectJob(this.#library, id))
      return running.flatMap((job) => (job === null ? [] : [{ id: job.id, status: this.#recover(job, last) }]))
    })
  }

  #recover(job: JobRow, { endedCleanly, pagesRead }: LastProcess): JobStatus {
    if (endedCleanly) {
      states.markYielded(this.#library, ownerOf(job), false)
      this.#record(job.id, 'yielded', { paused: false })
      return 'queued'
    }
    const { crashes, reached } = countCrash(this.#library, job, pagesRead?.get(job.id) ?? 0)
    if (crashes >= maxCrashes) {
      const failure = this.#describeCrashes(job)
      states.markFailedAfterCrashes(this.#library, job.id, failure, this.#clock())
      this.#record(job.id, 'failed', { code: failure.code, reason: failure.reason, kind: job.source_kind })
      return 'failed'
    }
    states.markRecovered(this.#library, job.id, crashes)
    this.#record(job.id, 'recovered', { deaths: crashes, ...reached })
    return 'queued'
  }

  /** Gives a running job back unfinished: we stopped it ourselves, so the attempt does not count. */
  yield(owner: Claim, paused: boolean): boolean {
    return this.#change('yield', () => {
      if (!states.markYielded(this.#library, ownerOf(owner), paused)) return false
      this.#record(owner.id, 'yielded', { paused })
      return true
    })
  }

  /** For a queued job; a running one is stopped and yielded first. */
  setPaused(id: string, paused: boolean): boolean {
    return this.#edit(id, paused ? 'paused' : 'resumed', () => states.updatePaused(this.#library, id, paused))
  }

  setPriority(id: string, priority: JobPriority): boolean {
    const level = priorityLevel(priority)
    return this.#edit(id, 'priority_changed', () => states.updatePriority(this.#library, id, level), { priority })
  }

  moveToFront(id: string): boolean {
    return this.#edit(id, 'moved_to_front', () => states.updateFront(this.#library, id))
  }

  #edit(id: string, type: JobEventType, update: () => boolean, detail?: object): boolean {
    return this.#change('edit', () => {
      if (!update()) return false
      this.#record(id, type, detail)
      return true
    })
  }

  #record(jobId: string, type: JobEventType, detail?: object): void {
    insertJobEvent(this.#library, { jobId, at: this.#clock(), type, ...(detail === undefined ? {} : { detail }) })
  }

  #change<Result>(name: ChangeName, work: () => Result): Result {
    const whole = (): Result => {
      const done = work()
      this.#atFaultPoint(`${name}:inside`)
      return done
    }
    // A begun attempt that a power cut undoes was at work on nothing recorded: the job is simply queued again.
    const isBeginning = name === 'claim' || name === 'begin_stage'
    const result = isBeginning ? this.#library.relaxedTransaction(whole) : this.#library.transaction(whole)
    this.#atFaultPoint(`${name}:after`)
    if (movesJobs(name)) this.#onCountsChanged()
    return result
  }
}

function movesJobs(name: ChangeName): boolean {
  // A finished import may end its job in favour of another.
  return name !== 'begin_stage' && name !== 'edit'
}

function ownerOf(owner: Claim): Claim {
  return { id: owner.id, claim: owner.claim }
}
