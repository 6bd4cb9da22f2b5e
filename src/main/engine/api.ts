/** What the engine is to its shells, and what it needs of them. */
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type {
  DocumentExports,
  EngineHandlers,
  ShellEngine,
  StoryExports,
  Watching,
} from '../../shared/contract/shell.ts'
import type { Document } from '../../shared/document/document.ts'
import type { ExportFormatOf } from '../../shared/export-formats/registry.ts'
import type { Job, JobOptionsInput, JobPriority } from '../../shared/job/job.ts'
import type { Metrics } from '../../shared/job/metrics.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import type { Watch } from '../../shared/library/watch.ts'
import type { Story, Verification } from '../../shared/story/story.ts'
import type { Speech } from '../../shared/texts/speech.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { AtFaultPoint } from '../jobs/faults.ts'
import type { Logger } from '../jobs/logger.ts'
import type { LaunchHost } from '../pool/hosts/host-process.ts'
import type { JobEventRow } from '../store/job-events.ts'
import type { PagePrinter } from './printing/page-printer.ts'
import type { CleanReport, CleanRequest } from './queue/clean.ts'

export interface EngineOptions {
  /** Absolute; made if it is not there. */
  readonly dataDir: string
  /** Absolute path of the workers' entry, `out/main/workers/index.js` when built. */
  readonly workerFile: string
  /** Folder with `samples.json`; null for none. */
  readonly samplesDir: string | null
  readonly version: string
  /** Milliseconds since 1970. */
  readonly clock?: () => number
  /** Uniform on [0, 1). */
  readonly random?: () => number
  readonly logger?: Logger
  /** The language of what the engine writes: failures, notes, stories. English where none is given. */
  readonly texts?: Texts
  /** In the place of `texts` where a person may choose the language: what they chose is remembered in the library. */
  readonly speech?: Speech
  /** Jobs at once; by default one less than the cores, at least one. */
  readonly concurrency?: number
  /** Threads for stages; by default one a core. A document alone in the queue uses them all. */
  readonly threads?: number
  /** How long a worker that reads a file may give no sign of life before it is ended; see `pool/bounds.ts`. */
  readonly silenceMs?: number
  /** Sources of at least this many bytes run one at a time; by default a twentieth of the memory. */
  readonly hugeBytes?: number
  /** V8 heap of one worker thread. */
  readonly heapMegabytes?: number
  /** How the processes of workers are started; by default as Node's own. */
  readonly launchHost?: LaunchHost
  /** What prints a story as PDF; by default a browser found on this machine. */
  readonly printer?: PagePrinter
  /** Tests only: see `jobs/faults.ts`. */
  readonly atFaultPoint?: AtFaultPoint
  /** Between two looks at what is watched, and for how long a file must rest, ms; see `engine/watch`. */
  readonly watchIntervalMs?: number
  readonly watchRestMs?: number
}

export interface JobRequest {
  readonly options?: JobOptionsInput
  readonly priority?: JobPriority
  /** What the file is to be read as, whatever it looks like; by default its content decides. */
  readonly pipeline?: Pipeline
  /** Of a protected document: kept in memory until the job is over, and written nowhere. */
  readonly password?: string
}

export type JobCreation = CommandOutput<'jobs/create'>

/** How jobs come about, and what becomes of them. */
export interface JobEntry {
  createFromPath(path: string, request?: JobRequest): Promise<JobCreation>
  /** One job a file, in the order given, in one transaction; when one file cannot be accepted, none is made. */
  createFromPaths(paths: readonly string[], request?: JobRequest): Promise<JobCreation[]>
  /** The same where it can be: an `error` in the place of each file that cannot be accepted. */
  createWherePossible(
    paths: readonly string[],
    request?: JobRequest,
  ): Promise<(JobCreation | { readonly error: unknown })[]>
  /** One job of several files, or of the files of a folder, that are told as one table. */
  createOfSeveral(paths: readonly string[], request?: JobRequest): Promise<JobCreation>
  createFromUpload(name: string, bytes: AsyncIterable<Uint8Array>, request?: JobRequest): Promise<JobCreation>
  /** The story the library has of the file's content as it is, told without options; null where there is none. */
  earlierStory(path: string): Promise<string | null>
  /** A job unless the library has the story of this content and these options: null. The file is read once. */
  createUnlessTold(path: string, request?: JobRequest): Promise<JobCreation | null>
  /** The job once it is completed, failed or cancelled. Rejects with `no_such_job`, or when the engine closes. */
  whenOver(id: string): Promise<Job>
  /** Every change the job went through, oldest first. */
  events(id: string): JobEventRow[]
}

export interface QueueControl {
  setPriority(id: string, priority: JobPriority): Job
  /** A queued job is held back; a running one stops, keeps its finished stages and is held back. */
  pause(id: string): Promise<Job>
  resume(id: string): Promise<Job>
  /** Ahead of all that wait. */
  runNext(id: string): Promise<Job>
  /** Ahead of all that wait, in the order given, in one transaction. */
  runAllNext(ids: readonly string[]): void
  /** Every failed job, queued again. */
  retryAllFailed(): Promise<Job[]>
  /** Running jobs go on, none is begun. Outlives a restart. */
  setPaused(paused: boolean): void
  isPaused(): boolean
}

export interface EngineStories extends StoryExports {
  /** Recomputes the numbers of a story as given, against the tables stored under its id. */
  verify(story: Story): Promise<Verification>
}

export interface EngineDocuments extends DocumentExports {
  /** A document of the library, whole. Throws `no_such_document`. */
  document(id: string): Promise<Document>
  /** Writes what the document says, in its own words, as Markdown: whole or not at all. */
  exportStory(id: string, outputPath: string, format?: ExportFormatOf<'documentStory'>): Promise<void>
  /**
   * Writes `document.json` and the document's images into a folder that is new, empty, or holds an earlier such result,
   * which is replaced. Throws `bad_path` for a folder with something else in it.
   */
  exportFolder(id: string, folder: string): Promise<void>
}

/** A watch as its owner knows it: with the way to it. */
export type PlacedWatch = Watch & { readonly path: string }

export interface EngineWatches extends Watching {
  list(): Watch[]
  listWithPaths(): PlacedWatch[]
  /** By id or path. Throws `no_such_source`. */
  remove(idOrPath: string): void
}

export interface Engine extends ShellEngine {
  readonly dataDir: string
  /** What had to be done to open the library, for a shell without a window to say; windows get them with `info`. */
  readonly notices: readonly LibraryNotice[]
  readonly handlers: EngineHandlers
  /** Begins to run jobs, those of an earlier run first put back. Commands work before it too. */
  start(): Promise<void>
  /** Puts back what was running when the last process on this library died; `start` does it too. */
  recover(): Promise<void>
  readonly jobs: JobEntry
  readonly queue: QueueControl
  readonly watches: EngineWatches
  readonly stories: EngineStories
  readonly documents: EngineDocuments
  /** Of the last `days` (default 90). */
  metrics(days?: number): Metrics
  /** Removes jobs that ended long ago and that no story needs. */
  clean(request?: CleanRequest): Promise<CleanReport>
  /**
   * Stops intake, gives running jobs back to the queue, ends the threads, lets the data folder go. Gives the names of
   * the parts that did not end within the deadline: then a thread may still be at work, and the process is to be ended
   * from outside (`kill`), not by an `exit` that would tear the thread down.
   */
  close(): Promise<readonly string[]>
}
