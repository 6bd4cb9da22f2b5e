/** The commands about documents, answered from memory. */
import type { CommandInput, CommandName, CommandOutput } from '../../src/shared/contract/commands.ts'
import type { DocumentHit } from '../../src/shared/document/reading.ts'
import type { Job } from '../../src/shared/job/job.ts'
import { missing } from './fake-failure.ts'
import type { FakeDocument } from './sample-document.ts'

type DocumentCommand = Extract<CommandName, `documents/${string}`>
type Handlers = { [Name in DocumentCommand]: (input: CommandInput<Name>) => CommandOutput<Name> }

interface Surroundings {
  /** A table's story becomes a job. */
  readonly createJob: (source: Pick<Job['source'], 'name' | 'bytes' | 'origin'>) => Job
  readonly deleted: (id: string) => void
}

const around = 40

export function documentHandlers(documents: readonly FakeDocument[], { createJob, deleted }: Surroundings): Handlers {
  const kept = new Map(documents.map((document) => [document.view.id, document]))
  const need = (id: string): FakeDocument => {
    const document = kept.get(id)
    if (document === undefined) throw missing('There is no document at this address.')
    return document
  }
  return {
    'documents/get': ({ id }) => ({ document: need(id).view }),
    'documents/page': ({ id, page }) => {
      const reading = need(id).readingOf(page)
      if (reading === null) throw missing(`Page ${page} cannot be read yet.`)
      return reading
    },
    'documents/search': ({ id, words, limit = 1000 }) => {
      const { view, readingOf } = need(id)
      const hits: DocumentHit[] = []
      const pattern = new RegExp(
        words
          .trim()
          .split(/\s+/u)
          .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&'))
          .join('\\s+'),
        'giu',
      )
      for (const { number, ready } of view.pages) {
        const text = ready ? (readingOf(number)?.page.text ?? '') : ''
        for (const { 0: found, index } of text.matchAll(pattern)) {
          const from = Math.max(0, index - around)
          const snippet = text.slice(from, index + found.length + around).replace(/\s/gu, ' ')
          const snippetStart = index - from
          hits.push({
            page: number,
            start: index,
            end: index + found.length,
            snippet,
            snippetStart,
            snippetEnd: snippetStart + found.length,
          })
        }
      }
      return { hits: hits.slice(0, limit), total: hits.length }
    },
    'documents/delete': ({ id }) => {
      kept.delete(id)
      deleted(id)
      return {}
    },
    'documents/tell-table': ({ id, table }) => {
      const { view } = need(id)
      const found = view.tables[table]
      if (found === undefined) throw missing('This document has no such table.')
      const name = `${view.source.name}, page ${found.page}.csv`
      const origin = { documentId: id, name: view.source.name, page: found.page, table }
      return { job: createJob({ name, bytes: 2_000, origin }), outcome: 'created', earlierStoryId: null }
    },
    'documents/export': ({ id, table, format }) => {
      const { view } = need(id)
      const name = table === null ? view.title : `${view.title}, table ${table + 1}`
      return { saved: { name: `${name}.${format}`, downloadUrl: null } }
    },
  }
}
