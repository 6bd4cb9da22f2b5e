/** A panel beside a text: it takes the focus at each new question, from its top, and Escape closes it. */
import { type RefObject, useEffect, useRef } from 'react'

/** Between what was pressed and what is above it, CSS pixels. */
const room = 24

/**
 * For the panel's element. `asked`: what it answers; another text is another question. `opener`: what was pressed in the
 * text for it, which is kept in sight.
 */
export function usePanelBeside(
  asked: string,
  onClose: () => void,
  opener?: RefObject<Element | null>,
): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    void asked
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
    if (opener?.current && panel.current !== null) keepInSight(opener.current, panel.current)
  }, [asked, opener])
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [onClose])
  return panel
}

/** Scrolls the text up to what was pressed, where the panel lies over it or the text has moved away with it. */
function keepInSight(pressed: Element, panel: Element): void {
  if (pressed === document.body || panel.contains(pressed)) return
  const [own, over] = [pressed.getBoundingClientRect(), panel.getBoundingClientRect()]
  const top = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
  const isCovered = own.bottom > over.top && own.top < over.bottom && own.right > over.left && own.left < over.right
  if (isCovered || own.top < top || own.bottom > window.innerHeight) {
    // What is taller than the room above the panel, as a chart is, shows its beginning.
    window.scrollBy({ top: own.top - top - room, behavior: 'instant' })
  }
}
