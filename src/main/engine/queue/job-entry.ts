/** How jobs come about: of files where they lie, of uploads, of several files as one table, of a table of a document. */
import { Readable } from 'node:stream'
import type { SourceHandle } from '../../../shared/contract/commands.ts'
import type { Job, JobOptionsInput } from '../../../shared/job/job.ts'
import { acceptSeveral } from '../../intake/several.ts'
import { openPath, type ReadySource, type SourceService } from '../../intake/source-service.ts'
import { tarStream } from '../../intake/tar-stream.ts'
import { canonicalOptions, optionsKey } from '../../jobs/options-key.ts'
import { selectEarlier } from '../../store/earlier.ts'
import { type JobEventRow, selectJobEvents } from '../../store/job-events.ts'
import type { Library } from '../../store/library.ts'
import type { JobCreation, JobEntry, JobRequest } from '../api.ts'
import type { DocumentService } from '../documents/document-service.ts'
import type { JobViews } from './job-views.ts'
import type { QueueService } from './queue-service.ts'

export interface JobEntryServices {
  readonly library: Library
  readonly queue: QueueService
  readonly sources: SourceService
  readonly documents: DocumentService
  readonly watch: JobViews
  /** Takes a file in as it arrives; see `ShellEngine`. */
  readonly adopt: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<SourceHandle>
}

export class EngineJobs implements JobEntry {
  readonly #services: JobEntryServices

  constructor(services: JobEntryServices) {
    this.#services = services
  }

  async createFromPath(path: string, request: JobRequest = {}): Promise<JobCreation> {
    return this.#services.queue.create(await openPath(path), request)
  }

  async createFromPaths(paths: readonly string[], request: JobRequest = {}): Promise<JobCreation[]> {
    const sources: ReadySource[] = []
    for (const path of paths) sources.push(await openPath(path))
    return this.#services.queue.createAll(sources, request)
  }

  async createWherePossible(
    paths: readonly string[],
    request: JobRequest = {},
  ): Promise<(JobCreation | { readonly error: unknown })[]> {
    const opened: (ReadySource | { readonly error: unknown })[] = []
    for (const path of paths) opened.push(await openPath(path).catch((error: unknown) => ({ error })))
    const sources = opened.filter((one): one is ReadySource => !('error' in one))
    const creations = this.#services.queue.createAll(sources, request)
    return opened.map((one) => ('error' in one ? one : (creations.shift() ?? { error: new Error('no job was made') })))
  }

  async createOfSeveral(paths: readonly string[], request: JobRequest = {}): Promise<JobCreation> {
    const { name, members } = await acceptSeveral(paths)
    const reading = { ...request.options?.reading, sheetsAsOne: true }
    return this.createFromUpload(name, tarStream(members), { ...request, options: { ...request.options, reading } })
  }

  async createFromUpload(
    name: string,
    bytes: AsyncIterable<Uint8Array>,
    request: JobRequest = {},
  ): Promise<JobCreation> {
    const { sources, queue, adopt } = this.#services
    const { handle } = await adopt(name, bytes)
    return queue.create(await sources.open(handle), request)
  }

  /** A table of a document as a source of ours, and a job that tells it. */
  async tellTable(id: string, index: number): Promise<JobCreation> {
    const { documents, sources, queue, adopt } = this.#services
    const { documentName, table, name, csv } = await documents.table(id, index)
    const { handle } = await adopt(name, Readable.from([Buffer.from(csv, 'utf8')]))
    const origin = { documentId: id, name: documentName, page: table.page, table: index, header: table.header }
    return queue.create(await sources.open(handle), { pipeline: 'story' }, { origin })
  }

  async createUnlessTold(path: string, request: JobRequest = {}): Promise<JobCreation | null> {
    const source = await openPath(path)
    return this.#storyOf(source, request.options) === null ? this.#services.queue.create(source, request) : null
  }

  async earlierStory(path: string): Promise<string | null> {
    return this.#storyOf(await openPath(path))
  }

  #storyOf({ sha256 }: ReadySource, options: JobOptionsInput = {}): string | null {
    const key = optionsKey(canonicalOptions(options))
    const request = { sha256, optionsKey: key, pipeline: 'story', isWanted: false } as const
    return selectEarlier(this.#services.library, request).storyId
  }

  whenOver(id: string): Promise<Job> {
    return this.#services.watch.whenOver(id)
  }

  events(id: string): JobEventRow[] {
    return selectJobEvents(this.#services.library, id)
  }
}
