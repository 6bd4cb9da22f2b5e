/**
 * Lists of jobs as screens show them: filtered, searched and ordered by the engine, loaded page by page as they come
 * into view, and asked for again when a job moved. A list nobody looks at is forgotten.
 */
import { useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import type { JobStatus } from '../../shared/job/job.ts'
import { ask } from './engine.ts'
import { applyReply, markNow, onJobMoved } from './jobs.ts'

export interface JobFilter {
  /** Empty: all. */
  readonly statuses: readonly JobStatus[]
  /** Part of the file's name. */
  readonly search: string
}

export interface JobListState {
  /** Sparse: an id stands at its place once its page has arrived. In the order of the queue. */
  readonly ids: readonly (string | undefined)[]
  /** Null before the first page has arrived. */
  readonly total: number | null
  readonly failure: Failure | null
}

export interface JobList extends JobListState {
  /** What is shown is still the answer to the filter before. */
  readonly stale: boolean
  /** Says which places are in view, so that they are loaded and kept current. */
  readonly showPlaces: (first: number, last: number) => void
  readonly reload: () => void
}

const pageSize = 100
/** A burst of moves is one request now and one when it has passed, with this between them at least. */
const refreshEveryMs = 250

export class LiveJobList {
  readonly store: StoreApi<JobListState> = createStore(() => ({ ids: [], total: null, failure: null }))
  readonly #filter: JobFilter
  #holders = 0
  #stopListening: Unsubscribe = () => undefined
  #view = { first: 0, last: 0 }
  /** Moves with each refresh: replies to an earlier one are dropped. */
  #request = 0
  #pagesAsked = new Set<number>()
  #loading = false
  #stale = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(filter: JobFilter) {
    this.#filter = filter
  }

  /** Keeps the list current until the function it gives is called. */
  hold(): Unsubscribe {
    this.#holders += 1
    if (this.#holders === 1) {
      this.#stopListening = onJobMoved(() => this.markStale())
      void this.refresh()
    }
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#holders -= 1
      if (this.#holders > 0) return
      this.#stopListening()
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#request += 1
      this.#loading = false
      this.#stale = false
    }
  }

  markStale(): void {
    if (this.#holders === 0) return
    if (this.#loading || this.#timer !== undefined) {
      this.#stale = true
      return
    }
    void this.refresh()
  }

  showPlaces(first: number, last: number): void {
    this.#view = { first, last }
    const { total } = this.store.getState()
    if (total === null || this.#holders === 0) return
    for (const page of this.#pagesInView(total)) {
      if (this.#pagesAsked.has(page)) continue
      this.#pagesAsked.add(page)
      void this.#loadPage(page, this.#request)
    }
  }

  /** Asks again for the pages in view; the others are asked for when they come into view. */
  async refresh(): Promise<void> {
    this.#request += 1
    const mine = this.#request
    this.#loading = true
    this.#stale = false
    const pages = this.#pagesInView(this.store.getState().total ?? 1)
    this.#pagesAsked = new Set(pages)
    const replies = await Promise.all(pages.map(async (page) => ({ page, result: await this.#ask(page) })))
    if (mine !== this.#request) return
    this.#loading = false
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#stale) void this.refresh()
    }, refreshEveryMs)
    const ids: (string | undefined)[] = []
    let total = 0
    for (const { page, result } of replies) {
      if (!result.ok) {
        this.#pagesAsked.clear()
        this.store.setState({ failure: result.failure })
        return
      }
      total = result.output.total
      result.output.jobs.forEach((job, index) => {
        ids[page * pageSize + index] = job.id
      })
    }
    this.store.setState({ ids: ids.slice(0, total), total, failure: null })
    // The list may have become shorter than what was looked at.
    this.showPlaces(this.#view.first, this.#view.last)
  }

  async #loadPage(page: number, mine: number): Promise<void> {
    const result = await this.#ask(page)
    if (mine !== this.#request) return
    if (!result.ok) {
      this.#pagesAsked.delete(page)
      this.store.setState({ failure: result.failure })
      return
    }
    this.store.setState((state) => {
      const ids = [...state.ids]
      result.output.jobs.forEach((job, index) => {
        ids[page * pageSize + index] = job.id
      })
      return { ids, total: result.output.total, failure: null }
    })
  }

  async #ask(page: number) {
    const mark = markNow()
    const { statuses, search } = this.#filter
    const result = await ask('jobs/list', {
      statuses: [...statuses],
      search,
      order: 'queue',
      limit: pageSize,
      offset: page * pageSize,
    })
    if (result.ok) for (const job of result.output.jobs) applyReply(job, mark)
    return result
  }

  #pagesInView(total: number): number[] {
    const lastPlace = Math.max(0, Math.min(this.#view.last, total - 1))
    const firstPage = Math.floor(Math.min(this.#view.first, lastPlace) / pageSize)
    const lastPage = Math.floor(lastPlace / pageSize)
    return Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)
  }
}

const lists = new Set<LiveJobList>()

/** After a lost connection, when events may have been missed. */
export function refreshJobLists(): void {
  for (const list of lists) list.markStale()
}

/** The jobs of a filter in the order of the queue, kept current while the component stands. */
export function useJobs(filter: JobFilter): JobList {
  const key = JSON.stringify([filter.statuses, filter.search])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all there is in the filter.
  const list = useMemo(() => new LiveJobList(filter), [key])
  useEffect(() => {
    lists.add(list)
    const release = list.hold()
    return () => {
      lists.delete(list)
      release()
    }
  }, [list])
  const state = useStore(list.store)
  // The answer to the filter before stays in view until the first page of the new one is there.
  const lastReady = useRef(state)
  const ready = state.total !== null || state.failure !== null
  useEffect(() => {
    if (ready) lastReady.current = state
  })
  const shown = ready ? state : lastReady.current
  return useMemo(
    () => ({
      ...shown,
      stale: !ready && shown.total !== null,
      showPlaces: (first, last) => list.showPlaces(first, last),
      reload: () => void list.refresh(),
    }),
    [shown, ready, list],
  )
}
