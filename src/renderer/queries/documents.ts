/** Documents that are open in the window: their facts, which pages can be read, and the story once it is there. */
import { queryOptions } from '@tanstack/react-query'
import type { DocumentView } from '../../shared/document/reading.ts'
import type { Job } from '../../shared/job/job.ts'
import { fetchOutput, queryClient, refreshNow, refreshSoon } from './client.ts'
import { pagesChanged } from './document-pages.ts'

/** A long document being read changes all the time, and its whole list of pages travels with each reply. */
const documentEveryMs = 1500

/** Pages told ready since the request now under way was sent: its reply may not know of them. */
const readySince = new Map<string, Set<number>>()

export function documentQuery(id: string) {
  return queryOptions({
    queryKey: ['document', id, 'view'],
    queryFn: async () => {
      const ready = new Set<number>()
      readySince.set(id, ready)
      const { document } = await fetchOutput('documents/get', { id })
      const before = knownDocument(id)
      // Running heads and words broken over a line are settled only once all pages are there.
      if (before !== undefined && before.status !== document.status) pagesChanged(id, null)
      return withReady(document, ready)
    },
  })
}

export function knownDocument(id: string): DocumentView | undefined {
  return queryClient.getQueryData(documentQuery(id).queryKey)
}

function withReady(view: DocumentView, numbers: ReadonlySet<number>): DocumentView {
  if (!view.pages.some((page) => !page.ready && numbers.has(page.number))) return view
  return { ...view, pages: view.pages.map((page) => (numbers.has(page.number) ? { ...page, ready: true } : page)) }
}

/** What an event says of pages is applied at once, the rest is asked for. */
export function documentChanged(id: string, pages: readonly number[]): void {
  const { queryKey } = documentQuery(id)
  for (const page of pages) readySince.get(id)?.add(page)
  pagesChanged(id, pages)
  queryClient.setQueryData(queryKey, (view) => view && withReady(view, new Set(pages)))
  refreshSoon(queryKey, documentEveryMs)
}

/**
 * Of a running job only the start and the end of something concern its document: the pages are told by themselves. These
 * are few, and somebody waits for them, so there is no pause before them.
 */
export function documentJobChanged(before: Job | undefined, job: Job): void {
  if (job.pipeline !== 'document' || (before?.status === job.status && before.stage === job.stage)) return
  refreshNow(documentQuery(job.id).queryKey)
}

export function documentDeleted(id: string): void {
  readySince.delete(id)
  queryClient.removeQueries({ queryKey: ['document', id] })
}
