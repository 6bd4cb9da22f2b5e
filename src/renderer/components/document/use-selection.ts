/** Selecting text over pages: the pages it begins and ends on stay drawn, and a copy reads as the document does. */
import { useEffect, useState } from 'react'
import { copyText } from './outside-link.tsx'
import { selectedText, textInTime, textNow } from './selection.ts'
import { endSelecting, followSelection } from './text-layer.tsx'

/** Pages the selection begins and ends on. */
export function useSelection(frame: React.RefObject<HTMLElement | null>, id: string): readonly number[] {
  const [pinned, setPinned] = useState<readonly number[]>([])
  useEffect(() => {
    const changed = (): void => {
      const selection = document.getSelection()
      if (selection !== null) followSelection(selection)
      const selected = selectedText(selection)
      const pages = selected === null ? [] : [selected.from.page, selected.to.page]
      setPinned((before) => (before.join() === pages.join() ? before : pages))
    }
    const released = (): void => {
      if (frame.current !== null) endSelecting(frame.current)
    }
    const copied = (event: ClipboardEvent): void => {
      const selected = selectedText(document.getSelection())
      if (selected === null) return
      event.preventDefault()
      const text = textNow(id, selected)
      if (text !== null) event.clipboardData?.setData('text/plain', text)
      // Pages in between have to be asked for: it is on the clipboard a moment later.
      else void textInTime(id, selected).then(copyText)
    }
    document.addEventListener('selectionchange', changed)
    document.addEventListener('pointerup', released)
    document.addEventListener('pointercancel', released)
    document.addEventListener('copy', copied)
    return () => {
      document.removeEventListener('selectionchange', changed)
      document.removeEventListener('pointerup', released)
      document.removeEventListener('pointercancel', released)
      document.removeEventListener('copy', copied)
    }
  }, [frame, id])
  return pinned
}
