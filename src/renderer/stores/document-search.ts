/** Searching within the document that is open: its hits, which of them is looked at, and keeping up with new pages. */
import { create } from 'zustand'
import type { DocumentHit } from '../../shared/document/reading.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { ask } from '../bridge/engine.ts'

export interface DocumentSearch {
  readonly id: string | null
  readonly opened: boolean
  /** As typed; `hits` may still be those of the words before. */
  readonly words: string
  /** The words `hits` were found for; null before the first answer. */
  readonly answered: string | null
  readonly hits: readonly DocumentHit[]
  /** May be more than there are in `hits`. */
  readonly total: number
  /** Place in `hits` of the one looked at; -1: none. */
  readonly current: number
  readonly failure: Failure | null
}

const nothing: DocumentSearch = {
  id: null,
  opened: false,
  words: '',
  answered: null,
  hits: [],
  total: 0,
  current: -1,
  failure: null,
}

export const useDocumentSearch = create<DocumentSearch>()(() => nothing)

const hitsWanted = 5_000
/** While pages come in, what is shown need not be newer than this. */
const refreshEveryMs = 1_000

let request = 0
let refreshTimer: ReturnType<typeof setTimeout> | undefined

export function openSearch(id: string): void {
  const { id: before } = useDocumentSearch.getState()
  if (before === id) useDocumentSearch.setState({ opened: true })
  else useDocumentSearch.setState({ ...nothing, id, opened: true })
}

export function closeSearch(): void {
  request += 1
  clearTimeout(refreshTimer)
  refreshTimer = undefined
  const { id, words } = useDocumentSearch.getState()
  // The words stay, so that opening it again finds them there.
  useDocumentSearch.setState({ ...nothing, id, words })
}

/**
 * Finds the words from `page` on: the first hit there or after it is the one looked at. Gives that hit, or null where
 * there is none or where something else was asked for meanwhile.
 */
export async function searchDocument(id: string, words: string, page: number): Promise<DocumentHit | null> {
  useDocumentSearch.setState(({ id: before }) => ({ ...(before === id ? {} : nothing), id, words, opened: true }))
  request += 1
  if (words.trim() === '') {
    useDocumentSearch.setState({ answered: null, hits: [], total: 0, current: -1, failure: null })
    return null
  }
  const mine = request
  const result = await ask('documents/search', { id, words: words.slice(0, 200), limit: hitsWanted })
  if (mine !== request) return null
  if (!result.ok) {
    useDocumentSearch.setState({ failure: result.failure, hits: [], total: 0, current: -1, answered: words })
    return null
  }
  const { hits, total } = result.output
  const from = hits.findIndex((hit) => hit.page >= page)
  const current = hits.length === 0 ? -1 : Math.max(0, from)
  useDocumentSearch.setState({ answered: words, hits, total, current, failure: null })
  return hits[current] ?? null
}

/** More pages can be read: the same words are looked for in them too, and the hit looked at stays the same one. */
export function refreshSearch(id: string): void {
  const state = useDocumentSearch.getState()
  if (state.id !== id || !state.opened || state.answered === null || refreshTimer !== undefined) return
  refreshTimer = setTimeout(() => {
    refreshTimer = undefined
    void refresh(id)
  }, refreshEveryMs)
}

async function refresh(id: string): Promise<void> {
  const { id: open, opened, answered, words } = useDocumentSearch.getState()
  if (open !== id || !opened || answered === null || answered !== words) return
  const mine = request
  const result = await ask('documents/search', { id, words: answered.slice(0, 200), limit: hitsWanted })
  if (mine !== request || !result.ok) return
  const { hits, total } = result.output
  const { hits: shown, current } = useDocumentSearch.getState()
  const looked = shown[current]
  const same = looked === undefined ? -1 : hits.findIndex((hit) => isSamePlace(hit, looked))
  useDocumentSearch.setState({ hits, total, current: same >= 0 ? same : Math.min(current, hits.length - 1) })
}

function isSamePlace(a: DocumentHit, b: DocumentHit): boolean {
  return a.page === b.page && a.start === b.start
}

/** The next hit, or with -1 the one before; round at the ends. Null where there is none. */
export function stepHit(by: 1 | -1): DocumentHit | null {
  const { hits, current } = useDocumentSearch.getState()
  if (hits.length === 0) return null
  return lookAtHit((Math.max(current, by === 1 ? -1 : 0) + by + hits.length) % hits.length)
}

export function lookAtHit(place: number): DocumentHit | null {
  const hit = useDocumentSearch.getState().hits[place]
  if (hit === undefined) return null
  useDocumentSearch.setState({ current: place })
  return hit
}

/** As at the start of the window; for tests and when a document is left. */
export function forgetSearch(): void {
  closeSearch()
  useDocumentSearch.setState(nothing)
}
