/** The list of all that is kept: searched, filtered and ordered by the engine, loaded page by page as it comes into view. */
import { create } from 'zustand'
import type { CommandResult } from '../../shared/contract/bridge.ts'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import type { LibraryShown, LibrarySort } from '../routes/route.ts'
import { ask } from './engine.ts'

/** Which list: with the same terms it is the same list. */
export interface LibraryTerms {
  readonly search: string
  readonly sort: LibrarySort
  readonly show: LibraryShown
}

export interface LibraryState extends LibraryTerms {
  /** Sparse: an entry stands at its place in the list once its page has arrived. */
  readonly entries: readonly (LibraryEntry | undefined)[]
  /** Null before the first page has arrived. */
  readonly total: number | null
  readonly failure: Failure | null
}

export const useLibrary = create<LibraryState>()(() => ({
  search: '',
  sort: 'newest',
  show: 'all',
  entries: [],
  total: null,
  failure: null,
}))

const pageSize = 100
/** Moves with each new list: replies to an earlier one are dropped. */
let request = 0
let pagesAsked = new Set<number>()
/** Places last looked at: loaded anew with the list. */
let view = { first: 0, last: 0 }

const kindsShown = { all: [], stories: ['story'], documents: ['document'] } as const satisfies Record<
  LibraryShown,
  readonly LibraryEntry['kind'][]
>

function askPage(terms: LibraryTerms, page: number): Promise<CommandResult<CommandOutput<'library/list'>>> {
  return ask('library/list', {
    search: terms.search,
    kinds: [...kindsShown[terms.show]],
    order: terms.sort,
    limit: pageSize,
    offset: page * pageSize,
  })
}

/** Starts a list anew. The old one stays in view until the first page of the new one is there. */
export async function showLibrary(terms: LibraryTerms): Promise<void> {
  request += 1
  const mine = request
  pagesAsked = new Set([0])
  const first = await askPage(terms, 0)
  if (mine !== request) return
  if (!first.ok) {
    useLibrary.setState({ ...terms, failure: first.failure })
    return
  }
  useLibrary.setState({ ...terms, ...first.output, failure: null })
  showPlaces(view.first, view.last)
}

/** Loads the pages that hold places `first` to `last`, when they are not there yet. */
export function showPlaces(first: number, last: number): void {
  view = { first, last }
  const { search, sort, show, total } = useLibrary.getState()
  if (total === null) return
  const mine = request
  for (let page = Math.floor(first / pageSize); page * pageSize <= Math.min(last, total - 1); page += 1) {
    if (pagesAsked.has(page)) continue
    pagesAsked.add(page)
    void loadPage({ search, sort, show }, page, mine)
  }
}

async function loadPage(terms: LibraryTerms, page: number, mine: number): Promise<void> {
  const result = await askPage(terms, page)
  if (mine !== request) return
  if (!result.ok) {
    pagesAsked.delete(page)
    useLibrary.setState({ failure: result.failure })
    return
  }
  useLibrary.setState((state) => {
    const entries = [...state.entries]
    result.output.entries.forEach((entry, index) => {
      entries[page * pageSize + index] = entry
    })
    return { entries, total: result.output.total, failure: null }
  })
}
