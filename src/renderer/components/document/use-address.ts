/** The address of the document reader: it follows what is read, and leads to what it names. */
import { useEffect } from 'react'
import type { Place } from '../../../shared/document/document-story.ts'
import { navigate, replaceRoute } from '../../routes/navigation.ts'
import { openSearch, searchDocument, useDocumentSearch } from '../../stores/document-search.ts'
import { goToPage, goToPlaces, goToTable, goToText, useReader } from '../../stores/reader.ts'

/** Reading moves on while the address only names where one is: long enough not to write it at every line. */
const settleMs = 400

/** The page the address was given by this module itself: no reason to scroll there. */
let addressed: number | null = null

function wordsInAddress(): string {
  const { opened, words } = useDocumentSearch.getState()
  return opened ? words.trim() : ''
}

/** Goes there and leaves the present place in the history, so that back leads to it. */
function leaveFor(id: string, page: number): void {
  const { page: from } = useReader.getState()
  if (from === page) return
  // Where one is may not have been written down yet.
  replaceRoute({ screen: 'document', id, page: from, find: wordsInAddress() })
  addressed = page
  navigate({ screen: 'document', id, page, find: wordsInAddress() })
}

export function visitPage(id: string, page: number): void {
  goToPage(page)
  leaveFor(id, page)
}

export function visitPlaces(id: string, places: readonly Place[]): void {
  const [first] = places
  if (first === undefined) return
  goToPlaces(places)
  leaveFor(id, first.page)
}

export function visitTable(id: string, table: number, page: number): void {
  goToTable(table, page)
  leaveFor(id, page)
}

export function useAddress(id: string, page: number | null, find: string): void {
  const current = useReader((state) => state.page)
  const open = useReader((state) => state.id === id)
  const words = useDocumentSearch((state) => (state.opened && state.id === id ? state.words.trim() : ''))

  useEffect(() => {
    if (!open || page === null || page === addressed) return
    addressed = page
    goToPage(page)
  }, [open, page])

  // The page is only where the search begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (!open || find === '') return
    const { id: before, opened, words: typed } = useDocumentSearch.getState()
    if (before === id && opened && typed.trim() === find) return
    openSearch(id)
    void searchDocument(id, find, page ?? 1).then((hit) => {
      if (hit !== null) goToText(hit.page, hit.start, hit.end)
    })
  }, [open, id, find])

  useEffect(() => {
    if (!open) return
    const timer = setTimeout(() => {
      if (page === current && find === words) return
      if (page === null && current === 1 && find === words) return
      // Still on its way to what the address names.
      if (useReader.getState().goal !== null) return
      addressed = current
      replaceRoute({ screen: 'document', id, page: current, find: words })
    }, settleMs)
    return () => clearTimeout(timer)
  }, [open, id, page, find, current, words])

  useEffect(
    () => () => {
      addressed = null
    },
    [],
  )
}
