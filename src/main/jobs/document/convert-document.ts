/** The convert stage of a document: opened, read page by page, put together; it goes on where an earlier attempt was. */
import type { TaskMap } from '../../../shared/contract/tasks.ts'
import type { OpenedDocument } from '../../../shared/document/document.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { isPaged } from '../../../shared/file-formats/formats.ts'
import type { PagedFormatId } from '../../../shared/file-formats/registry.ts'
import type { Progress } from '../../../shared/job/stage.ts'
import type { SourceKind } from '../../../shared/story/source.ts'
import { outputOf } from '../../pool/task-output.ts'
import { readSourceOf } from '../pipelines/import-stage.ts'
import type { StageWork } from '../pipelines/pipeline.ts'
import type { ConvertedDocument } from './converted-document.ts'
import { readPages } from './read-pages.ts'
import type { ReadingFolder } from './reading-folder.ts'

/** Throws why the document cannot be read, or `CancelledError`. */
export async function convertDocument(work: StageWork, kind: SourceKind): Promise<ConvertedDocument> {
  const folder = work.documents.reading(work.job.id)
  const converted = isPaged(kind) ? await convertPages(work, folder, kind) : await convertFlow(work, folder)
  work.documents.atFaultPoint('document:assembled')
  await folder.sync()
  return converted
}

async function convertPages(work: StageWork, folder: ReadingFolder, kind: PagedFormatId): Promise<ConvertedDocument> {
  const { job, documents } = work
  const opened = (await folder.opened()) ?? (await openDocument(work, folder))
  documents.onPages(job.id, [])
  documents.atFaultPoint('document:opened')
  const all = opened.pages.map((page) => page.number)
  work.setSize(all.length)
  const endedFor = await readPages(work, folder, { kind, all, done: await folder.wholePages() })
  work.report({ done: all.length, total: Math.max(1, all.length), unit: 'pages', note: 'Putting the pages together' })
  const content = await runTask(work, 'document-assemble', { outputDir: folder.path, opened })
  if (content.pages.length === 0) {
    const why = content.warnings.map(({ message }) => message).join(' ')
    throw new StoryglassError(endedFor ?? 'damaged_document', why === '' ? 'it has no pages' : why)
  }
  return { kind: opened.kind, content }
}

async function openDocument(work: StageWork, folder: ReadingFolder): Promise<OpenedDocument> {
  const { job, documents } = work
  await folder.clear()
  const input = { source: readSourceOf(work), password: documents.password(job.id) }
  const opened = await runTask(work, 'document-open', input)
  await folder.saveOpened(opened)
  return opened
}

/** Documents without pages of their own are read in one go. */
async function convertFlow(work: StageWork, folder: ReadingFolder): Promise<ConvertedDocument> {
  const { job, documents } = work
  await folder.clear()
  const input = { source: readSourceOf(work), outputDir: folder.path, password: documents.password(job.id) }
  const { kind, content } = await runTask(work, 'document', input, work.report)
  work.setSize(content.pages.length)
  const { title, language, metadata, outline, pageCount, warnings } = content
  const pages = content.pages.map(({ number, label, width, height }) => ({ number, label, width, height }))
  await folder.saveOpened({ kind, title, language, metadata, outline, pageCount, pages, warnings })
  return { kind, content }
}

/** Runs a task in the job's place. */
async function runTask<Name extends 'document' | 'document-open' | 'document-assemble'>(
  { pool, signal }: StageWork,
  name: Name,
  input: TaskMap[Name]['input'],
  onProgress?: (progress: Progress) => void,
): Promise<TaskMap[Name]['output']> {
  const result = await pool.runTask(name, input, {
    lane: 'stages',
    signal,
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  if (signal.aborted) throw new CancelledError()
  return outputOf(name, result)
}
