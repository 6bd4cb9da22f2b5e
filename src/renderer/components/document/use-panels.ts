/** What stands beside the pages: a panel on the left, the story on the right; on a narrow window one over the pages. */
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { closeSearch, openSearch, searchDocument, useDocumentSearch } from '../../stores/document-search.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { goToTable, goToText, showTables, useReader } from '../../stores/reader.ts'

export type SidePanel = 'none' | 'pages' | 'outline' | 'tables' | 'found'

export interface ReaderPanels {
  readonly side: SidePanel
  readonly story: boolean
  readonly searching: boolean
  /** Panels lie over the pages instead of beside them. */
  readonly over: boolean
  readonly showSide: (side: SidePanel) => void
  readonly toggleSide: () => void
  readonly toggleStory: () => void
  readonly toggleTables: () => void
  readonly toggleSearch: () => void
  /** On a narrow window a panel that was used has to make room. */
  readonly used: () => void
}

export function usePanels(view: DocumentView, drawn: boolean): ReaderPanels {
  const over = useMediaQuery('(max-width: 760px)', undefined, { getInitialValueInEffect: false }) ?? false
  const roomy = useMediaQuery('(min-width: 1200px)', undefined, { getInitialValueInEffect: false }) ?? true
  const kept = usePreferences((state) => state.documentPanel)
  const storyKept = usePreferences((state) => state.documentStory)
  const searching = useDocumentSearch((state) => state.opened && state.id === view.id)
  const tablesShown = useReader((state) => state.tablesShown)
  /** For this document only: the tables and what was found, and everything on a narrow window. */
  const [passing, setPassing] = useState<SidePanel | null>(null)
  const [storyPassing, setStoryPassing] = useState<boolean | null>(null)
  const hasOutline = view.outline.length > 0
  const keptHere = over ? 'none' : kept === 'outline' && !hasOutline ? 'pages' : kept
  // Flowed pages have no pictures to show small.
  const usual: SidePanel = keptHere === 'pages' && !drawn ? (hasOutline ? 'outline' : 'none') : keptHere
  const opened = view.pages.length > 0
  const side: SidePanel = opened ? (passing ?? usual) : 'none'
  const story = (storyPassing ?? (storyKept && roomy)) && (opened || view.status !== 'failed')
  useEffect(() => {
    // What is found is listed beside the pages for as long as it is looked for.
    setPassing((before) => (searching && !over ? 'found' : before === 'found' ? null : before))
  }, [searching, over])

  const showSide = useCallback(
    (next: SidePanel) => {
      const isKept = next === 'none' || next === 'pages' || next === 'outline'
      setPassing(isKept && !over ? null : next)
      if (isKept && !over) prefer({ documentPanel: next })
      if (over && next !== 'none') setStoryPassing(false)
    },
    [over],
  )
  const toggleSide = useCallback(() => {
    if (side !== 'none') showSide('none')
    else showSide(drawn ? 'pages' : hasOutline ? 'outline' : 'pages')
  }, [side, drawn, hasOutline, showSide])
  const toggleStory = useCallback(() => {
    setStoryPassing(!story)
    if (roomy) prefer({ documentStory: !story })
    if (over && !story) setPassing('none')
  }, [story, roomy, over])
  const toggleTables = useCallback(() => {
    if (tablesShown) {
      showTables(false)
      if (side === 'tables') setPassing(null)
      return
    }
    const { page } = useReader.getState()
    const next = view.tables.findIndex((table) => table.page >= page)
    const chosen = Math.max(next, 0)
    const table = view.tables[chosen]
    if (table !== undefined) goToTable(chosen, table.page)
    if (over) {
      setPassing('none')
      setStoryPassing(false)
    } else showSide('tables')
  }, [tablesShown, side, view.tables, over, showSide])
  const toggleSearch = useCallback(() => {
    if (searching) {
      closeSearch()
      return
    }
    openSearch(view.id)
    const { words } = useDocumentSearch.getState()
    if (words.trim() === '') return
    // Words left from the last time are looked for again at once.
    void searchDocument(view.id, words, useReader.getState().page).then((hit) => {
      if (hit !== null) goToText(hit.page, hit.start, hit.end)
    })
  }, [searching, view.id])
  const used = useCallback(() => {
    if (!over) return
    setPassing('none')
    setStoryPassing(false)
  }, [over])
  return useMemo(
    () => ({ side, story, searching, over, showSide, toggleSide, toggleStory, toggleTables, toggleSearch, used }),
    [side, story, searching, over, showSide, toggleSide, toggleStory, toggleTables, toggleSearch, used],
  )
}
