/** `storyglass convert`: a document read page by page as a job of the library, and written out. */
import path from 'node:path'
import { assertFolderFree } from '../main/engine.ts'
import type { Document } from '../shared/document/document.ts'
import { sayWarning } from '../shared/document/warning.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { problemOfError, problemOfJob } from './outcome.ts'
import { print, printJson, printProblem, say } from './output.ts'
import { askOnTerminal, givenPassword, type PasswordOptions, untilUnlocked } from './password.ts'
import { showProgress } from './progress.ts'
import { withEngine } from './session.ts'

export interface ConvertOptions extends PasswordOptions {
  readonly out?: string
  readonly dataDir?: string
  readonly format?: 'json' | 'text'
  readonly quiet?: boolean
}

/**
 * The document as JSON, or its text with a form feed between pages; with `--out`, into a folder with its images. An
 * earlier conversion of the same content that was broken off is gone on with.
 */
export async function convert(file: string, options: ConvertOptions): Promise<number> {
  const asJson = options.format === 'json'
  const out = options.out === undefined ? null : path.resolve(options.out)
  try {
    // Before the work, not after it.
    if (out !== null) await assertFolderFree(out)
    const password = await givenPassword(options)
    return await withEngine(options.dataDir, async ({ engine, interrupted }) => {
      const { job } = await engine.jobs.createFromPath(file, {
        pipeline: 'document',
        ...(password === null ? {} : { password }),
      })
      const cancel = (): void => void engine.handlers['jobs/cancel']({ id: job.id }).catch(() => undefined)
      const endProgress = options.quiet ? () => undefined : showProgress(engine, new Set([job.id]), process.stderr)
      interrupted.addEventListener('abort', cancel)
      try {
        await engine.queue.runNext(job.id)
        if (interrupted.aborted) cancel()
        await engine.start()
        const over = await untilUnlocked(engine, await engine.jobs.whenOver(job.id), askOnTerminal(options))
        endProgress()
        if (over.status !== 'completed') {
          const problem = problemOfJob(over)
          await printProblem(problem, asJson)
          return problem.status
        }
        const document = await engine.documents.document(job.id)
        if (out !== null) await engine.documents.exportFolder(job.id, out)
        if (asJson) await printJson(document)
        else await report(document, out)
        return exitStatus.done
      } finally {
        endProgress()
        interrupted.removeEventListener('abort', cancel)
      }
    })
  } catch (error) {
    const problem = problemOfError(error, file)
    await printProblem(problem, asJson)
    return problem.status
  }
}

async function report(document: Document, out: string | null): Promise<void> {
  for (const warning of document.warnings) await say(sayWarning(terminalTexts(), warning))
  if (out === null) {
    const texts = document.pages.map((page) => [page.header, page.text, page.footer].filter((part) => part !== ''))
    await print(`${texts.map((parts) => parts.join('\n\n')).join('\n\f')}\n`)
    return
  }
  const words = document.pages.reduce((sum, page) => sum + page.words, 0)
  const { replies } = terminalTexts().terminal
  await say(replies.documentRead({ name: document.source.name, pages: document.pages.length, words, folder: out }))
}
