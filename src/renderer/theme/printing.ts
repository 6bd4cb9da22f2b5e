/** Printing the window: everything drawn first, on white. */
import { flushSync } from 'react-dom'
import { create } from 'zustand'

/** Whether the page is being printed: what is drawn late is then drawn at once, in the colours of paper. */
export const usePrinting = create<{ readonly printing: boolean }>()(() => ({ printing: false }))

const schemeAttribute = 'data-mantine-color-scheme'

/**
 * Listens as long as the window lives. Paper is white: a window in the dark is printed in the light theme's colours, and
 * is dark again afterwards. What is printed is what stands there when the event has been heard, so all is drawn in it.
 */
export function preparePrinting(window: Window): void {
  const root = window.document.documentElement
  let before: string | null = null
  window.addEventListener('beforeprint', () => {
    before = root.getAttribute(schemeAttribute)
    root.setAttribute(schemeAttribute, 'light')
    flushSync(() => usePrinting.setState({ printing: true }))
  })
  window.addEventListener('afterprint', () => {
    if (before !== null) root.setAttribute(schemeAttribute, before)
    usePrinting.setState({ printing: false })
  })
}
