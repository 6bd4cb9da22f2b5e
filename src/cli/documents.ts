/** `storyglass documents`: those of the library that were read as documents. */
import path from 'node:path'
import { withScratchFolder } from '../disk/scratch.ts'
import type { CommandOutput } from '../shared/contract/commands.ts'
import type { DocumentExport } from '../shared/contract/shell.ts'
import type { DocumentSummary } from '../shared/document/reading.ts'
import { exportFormatsOf } from '../shared/export-formats/formats.ts'
import { listIn } from '../shared/format/words.ts'
import { exitStatus } from './exit-status.ts'
import { assertFree, type ForceOption, makeFolder } from './free-path.ts'
import { terminalTexts } from './language.ts'
import { print, printFile, printJson } from './output.ts'
import { withEngine, withReading } from './session.ts'
import { textTable, timeText } from './text-table.ts'
import { UsageError } from './usage.ts'

export interface DocumentsOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

const pageSize = 500

/** All of them, newest first; with words to search for, those with a page that has them all, best first. */
export function listDocuments(search: string, options: DocumentsOptions): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    const documents: DocumentSummary[] = []
    let page: CommandOutput<'library/list'>
    let offset = 0
    do {
      page = await engine.handlers['library/list']({
        search,
        kinds: ['document'],
        order: 'newest',
        limit: pageSize,
        offset,
      })
      documents.push(...page.entries.flatMap((entry) => (entry.kind === 'document' ? [entry.document] : [])))
      offset += page.entries.length
    } while (page.entries.length === pageSize)
    if (options.format === 'json') await printJson({ documents, total: page.total })
    else if (documents.length === 0) await print(`${terminalTexts().terminal.lists.noDocuments}\n`)
    else await print(documentTable(documents))
    return exitStatus.done
  })
}

export function showDocument(id: string, options: DocumentsOptions): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    if (options.format === 'json') {
      await printJson(await engine.documents.document(id))
      return exitStatus.done
    }
    return withScratchFolder(async (folder) => {
      const file = path.join(folder, 'document.md')
      await engine.documents.exportStory(id, file)
      await printFile(file)
      return exitStatus.done
    })
  })
}

/** `table`: as people count, from 1. */
export function exportDocument(
  id: string,
  options: ForceOption & {
    readonly format: DocumentExport['format']
    readonly out: string
    readonly table?: number
    readonly dataDir?: string
  },
): Promise<number> {
  const { format, table } = options
  const ofTables: readonly string[] = exportFormatsOf('documentTable')
  const ofDocuments: readonly string[] = exportFormatsOf('document')
  if (table === undefined && !ofDocuments.includes(format)) {
    throw new UsageError(({ onlyTables }) => onlyTables({ format: format.toUpperCase() }))
  }
  if (table !== undefined && !ofTables.includes(format)) {
    throw new UsageError(({ tableFormats }, { locale }) => tableFormats({ formats: listIn(locale, ofTables, 'or') }))
  }
  if (table === 0) throw new UsageError(({ tablesFromOne }) => tablesFromOne)
  return withReading(options.dataDir, async (engine) => {
    const request = { id, table: table === undefined ? null : table - 1, format }
    const out = path.resolve(options.out)
    await assertFree(out, options)
    await makeFolder(path.dirname(out))
    await engine.documents.export(request, out)
    return exitStatus.done
  })
}

export function deleteDocument(id: string, options: DocumentsOptions): Promise<number> {
  return withEngine(options.dataDir, async ({ engine }) => {
    await engine.handlers['documents/delete']({ id })
    if (options.format === 'json') await printJson({ deleted: id })
    return exitStatus.done
  })
}

function documentTable(documents: readonly DocumentSummary[]): string {
  const { headers } = terminalTexts().terminal.lists
  return textTable(
    [headers.id, headers.read, headers.file, headers.pages, headers.title],
    documents.map(({ id, createdAt, sourceName, pages, title }) => [
      id,
      timeText(createdAt),
      sourceName,
      String(pages),
      title,
    ]),
  )
}
