/** `storyglass convert`: a document read page by page, without a library. */
import path from 'node:path'
import { createDocumentReader } from '../main/engine.ts'
import type { Document } from '../shared/document/document.ts'
import type { Progress } from '../shared/job/stage.ts'
import { exitStatus } from './exit-status.ts'
import { findInstallation } from './installation.ts'
import { problemOfError } from './outcome.ts'
import { print, printJson, printProblem, say } from './output.ts'
import { withInterruption } from './session.ts'

export interface ConvertOptions {
  readonly out?: string
  readonly format?: 'json' | 'text'
  readonly password?: string
}

/** The document as JSON, or its text with a form feed between pages; with `--out`, into a folder with its images. */
export async function convert(file: string, options: ConvertOptions): Promise<number> {
  const asJson = options.format === 'json'
  const reader = createDocumentReader({ workerFile: findInstallation().workerFile })
  const name = path.basename(file)
  try {
    return await withInterruption(async (interrupted) => {
      interrupted.addEventListener('abort', () => void reader.close())
      const document = await reader.readDocument(file, {
        outputDir: options.out === undefined ? null : path.resolve(options.out),
        password: options.password ?? null,
        onProgress: process.stderr.isTTY ? showPages(name) : () => undefined,
      })
      if (process.stderr.isTTY) process.stderr.write(clearLine)
      if (asJson) await printJson(document)
      else await report(document, options.out)
      return exitStatus.done
    })
  } catch (error) {
    if (process.stderr.isTTY) process.stderr.write(clearLine)
    const problem = problemOfError(error, file)
    await printProblem(problem, asJson)
    return problem.status
  } finally {
    await reader.close()
  }
}

const clearLine = '\r\u001b[K'

function showPages(name: string): (progress: Progress) => void {
  return ({ done, total, unit }) => {
    const count = total === null ? `${done} ${unit}` : `${done} of ${total} ${unit}`
    process.stderr.write(`\r${name} · ${count}\u001b[K`)
  }
}

async function report(document: Document, out: string | undefined): Promise<void> {
  for (const warning of document.warnings) await say(warning.message)
  if (out === undefined) {
    const texts = document.pages.map((page) => [page.header, page.text, page.footer].filter((part) => part !== ''))
    await print(`${texts.map((parts) => parts.join('\n\n')).join('\n\f')}\n`)
    return
  }
  const words = document.pages.reduce((sum, page) => sum + page.words, 0)
  const count = (number: number, one: string): string =>
    `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`
  await say(`${document.source.name}: ${count(document.pages.length, 'page')}, ${count(words, 'word')}, in ${out}`)
}
