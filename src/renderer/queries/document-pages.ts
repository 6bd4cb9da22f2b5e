/** Pages of documents as they are read: a few asked for at a time, kept in a bounded number. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { PageReading } from '../../shared/document/reading.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { fetchOutput, queryClient, refreshNow, untilSettled } from './client.ts'
import { createSlots } from './slots.ts'

/** Out of view; a dense page takes some 100 kB with the places of its text. */
const pagesKept = 60
const inSlot = createSlots(4)

export function pageQuery(id: string, page: number) {
  return queryOptions({
    queryKey: ['document', id, 'page', page],
    // With the signal in use, a page that has left the view before its turn came is not asked for.
    queryFn: async ({ signal }) => {
      const reading = await inSlot(signal, () => fetchOutput('documents/page', { id, page }))
      dropPagesBeyond(pagesKept)
      return reading
    },
  })
}

function dropPagesBeyond(kept: number): void {
  const cache = queryClient.getQueryCache()
  const outOfView = cache.findAll({
    queryKey: ['document'],
    type: 'inactive',
    predicate: ({ queryKey, state }) => queryKey[2] === 'page' && state.data !== undefined,
  })
  const oldestFirst = outOfView.sort((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt)
  for (const query of oldestFirst.slice(0, -kept)) cache.remove(query)
}

export interface ShownPage {
  readonly reading: PageReading | null
  /** Only where there is nothing to read. */
  readonly failure: Failure | null
  readonly retry: () => void
}

/** A page in view, asked for once it is ready. A page that has changed stays until its new reading is there. */
export function usePage(id: string, page: number, ready: boolean): ShownPage {
  const { data, error, refetch } = useQuery({ ...pageQuery(id, page), enabled: ready })
  const failure = data === undefined ? (error?.failure ?? null) : null
  return { reading: data ?? null, failure, retry: () => void refetch() }
}

/** A page another component may have asked for. */
export function useKnownPage(id: string, page: number): PageReading | null {
  return useQuery({ ...pageQuery(id, page), enabled: false }).data ?? null
}

export function knownPage(id: string, page: number): PageReading | undefined {
  return queryClient.getQueryData(pageQuery(id, page).queryKey)
}

/** A page whether or not it is in view: what is kept, else asked for. Null where it cannot be had. */
export function pageOf(id: string, page: number): Promise<PageReading | null> {
  return untilSettled(() => queryClient.fetchQuery(pageQuery(id, page))).catch(() => null)
}

/** Those named have new readings; null: all of the document. */
export function pagesChanged(id: string, numbers: readonly number[] | null): void {
  if (numbers === null) refreshNow(['document', id, 'page'])
  else for (const page of numbers) refreshNow(pageQuery(id, page).queryKey)
}
