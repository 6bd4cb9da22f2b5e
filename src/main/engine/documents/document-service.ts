/** The documents: read page by page also while they are converted, searched, exported, their files and tables found. */
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { replaceDurably } from '../../../disk/durable.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import type { DocumentExport } from '../../../shared/contract/shell.ts'
import type { TaskMap } from '../../../shared/contract/tasks.ts'
import { documentAssetPattern } from '../../../shared/document/asset-address.ts'
import type { Document, DocumentTable } from '../../../shared/document/document.ts'
import type { DocumentHit, PageReading } from '../../../shared/document/reading.ts'
import { exportFormatsOf } from '../../../shared/export-formats/formats.ts'
import type { ExportFormatOf } from '../../../shared/export-formats/registry.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { csvLine } from '../../../shared/format/csv.ts'
import type { ReadingFolder } from '../../jobs/document/reading-folder.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import { deleteDocument } from '../../store/document-search.ts'
import { selectJob } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'
import { fileNameOf } from '../file-name.ts'
import { captionTitle } from './caption-title.ts'
import { writeDocumentFolder } from './document-folder.ts'
import { viewOf } from './document-view.ts'
import { findOnPage, patternOf } from './find-text.ts'
import { ReadableDocuments } from './readable-documents.ts'

/** Characters searched before others have their turn. */
const searchedAtOnce = 500_000

export interface DocumentServiceOptions {
  readonly library: Library
  readonly pool: WorkerPool
  readonly files: StageFiles
  readonly reading: (jobId: string) => ReadingFolder
}

/** A table of a document as a file of its own. */
export interface TableFile {
  /** The document's file, as the user calls it. */
  readonly documentName: string
  readonly table: DocumentTable
  /** Its caption, or `report.pdf · page 4, table 1`, with `.csv`. */
  readonly name: string
  readonly csv: string
}

export class DocumentService {
  readonly #library: Library
  readonly #pool: WorkerPool
  readonly #files: StageFiles
  readonly #reading: (jobId: string) => ReadingFolder
  readonly #readable: ReadableDocuments
  /** Of the document being converted that was searched last: its parts do not change. */
  #partTexts: { readonly id: string; readonly texts: Map<number, string> } | null = null

  constructor({ library, pool, files, reading }: DocumentServiceOptions) {
    this.#library = library
    this.#pool = pool
    this.#files = files
    this.#reading = reading
    this.#readable = new ReadableDocuments(library, files, reading)
  }

  /** Throws `no_such_document`. */
  async get(id: string): Promise<CommandOutput<'documents/get'>> {
    return { document: viewOf(await this.#readable.load(id)) }
  }

  page(id: string, page: number): Promise<PageReading> {
    return this.#readable.page(id, page)
  }

  /** A document of the library, whole. Throws `no_such_document`. */
  document(id: string): Promise<Document> {
    return this.#readable.saved(id)
  }

  async search({ id, words, limit }: CommandRequest<'documents/search'>): Promise<CommandOutput<'documents/search'>> {
    const pattern = patternOf(words)
    if (pattern === null) return { hits: [], total: 0 }
    const hits: DocumentHit[] = []
    let total = 0
    let searched = 0
    for await (const { number, text } of this.#texts(id)) {
      const found = findOnPage(number, text, pattern, limit - hits.length)
      total += found.total
      hits.push(...found.hits)
      searched += text.length
      if (searched < searchedAtOnce) continue
      searched = 0
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { hits, total }
  }

  /** Removes the document with its files. Its job stays. Throws `no_such_document`. */
  async delete(id: string): Promise<void> {
    if (!(await deleteDocument(this.#library, id))) throw new StoryglassError('no_such_document', id)
    this.#readable.forget(id)
    await this.#files.removeJob(id)
  }

  /** Of a document all of whose pages are read. Throws `no_such_document`, also when it has no such table. */
  async table(id: string, index: number): Promise<TableFile> {
    const readable = await this.#readable.load(id)
    const tables = readable.state === 'whole' ? readable.content.tables : []
    const table = tables[index]
    if (table === undefined) throw new StoryglassError('no_such_document', `table ${index} of ${id}`)
    const csv = table.rows.map((row) => csvLine(row)).join('')
    // Its story is named for the file: the caption says more than a place does.
    const documentName = readable.job.source_name
    const name = fileNameOf(captionTitle(table.caption ?? '')) || `${documentName} · ${tableName(tables, index)}`
    return { documentName, table, csv, name: `${name}.csv` }
  }

  async exportName({ id, table, format }: DocumentExport): Promise<string> {
    const document = await this.#readable.saved(id)
    const name = fileNameOf(document.title) || fileNameOf(document.source.name) || 'document'
    return `${table === null ? name : `${name} · ${tableName(document.tables, table)}`}.${format}`
  }

  /** Writes it to `outputPath`, whole or not at all. */
  async export(request: DocumentExport, outputPath: string): Promise<void> {
    const document = await this.#readable.saved(request.id)
    const what = exportedBy(request)
    await replaceDurably(outputPath, async (temporary) => {
      const input = { document, what, outputPath: temporary }
      outputOf('document-export', await this.#pool.runTask('document-export', input))
    })
  }

  /** What it says in its own words. */
  async exportStory(id: string, outputPath: string, format: ExportFormatOf<'documentStory'> = 'md'): Promise<void> {
    const document = await this.#readable.saved(id)
    await replaceDurably(outputPath, async (temporary) => {
      const input = { document, what: { subject: 'documentStory', format }, outputPath: temporary } as const
      outputOf('document-export', await this.#pool.runTask('document-export', input))
    })
  }

  /** Writes it with its images into a folder of its own; see `writeDocumentFolder`. */
  async exportFolder(id: string, folder: string): Promise<void> {
    await writeDocumentFolder(await this.#readable.saved(id), this.#reading(id).path, folder)
  }

  /** The absolute path of a file it is shown with; null when there is none of that name. */
  async asset(id: string, name: string): Promise<string | null> {
    // The id is one of ours, and the name leads nowhere but into the folder.
    if (!documentAssetPattern.test(name) || selectJob(this.#library, id) === null) return null
    const file = path.join(this.#reading(id).path, ...name.split('/'))
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
      throw error
    })
    return found?.isFile() ? file : null
  }

  /** Pages that can be read, in order. */
  async *#texts(id: string): AsyncGenerator<{ readonly number: number; readonly text: string }> {
    const readable = await this.#readable.load(id)
    switch (readable.state) {
      case 'whole':
        yield* readable.content.pages
        return
      case 'opened': {
        if (this.#partTexts?.id !== id) this.#partTexts = { id, texts: new Map() }
        const { texts } = this.#partTexts
        for (const number of [...readable.ready].toSorted((left, right) => left - right)) {
          const text = texts.get(number) ?? (await this.#reading(id).part(number))?.reading?.page.text ?? ''
          texts.set(number, text)
          yield { number, text }
        }
        return
      }
      case 'unopened':
        return
    }
  }
}

/** `page 4, table 1`: counted on its page, from 1. */
function tableName(tables: readonly DocumentTable[], index: number): string {
  const page = tables[index]?.page ?? 1
  const number = tables.slice(0, index).filter((table) => table.page === page).length + 1
  return `page ${page}, table ${number}`
}

/** What a request is for. Throws `internal` where the format is none for that, which no shell offers. */
function exportedBy({ table, format }: DocumentExport): TaskMap['document-export']['input']['what'] {
  const formatFor = <Subject extends 'document' | 'documentTable'>(subject: Subject): ExportFormatOf<Subject> => {
    const found = exportFormatsOf(subject).find((one) => one === format)
    if (found === undefined) throw new StoryglassError('internal', `${format} is no format for a ${subject}`)
    return found
  }
  if (table === null) return { subject: 'document', format: formatFor('document') }
  return { subject: 'documentTable', format: formatFor('documentTable'), table }
}
