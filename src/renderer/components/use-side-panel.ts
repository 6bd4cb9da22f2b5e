/** A panel beside a text: it takes the focus at each new question, from its top, and Escape closes it. */
import { useEffect, useRef } from 'react'

/** For the panel's element. `asked`: what it answers; another text is another question. */
export function useSidePanel(asked: string, onClose: () => void): React.RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    void asked
    panel.current?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
  }, [asked])
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [onClose])
  return panel
}
