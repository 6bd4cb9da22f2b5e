/**
 * Pages of documents as they are read: asked for only where a screen wants them, nearest first and a few at a time, and
 * kept while there is room. A page that has changed stays in view until its new reading is there.
 */
import type { PageReading } from '../../shared/document/reading.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { ask } from './engine.ts'
import { createKeyedStore, useKeyed } from './keyed.ts'

export type PageState =
  | { readonly state: 'ready'; readonly reading: PageReading }
  | { readonly state: 'failed'; readonly failure: Failure }

interface Entry {
  readonly page: PageState
  /** Moves when the page is told to have changed: a reply asked for before it is not the last word. */
  readonly revision: number
}

/** A dense page takes some 100 kB with the places of its text. */
const pagesKept = 60
const inFlightAtOnce = 4

const pages = createKeyedStore<PageState>()
/** In the order of their last use, oldest first. */
const entries = new Map<string, Entry>()
const revisions = new Map<string, number>()
const inFlight = new Map<string, Promise<PageState>>()
let wanted: readonly { readonly id: string; readonly page: number }[] = []

function keyOf(id: string, page: number): string {
  return `${id} ${page}`
}

function revisionOf(key: string, id: string): number {
  return (revisions.get(key) ?? 0) + (revisions.get(id) ?? 0)
}

export function usePage(id: string, page: number): PageState | undefined {
  return useKeyed(pages, keyOf(id, page))
}

export function knownPage(id: string, page: number): PageReading | undefined {
  const known = pages.get(keyOf(id, page))
  return known?.state === 'ready' ? known.reading : undefined
}

/** Says which pages are in sight or near, nearest first. Those no longer named are not asked for any more. */
export function wantPages(id: string, numbers: readonly number[]): void {
  wanted = numbers.map((page) => ({ id, page }))
  // What is in sight is the last to be given up.
  for (const page of [...numbers].reverse()) touch(keyOf(id, page))
  pump()
}

function touch(key: string): void {
  const entry = entries.get(key)
  if (entry === undefined) return
  entries.delete(key)
  entries.set(key, entry)
}

function pump(): void {
  for (const { id, page } of wanted) {
    if (inFlight.size >= inFlightAtOnce) return
    const key = keyOf(id, page)
    const entry = entries.get(key)
    if (inFlight.has(key) || (entry !== undefined && entry.revision === revisionOf(key, id))) continue
    void load(id, page)
  }
}

/** A page whether or not it is in sight: what is kept, else asked for. */
export async function pageOf(id: string, page: number): Promise<PageState> {
  const key = keyOf(id, page)
  const entry = entries.get(key)
  if (entry !== undefined && entry.revision === revisionOf(key, id)) return entry.page
  return load(id, page)
}

function load(id: string, page: number): Promise<PageState> {
  const key = keyOf(id, page)
  const under = inFlight.get(key)
  if (under !== undefined) return under
  const revision = revisionOf(key, id)
  const asked = ask('documents/page', { id, page }).then((result): PageState => {
    inFlight.delete(key)
    const state: PageState = result.ok
      ? { state: 'ready', reading: result.output }
      : { state: 'failed', failure: result.failure }
    // A failure to ask again takes nothing away that is there to read.
    if (state.state === 'ready' || pages.get(key)?.state !== 'ready') keep(key, state, revision)
    else keep(key, pages.get(key) ?? state, revision)
    pump()
    return state
  })
  inFlight.set(key, asked)
  return asked
}

function keep(key: string, page: PageState, revision: number): void {
  entries.delete(key)
  entries.set(key, { page, revision })
  pages.set(key, page)
  for (const oldest of entries.keys()) {
    if (entries.size <= pagesKept) break
    entries.delete(oldest)
    pages.set(oldest, undefined)
  }
}

/** Those named have new readings; null: all of the document. They are asked for again where they are wanted. */
export function pagesChanged(id: string, numbers: readonly number[] | null): void {
  const keys = numbers === null ? [id] : numbers.map((page) => keyOf(id, page))
  for (const key of keys) revisions.set(key, (revisions.get(key) ?? 0) + 1)
  pump()
}

/** Asks again for a page that could not be had. */
export function retryPage(id: string, page: number): void {
  pagesChanged(id, [page])
}

/** Takes what is kept of a document, and of every document without an id. */
export function forgetPages(id?: string): void {
  for (const key of [...entries.keys()]) {
    if (id !== undefined && !key.startsWith(`${id} `)) continue
    entries.delete(key)
    pages.set(key, undefined)
  }
  wanted = wanted.filter((one) => id !== undefined && one.id !== id)
  if (id === undefined) revisions.clear()
}
