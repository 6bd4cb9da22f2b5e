/** The list of all stories: pages loaded as they come into view, searched by the engine, sorted here. */
import { create } from 'zustand'
import type { Failure } from '../../shared/failure/failure.ts'
import type { StorySummary } from '../../shared/story/story.ts'
import type { LibrarySort } from '../routes/route.ts'
import { ask } from './engine.ts'

interface LibraryState {
  readonly search: string
  readonly sort: LibrarySort
  /** Sparse: a story stands at its place in the list once its page has arrived. */
  readonly stories: readonly (StorySummary | undefined)[]
  /** Null before the first page of this search has arrived. */
  readonly total: number | null
  readonly failure: Failure | null
}

export const useLibrary = create<LibraryState>()(() => ({
  search: '',
  sort: 'newest',
  stories: [],
  total: null,
  failure: null,
}))

const pageSize = 100
const wholeListPageSize = 500
/** Moves with each new search or sort: replies to an earlier one are dropped. */
let request = 0
let pagesAsked = new Set<number>()

/** Starts a list anew. The old one stays in view until the first page of the new one is there. */
export async function showLibrary(search: string, sort: LibrarySort): Promise<void> {
  request += 1
  const mine = request
  pagesAsked = new Set([0])
  const first = await ask('stories/list', { search, limit: sort === 'newest' ? pageSize : wholeListPageSize })
  if (mine !== request) return
  if (!first.ok) {
    useLibrary.setState({ search, sort, failure: first.failure })
    return
  }
  const { total } = first.output
  if (sort === 'newest') {
    useLibrary.setState({ search, sort, total, stories: first.output.stories, failure: null })
    return
  }
  // The engine lists newest first; any other order needs all of them.
  const all = [...first.output.stories]
  while (all.length < total) {
    const next = await ask('stories/list', { search, limit: wholeListPageSize, offset: all.length })
    if (mine !== request) return
    if (!next.ok || next.output.stories.length === 0) break
    all.push(...next.output.stories)
  }
  useLibrary.setState({ search, sort, total: all.length, stories: sortStories(all, sort), failure: null })
}

/** Loads the pages that hold places `first` to `last`, when they are not there yet. */
export function showPlaces(first: number, last: number): void {
  const { search, sort, total } = useLibrary.getState()
  if (sort !== 'newest' || total === null) return
  const mine = request
  for (let page = Math.floor(first / pageSize); page * pageSize <= Math.min(last, total - 1); page += 1) {
    if (pagesAsked.has(page)) continue
    pagesAsked.add(page)
    void loadPage(page, search, mine)
  }
}

async function loadPage(page: number, search: string, mine: number): Promise<void> {
  const result = await ask('stories/list', { search, limit: pageSize, offset: page * pageSize })
  if (mine !== request) return
  if (!result.ok) {
    pagesAsked.delete(page)
    useLibrary.setState({ failure: result.failure })
    return
  }
  useLibrary.setState((state) => {
    const stories = [...state.stories]
    result.output.stories.forEach((story, index) => {
      stories[page * pageSize + index] = story
    })
    return { stories, total: result.output.total, failure: null }
  })
}

/** Orders summaries for reading: titles and files as a person would file them, numbers by size. */
export function sortStories(stories: readonly StorySummary[], sort: LibrarySort): StorySummary[] {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  const newest = (a: StorySummary, b: StorySummary): number => (a.createdAt < b.createdAt ? 1 : -1)
  const compare = {
    newest,
    oldest: (a, b) => newest(b, a),
    title: (a, b) => collator.compare(a.title, b.title) || newest(a, b),
    file: (a, b) => collator.compare(a.sourceName, b.sourceName) || newest(a, b),
  } satisfies Record<LibrarySort, (a: StorySummary, b: StorySummary) => number>
  return [...stories].sort(compare[sort])
}
