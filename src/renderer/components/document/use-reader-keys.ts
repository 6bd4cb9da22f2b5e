/** Keys of the document reader. Listed in the dialog of shortcuts. */
import { useEffect, useRef } from 'react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { stepHit } from '../../stores/document-search.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { goToPage, goToTable, goToText, useReader } from '../../stores/reader.ts'
import { stepScale } from '../../words/page-layout.ts'
import { focusSearchEvent, isTyping } from '../shortcuts.tsx'
import { focusFindEvent } from './find-bar.tsx'
import { focusPageFieldEvent } from './page-field.tsx'
import type { ReaderPanels } from './use-panels.ts'

export function useReaderKeys(view: DocumentView, panels: ReaderPanels, scale: number | null): void {
  const singleKeys = usePreferences((state) => state.singleKeys)
  const latest = useRef({ view, panels, scale, singleKeys })
  latest.current = { view, panels, scale, singleKeys }
  useEffect(() => {
    const search = (): void => {
      if (latest.current.panels.searching) window.dispatchEvent(new Event(focusFindEvent))
      else latest.current.panels.toggleSearch()
    }
    const zoom = (event: KeyboardEvent): boolean => {
      const { scale: now } = latest.current
      if (now === null) return false
      if (event.key === '+' || event.key === '=') prefer({ documentZoom: stepScale(now, 1) })
      else if (event.key === '-' || event.key === '_') prefer({ documentZoom: stepScale(now, -1) })
      else if (event.key === '0') prefer({ documentZoom: 'automatic' })
      else return false
      return true
    }
    const step = (by: 1 | -1): void => {
      const hit = stepHit(by)
      if (hit !== null) goToText(hit.page, hit.start, hit.end)
    }
    const single = (key: string): boolean => {
      const { view: shown, panels: beside } = latest.current
      const { page, table, tablesShown } = useReader.getState()
      const count = shown.pages.length
      switch (key) {
        case 'j':
          goToPage(Math.min(count, page + 1))
          return true
        case 'k':
          goToPage(Math.max(1, page - 1))
          return true
        case 'p':
          window.dispatchEvent(new Event(focusPageFieldEvent))
          return true
        case 'b':
          beside.toggleSide()
          return true
        case 's':
          beside.toggleStory()
          return true
        case 'd':
          if (shown.tables.length > 0) beside.toggleTables()
          return true
        case 'n': {
          if (!tablesShown || shown.tables.length === 0) return false
          const next = ((table ?? -1) + 1) % shown.tables.length
          goToTable(next, shown.tables[next]?.page ?? 1)
          return true
        }
        default:
          return false
      }
    }
    const hear = (event: KeyboardEvent): void => {
      // A dialog has the keys to itself.
      if (document.querySelector('[role=dialog][aria-modal=true]') !== null) return
      const control = (event.ctrlKey || event.metaKey) && !event.altKey
      if (control && event.key.toLowerCase() === 'f') {
        event.preventDefault()
        search()
        return
      }
      if (control && zoom(event)) {
        event.preventDefault()
        return
      }
      if (event.key === 'F3') {
        event.preventDefault()
        if (latest.current.panels.searching) step(event.shiftKey ? -1 : 1)
        else search()
        return
      }
      if (event.key === 'Escape' && !event.defaultPrevented && latest.current.panels.over) latest.current.panels.used()
      if (isTyping(event) || event.repeat || !latest.current.singleKeys) return
      if (single(event.key)) event.preventDefault()
    }
    window.addEventListener('keydown', hear)
    window.addEventListener(focusSearchEvent, search)
    return () => {
      window.removeEventListener('keydown', hear)
      window.removeEventListener(focusSearchEvent, search)
    }
  }, [])
}
