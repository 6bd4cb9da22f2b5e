/** Documents as far as they can be read: saved ones, and those still being converted from what their jobs have left. */
import type { Document, DocumentContent, OpenedDocument, Page } from '../../../shared/document/document.ts'
import type { DocumentStory } from '../../../shared/document/document-story.ts'
import type { PageReading } from '../../../shared/document/reading.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { ConvertedDocument } from '../../jobs/document/converted-document.ts'
import type { ReadingFolder } from '../../jobs/document/reading-folder.ts'
import { parseConverted } from '../../jobs/pipelines/document.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { readDocument } from '../../store/documents.ts'
import { selectJobStages } from '../../store/job-stages.ts'
import { type JobRow, selectJob } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'

interface WholeDocument {
  readonly state: 'whole'
  readonly job: JobRow
  readonly facts: OpenedDocument | null
  readonly content: DocumentContent
  readonly kind: Document['source']['kind']
  readonly story: DocumentStory | null
}

/** `facts`: what the document said of itself when it was opened; they name pages that could not be read, too. */
export type DocumentState =
  | WholeDocument
  | {
      readonly state: 'opened'
      readonly job: JobRow
      readonly facts: OpenedDocument
      /** Pages that can be read. */
      readonly ready: ReadonlySet<number>
    }
  | { readonly state: 'unopened'; readonly job: JobRow }

/** Documents kept parsed: somebody reads one, and goes back to the one before. */
const keptDocuments = 3

export class ReadableDocuments {
  readonly #library: Library
  readonly #files: StageFiles
  readonly #reading: (jobId: string) => ReadingFolder
  /** By id and state; the last used last. */
  readonly #kept = new Map<string, Promise<Document | ConvertedDocument | null>>()

  constructor(library: Library, files: StageFiles, reading: (jobId: string) => ReadingFolder) {
    this.#library = library
    this.#files = files
    this.#reading = reading
  }

  /** Throws `no_such_document` when there is no such job, or none that reads a document, or it was deleted. */
  async load(id: string): Promise<DocumentState> {
    const job = this.#jobOf(id)
    const whole = await this.#whole(job)
    const folder = this.#reading(id)
    const facts = await folder.facts()
    if (whole !== null) return { state: 'whole', job, facts, ...whole }
    if (facts === null) return { state: 'unopened', job }
    const ready = await folder.pagesDone()
    // Done while its files were looked at: its parts are gone, and it is in the library.
    if (this.#isSaved(id)) return this.load(id)
    return { state: 'opened', job, facts, ready }
  }

  /** A document of the library. Throws `no_such_document`. */
  async saved(id: string): Promise<Document> {
    const document = (await this.#keep(`saved ${id}`, () => readDocument(this.#library, id))) as Document | null
    if (document === null) throw new StoryglassError('no_such_document', id)
    return document
  }

  /** Throws `no_such_document`, or `no_such_page` when there is none of that number or it has not been read yet. */
  async page(id: string, number: number): Promise<PageReading> {
    const folder = this.#reading(id)
    const whole = await this.#whole(this.#jobOf(id))
    if (whole !== null) {
      const page = whole.content.pages.find((one) => one.number === number)
      if (page !== undefined) return { page, lines: await folder.lines(number) }
      return { page: blankPage(await folder.facts(), number), lines: [] }
    }
    const part = await folder.part(number)
    if (part === null && this.#isSaved(id)) return this.page(id, number)
    if (part === null) throw new StoryglassError('no_such_page', `page ${number} of ${id}`)
    return part.reading ?? { page: blankPage(await folder.facts(), number), lines: [] }
  }

  /** It is in the library no longer. */
  forget(id: string): void {
    for (const key of [...this.#kept.keys()]) if (key.split(' ')[1] === id) this.#kept.delete(key)
  }

  #jobOf(id: string): JobRow {
    const job = selectJob(this.#library, id)
    if (job === null) throw new StoryglassError('no_such_document', id)
    return job
  }

  #isSaved(id: string): boolean {
    return selectJob(this.#library, id)?.document_id === id
  }

  /** All of it, from the library or, before it is there, from its convert stage; null while pages are still read. */
  async #whole(job: JobRow): Promise<Pick<WholeDocument, 'content' | 'kind' | 'story'> | null> {
    if (job.document_id !== null) {
      const document = await this.saved(job.id)
      return { content: document, kind: document.source.kind, story: document.story ?? null }
    }
    if (job.pipeline !== 'document' || job.status === 'completed') throw new StoryglassError('no_such_document', job.id)
    const converted = await this.#converted(job)
    return converted === null ? null : { ...converted, story: null }
  }

  /** What the finished convert stage left; null while it is not finished. */
  async #converted(job: JobRow): Promise<ConvertedDocument | null> {
    const stage = selectJobStages(this.#library, job.id).find((row) => row.stage === 'convert')
    if (stage === undefined) return null
    const key = `converted ${job.id} ${stage.claim}`
    return (await this.#keep(key, async () =>
      parseConverted(await this.#files.read(stage.output_path)),
    )) as ConvertedDocument | null
  }

  async #keep<Kept extends Document | ConvertedDocument>(
    key: string,
    read: () => Promise<Kept | null>,
  ): Promise<Document | ConvertedDocument | null> {
    const kept = this.#kept.get(key) ?? read()
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    for (const oldest of [...this.#kept.keys()].slice(0, -keptDocuments)) this.#kept.delete(oldest)
    try {
      const found = await kept
      if (found === null) this.#kept.delete(key)
      return found
    } catch (error) {
      this.#kept.delete(key)
      throw error
    }
  }
}

/** A page that is part of the document and could not be read. Throws `no_such_page` for one that is not. */
function blankPage(facts: OpenedDocument | null, number: number): Page {
  const known = facts?.pages.find((page) => page.number === number)
  if (known === undefined) throw new StoryglassError('no_such_page', `page ${number}`)
  return {
    ...known,
    text: '',
    header: '',
    footer: '',
    words: 0,
    image: null,
    thumbnail: null,
    ocr: false,
    links: [],
  }
}
