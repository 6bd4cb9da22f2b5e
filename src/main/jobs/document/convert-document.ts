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
import { watchSilence } from './silence.ts'

/** Putting pages together says nothing of itself for as long as it takes; of this length it will not end. */
const assemblyMs = 600_000

/** Throws why the document cannot be read, `too_slow` when it hangs, `CancelledError`. */
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
  await readPages(work, folder, { kind, all, done: await folder.wholePages() })
  work.report({ done: all.length, total: Math.max(1, all.length), unit: 'pages', note: 'Putting the pages together' })
  const content = await runWatched(work, 'document-assemble', { outputDir: folder.path, opened }, assemblyMs)
  if (content.pages.length === 0) {
    const why = content.warnings.map(({ message }) => message).join(' ')
    throw new StoryglassError('damaged_document', why === '' ? 'it has no pages' : why)
  }
  return { kind: opened.kind, content }
}

async function openDocument(work: StageWork, folder: ReadingFolder): Promise<OpenedDocument> {
  const { job, documents } = work
  await folder.clear()
  const input = { source: readSourceOf(work), password: documents.password(job.id) }
  const opened = await runWatched(work, 'document-open', input, documents.silenceMs)
  await folder.saveOpened(opened)
  return opened
}

/** Documents without pages of their own are read in one go. */
async function convertFlow(work: StageWork, folder: ReadingFolder): Promise<ConvertedDocument> {
  const { job, documents } = work
  await folder.clear()
  const input = { source: readSourceOf(work), outputDir: folder.path, password: documents.password(job.id) }
  const { kind, content } = await runWatched(work, 'document', input, documents.silenceMs, work.report)
  work.setSize(content.pages.length)
  const { title, language, metadata, outline, pageCount, warnings } = content
  const pages = content.pages.map(({ number, label, width, height }) => ({ number, label, width, height }))
  await folder.saveOpened({ kind, title, language, metadata, outline, pageCount, pages, warnings })
  return { kind, content }
}

/** Runs a task in the job's place. One that says nothing for `silenceMs` is ended: it is too slow, whatever it then says. */
async function runWatched<Name extends 'document' | 'document-open' | 'document-assemble'>(
  { pool, signal }: StageWork,
  name: Name,
  input: TaskMap[Name]['input'],
  silenceMs: number,
  report?: (progress: Progress) => void,
): Promise<TaskMap[Name]['output']> {
  const watch = watchSilence(silenceMs)
  const result = await pool.runTask(name, input, {
    lane: 'stages',
    signal: AbortSignal.any([signal, watch.signal]),
    onStarted: watch.heard,
    onProgress: (progress) => {
      watch.heard()
      report?.(progress)
    },
  })
  watch.end()
  if (signal.aborted) throw new CancelledError()
  if (watch.signal.aborted) throw new StoryglassError('too_slow', 'nothing came for too long')
  return outputOf(name, result)
}
