/** What the library keeps, stories and documents alike: the newest of it, and all of it, searched and ordered. */
import { queryOptions } from '@tanstack/react-query'
import type { CommandInput } from '../../shared/contract/commands.ts'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import { fetchOutput, refreshSoon } from './client.ts'
import { type LongList, partQuery, useLongList } from './long-list.ts'

const recentCount = 12
const libraryEveryMs = 250
/** Entries asked for at once: each has some lines, and the words around a hit are read out of its whole text. */
const entriesAtOnce = 100

export function recentQuery() {
  return queryOptions({
    queryKey: ['library', 'recent'],
    queryFn: () => fetchOutput('library/list', { limit: recentCount }),
  })
}

/** Which list: with the same terms it is the same list. */
export interface LibraryTerms {
  readonly search: string
  /** Empty: both. */
  readonly kinds: readonly LibraryEntry['kind'][]
  readonly order: NonNullable<CommandInput<'library/list'>['order']>
  readonly tag?: string
  readonly favourites?: true
}

export function libraryQuery(terms: LibraryTerms, start: number) {
  const load = async (range: { readonly offset: number; readonly limit: number }) => {
    const { entries, total } = await fetchOutput('library/list', { ...terms, kinds: [...terms.kinds], ...range })
    return { items: entries, total }
  }
  return partQuery(['library', 'list', terms], start, load, entriesAtOnce)
}

export function useLibrary(terms: LibraryTerms): LongList<LibraryEntry> {
  return useLongList((start) => libraryQuery(terms, start), entriesAtOnce)
}

export function tagsQuery() {
  return queryOptions({
    queryKey: ['library', 'tags'],
    queryFn: async () => (await fetchOutput('library/tags', {})).tags,
  })
}

/** Story or document: its id is no other's. */
export function idOf(entry: LibraryEntry): string {
  return entry.kind === 'story' ? entry.story.id : entry.document.id
}

export function libraryChanged(): void {
  refreshSoon(['library'], libraryEveryMs)
}
