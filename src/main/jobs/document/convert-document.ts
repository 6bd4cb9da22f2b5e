/** The convert stage of a document: opened, read page by page, put together; it goes on where an earlier attempt was. */
import { taskSchemas } from '../../../shared/contract/tasks.ts'
import type { OpenedDocument } from '../../../shared/document/document.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import type { SourceKind } from '../../../shared/story/source.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { ConvertedDocument } from '../pipelines/document.ts'
import { type StageWork, sourceOf } from '../pipelines/pipeline.ts'
import { readPages } from './read-pages.ts'
import type { ReadingFolder } from './reading-folder.ts'
import { watchSilence } from './silence.ts'

/** Putting pages together says nothing of itself for as long as it takes; of this length it will not end. */
const assemblyMs = 600_000

/** Throws why the document cannot be read, `too_slow` when it hangs, `CancelledError`. */
export async function convertDocument(work: StageWork, kind: SourceKind): Promise<ConvertedDocument> {
  const folder = work.documents.reading(work.job.id)
  const converted = kind === 'pdf' ? await convertPages(work, folder) : await convertFlow(work, folder)
  work.documents.atFaultPoint('document:assembled')
  await folder.sync()
  return converted
}

async function convertPages(work: StageWork, folder: ReadingFolder): Promise<ConvertedDocument> {
  const { job, documents, pool, signal } = work
  const opened = (await folder.opened()) ?? (await openDocument(work, folder))
  documents.onPages(job.id, [])
  documents.atFaultPoint('document:opened')
  const all = opened.pages.map((page) => page.number)
  work.setSize(all.length)
  await readPages(work, folder, { all, done: await folder.wholePages() })
  work.report({ done: all.length, total: Math.max(1, all.length), unit: 'pages', note: 'Putting the pages together' })
  const watch = watchSilence(assemblyMs)
  const assembled = await pool.runTask(
    'document-assemble',
    { outputDir: folder.path, opened },
    { lane: 'stages', signal: AbortSignal.any([signal, watch.signal]), onStarted: watch.heard },
  )
  watch.end()
  const content = tooSlowIf(watch.signal, signal, () => outputOf('document-assemble', assembled))
  if (content.pages.length === 0) {
    const why = content.warnings.map(({ message }) => message).join(' ')
    throw new StoryglassError('damaged_document', why === '' ? 'it has no pages' : why)
  }
  return { kind: opened.kind, content }
}

async function openDocument(work: StageWork, folder: ReadingFolder): Promise<OpenedDocument> {
  const { job, documents, pool, signal } = work
  await folder.clear()
  const watch = watchSilence(documents.silenceMs)
  const result = await pool.runTask(
    'document-open',
    { source: sourceOf(job), password: documents.password(job.id) },
    {
      lane: 'stages',
      signal: AbortSignal.any([signal, watch.signal]),
      onStarted: watch.heard,
      onProgress: watch.heard,
    },
  )
  watch.end()
  const opened = tooSlowIf(watch.signal, signal, () => outputOf('document-open', result))
  await folder.saveOpened(opened)
  return opened
}

/** Documents without pages of their own are read in one go. */
async function convertFlow(work: StageWork, folder: ReadingFolder): Promise<ConvertedDocument> {
  const { job, documents, pool, signal } = work
  await folder.clear()
  const watch = watchSilence(documents.silenceMs)
  const result = await pool.runTask(
    'document',
    { source: sourceOf(job), outputDir: folder.path, password: documents.password(job.id) },
    {
      lane: 'stages',
      signal: AbortSignal.any([signal, watch.signal]),
      onStarted: watch.heard,
      onProgress: (progress) => {
        watch.heard()
        work.report(progress)
      },
    },
  )
  watch.end()
  const converted = tooSlowIf(watch.signal, signal, () => outputOf('document', result))
  const { kind, content } = taskSchemas.document.output.parse(converted)
  work.setSize(content.pages.length)
  const { title, language, metadata, outline, pageCount, warnings } = content
  const pages = content.pages.map(({ number, label, width, height }) => ({ number, label, width, height }))
  await folder.saveOpened({ kind, title, language, metadata, outline, pageCount, pages, warnings })
  return { kind, content }
}

/** A task that was ended for its silence is too slow, whatever it then says of itself; unless all was to stop. */
function tooSlowIf<Output>(silence: AbortSignal, stop: AbortSignal, output: () => Output): Output {
  if (stop.aborted) throw new CancelledError()
  if (silence.aborted) throw new StoryglassError('too_slow', 'nothing came for too long')
  return output()
}
