/** `storyglass convert` without a library: a document read page by page by a worker thread. */
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Document, documentSchema } from '../../shared/document/document.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { Progress } from '../../shared/job/stage.ts'
import { acceptPath, assertUnchanged, fingerprint } from '../intake/accept.ts'
import { explainFileError } from '../intake/file-errors.ts'
import { createWorkerPool } from '../pool/pool.ts'
import { outputOf } from '../pool/task-output.ts'
import { newId } from './ids.ts'

export interface DocumentRequest {
  /** Absolute; gets `document.json`, `pages/`, `thumbnails/`. Null to make no files. */
  readonly outputDir: string | null
  readonly password: string | null
  readonly onProgress?: (progress: Progress) => void
}

export interface DocumentReader {
  /**
   * Throws the reason the document cannot be read for, `too_slow` when a page never ends, `bad_path` when the output
   * folder holds something else. The folder then is as it was.
   */
  readDocument(path: string, request: DocumentRequest): Promise<Document>
  /** Stops what is being read. */
  close(): Promise<void>
}

const heapMegabytes = 1_024
/** A page has 10 s for its text, its image and its pictures each; a worker silent for longer will not speak again. */
const silenceMs = 35_000
/** What a conversion leaves in a folder, and the next one replaces. */
const resultNames: readonly string[] = ['document.json', 'pages', 'thumbnails', 'images']

export function createDocumentReader(options: { readonly workerFile: string }): DocumentReader {
  const pool = createWorkerPool({ workerFile: options.workerFile, stageThreads: 1, taskThreads: 1, heapMegabytes })
  return {
    async readDocument(given, request) {
      const file = await acceptPath(given)
      const sha256 = await fingerprint(file)
      const source = { path: file.path, name: file.name, bytes: file.bytes }
      return withOutput(request.outputDir, async (outputDir) => {
        const started = performance.now()
        const watch = watchSilence()
        const result = await pool.runTask(
          'document',
          { source, outputDir, password: request.password },
          {
            signal: watch.signal,
            onProgress: (progress) => {
              watch.heard()
              request.onProgress?.(progress)
            },
          },
        )
        watch.end()
        if (watch.signal.aborted) throw new StoryglassError('too_slow', `nothing came for ${silenceMs / 1_000} s`)
        const { kind, content } = outputOf('document', result)
        await assertUnchanged(file)
        return {
          version: 1,
          id: newId(),
          source: { name: file.name, bytes: file.bytes, sha256, kind },
          ...content,
          title: content.title ?? path.parse(file.name).name,
          timings: { convert: Math.round(performance.now() - started) },
        }
      })
    },
    close: () => pool.close(),
  }
}

/** Aborted when nothing is heard for too long: then the worker hangs in a page and is ended from outside. */
function watchSilence(): { readonly signal: AbortSignal; heard(): void; end(): void } {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), silenceMs)
  return { signal: abort.signal, heard: () => void timer.refresh(), end: () => clearTimeout(timer) }
}

/** Lets `work` write into a folder beside `outputDir`, whose content takes the place of an earlier result when whole. */
async function withOutput(
  outputDir: string | null,
  work: (temporary: string | null) => Promise<Document>,
): Promise<Document> {
  if (outputDir === null) return documentSchema.parse(await work(null))
  const temporary = await prepare(outputDir)
  try {
    const document = documentSchema.parse(await work(temporary))
    await writing(async () => {
      await writeFile(path.join(temporary, 'document.json'), `${JSON.stringify(document)}\n`)
      await mkdir(outputDir, { recursive: true })
      for (const name of resultNames) await rm(path.join(outputDir, name), { recursive: true, force: true })
      for (const name of await readdir(temporary)) await rename(path.join(temporary, name), path.join(outputDir, name))
    })
    return document
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

async function prepare(outputDir: string): Promise<string> {
  return writing(async () => {
    const found = await readdir(outputDir).catch((error: NodeJS.ErrnoException): string[] => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    if (found.length > 0 && !found.includes('document.json')) {
      throw new StoryglassError('bad_path', `${outputDir} holds other files; give a new or an empty folder`)
    }
    await mkdir(path.dirname(outputDir), { recursive: true })
    return mkdtemp(path.join(path.dirname(outputDir), '.storyglass-'))
  })
}

async function writing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
}
