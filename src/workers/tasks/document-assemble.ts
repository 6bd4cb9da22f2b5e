/** The task `document-assemble`: the parts of all pages to the document they make. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { DocumentContent } from '../../shared/document/document.ts'
import { type DocumentPart, documentPartSchema, failedPart, linesFile, partFile } from '../../shared/document/part.ts'
import { assemble } from '../pages/assemble.ts'
import type { WorkContext } from '../runtime/context.ts'

/**
 * A page without a part, or with one that is damaged, is said to have failed. Throws `damaged_document` where no page
 * could be read. May be run again: it writes the same.
 */
export async function assembleDocument(
  { outputDir, opened }: TaskMap['document-assemble']['input'],
  context: WorkContext,
): Promise<DocumentContent> {
  await mkdir(path.join(outputDir, 'lines'), { recursive: true })
  return assemble(
    opened,
    {
      read: (number) => readPart(outputDir, number),
      keepLines: (number, lines) => writeFile(path.join(outputDir, linesFile(number)), JSON.stringify(lines)),
    },
    context,
  )
}

async function readPart(outputDir: string, number: number): Promise<DocumentPart> {
  try {
    return documentPartSchema.parse(JSON.parse(await readFile(path.join(outputDir, partFile(number)), 'utf8')))
  } catch (error) {
    const cause = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'it was not' : 'damaged since'
    return failedPart(number, cause)
  }
}
