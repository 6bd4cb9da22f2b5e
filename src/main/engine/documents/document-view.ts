/** A document as the contract shows it, whatever its job has come to. */
import type { OpenedDocument } from '../../../shared/document/document.ts'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { storedFailure } from '../../jobs/view.ts'
import { titleOf } from './compose-document.ts'
import type { DocumentState } from './readable-documents.ts'

export function viewOf(state: DocumentState): DocumentView {
  const { job } = state
  const common = {
    id: job.id,
    status: job.status,
    failure: storedFailure(job),
    source: { name: job.source_name, bytes: job.source_bytes, sha256: job.sha256, kind: job.source_kind },
    createdAt: new Date(job.finished_at ?? job.created_at).toISOString(),
    story: null,
  }
  switch (state.state) {
    case 'unopened':
      return {
        ...common,
        title: titleOf(null, job.source_name),
        language: null,
        pageCount: null,
        outline: [],
        pages: [],
        tables: [],
        metadata: {},
        warnings: [],
      }
    case 'opened': {
      const { title, language, pageCount, outline, pages, metadata, warnings } = state.facts
      return {
        ...common,
        title: titleOf(title, job.source_name),
        language,
        pageCount,
        outline,
        pages: pages.map((page) => ({ ...page, ready: state.ready.has(page.number) })),
        tables: [],
        metadata,
        warnings,
      }
    }
    case 'whole': {
      const { title, language, pageCount, outline, tables, metadata, warnings } = state.content
      return {
        ...common,
        source: { ...common.source, kind: state.kind },
        title: titleOf(title, job.source_name),
        language: state.story?.about.language?.code ?? language,
        pageCount,
        outline,
        pages: allPages(state.content.pages, state.facts),
        tables,
        metadata,
        warnings,
        story: state.story,
      }
    }
  }
}

/** Those that were read and those that could not be: each has its place. */
function allPages(read: OpenedDocument['pages'], facts: OpenedDocument | null): DocumentView['pages'] {
  const pages = new Map([...(facts?.pages ?? []), ...read].map((page) => [page.number, page]))
  return [...pages.values()]
    .toSorted((left, right) => left.number - right.number)
    .map(({ number, label, width, height }) => ({ number, label, width, height, ready: true }))
}
