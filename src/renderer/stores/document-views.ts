/**
 * Documents that are open in the window: their facts, which pages can be read, and the story once it is there. Kept
 * current by events; what an event says of pages is applied at once, the rest is asked for, with a pause in between.
 */
import type { StoryglassBridge, Unsubscribe } from '../../shared/contract/bridge.ts'
import type { DocumentView } from '../../shared/document/reading.ts'
import type { Job } from '../../shared/job/job.ts'
import { forgetPages, pagesChanged } from './document-pages.ts'
import { ask, type Loaded, loading } from './engine.ts'
import { knownJob } from './jobs.ts'
import { createKeyedStore, useKeyed } from './keyed.ts'

const views = createKeyedStore<Loaded<DocumentView>>()

/** A long document being read changes all the time, and its whole list of pages travels with each reply. */
const reloadEveryMs = 1500

interface Asking {
  /** Moves with each request: a reply to an earlier one is dropped. */
  request: number
  /** Pages told ready since the request now under way was sent: its reply may not know of them. */
  readySince: Set<number>
  inFlight: boolean
  /** Something was told while a request was under way or the pause lasted. */
  stale: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}
const askings = new Map<string, Asking>()

function askingOf(id: string): Asking {
  const known = askings.get(id)
  if (known !== undefined) return known
  const made: Asking = { request: 0, readySince: new Set(), inFlight: false, stale: false, timer: undefined }
  askings.set(id, made)
  return made
}

/** The document as a screen shows it; heard of only while somebody looks. */
export function useDocumentView(id: string): Loaded<DocumentView> {
  return useKeyed(views, id) ?? loading
}

/** Hears of the document until the function it gives is called; as `useDocumentView`, outside of React. */
export function watchDocument(id: string, listener: (loaded: Loaded<DocumentView> | undefined) => void): Unsubscribe {
  return views.subscribe(id, () => listener(views.get(id)))
}

/** Pages the document has that will be or are read; 0 where that is not known. */
export function pageCountOf(id: string): number {
  const view = views.get(id)
  return view?.state === 'ready' ? view.value.pages.length : 0
}

export async function loadDocument(id: string): Promise<void> {
  const asking = askingOf(id)
  clearTimeout(asking.timer)
  asking.timer = undefined
  asking.request += 1
  const mine = asking.request
  asking.inFlight = true
  asking.stale = false
  asking.readySince = new Set()
  const result = await ask('documents/get', { id })
  if (mine !== asking.request) return
  asking.inFlight = false
  if (result.ok) applyView(result.output.document, asking.readySince)
  // A document that was read a moment ago stays in view: the banner says that the connection is gone.
  else if (views.get(id)?.state !== 'ready') views.set(id, { state: 'failed', failure: result.failure })
  asking.timer = setTimeout(() => {
    asking.timer = undefined
    if (asking.stale) void loadDocument(id)
  }, reloadEveryMs)
}

/** The reply is newer than what is shown, but for the pages that became ready while it was on its way. */
function applyView(view: DocumentView, readySince: ReadonlySet<number>): void {
  const before = views.get(view.id)
  if (before?.state === 'ready' && before.value.status !== view.status) {
    // Running heads and words broken over a line are settled only once all pages are there.
    pagesChanged(view.id, null)
  }
  views.set(view.id, { state: 'ready', value: withReady(view, readySince) })
}

function withReady(view: DocumentView, numbers: ReadonlySet<number>): DocumentView {
  if (!view.pages.some((page) => !page.ready && numbers.has(page.number))) return view
  return { ...view, pages: view.pages.map((page) => (numbers.has(page.number) ? { ...page, ready: true } : page)) }
}

/** Asks again when nothing is under way, else once the pause has passed. */
function markStale(id: string): void {
  const asking = askingOf(id)
  if (asking.inFlight || asking.timer !== undefined) asking.stale = true
  else void loadDocument(id)
}

function isOpen(id: string): boolean {
  return views.listeners(id) > 0
}

export function documentChanged(id: string, pages: readonly number[]): void {
  if (!isOpen(id)) {
    forgetDocument(id)
    return
  }
  pagesChanged(id, pages)
  for (const page of pages) askingOf(id).readySince.add(page)
  const view = views.get(id)
  if (view?.state === 'ready') views.set(id, { state: 'ready', value: withReady(view.value, new Set(pages)) })
  markStale(id)
}

/**
 * Of a running job only the start and the end of something concern its document: the pages are told by themselves. These
 * are few, and somebody waits for them, so there is no pause before them.
 */
function documentJobChanged(before: Job | undefined, job: Job): void {
  if (job.pipeline !== 'document' || !isOpen(job.id)) return
  if (before?.status === job.status && before.stage === job.stage) return
  void loadDocument(job.id)
}

function forgetDocument(id: string): void {
  clearTimeout(askings.get(id)?.timer)
  askings.delete(id)
  views.set(id, undefined)
  forgetPages(id)
}

/** After a lost connection: what was told meanwhile was not heard. */
export function reloadOpenDocuments(): void {
  for (const id of views.watched()) {
    pagesChanged(id, null)
    void loadDocument(id)
  }
}

/** Call it before the jobs are subscribed to, so that `knownJob` still is the job as it was. */
export function startDocuments(bridge: StoryglassBridge): Unsubscribe {
  const stops = [
    bridge.subscribe('document/changed', ({ id, pages }) => documentChanged(id, pages)),
    bridge.subscribe('document/saved', ({ document }) => documentChanged(document.id, [])),
    bridge.subscribe('document/deleted', ({ id }) => forgetDocument(id)),
    bridge.subscribe('job/changed', ({ job }) => documentJobChanged(knownJob(job.id), job)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** As at the start of the window; for tests. */
export function forgetDocuments(): void {
  for (const { timer } of askings.values()) clearTimeout(timer)
  askings.clear()
  views.clear()
}
