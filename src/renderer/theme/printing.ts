/** Paper is white: a window in the dark is printed in the light theme's colours, and is dark again afterwards. */
const attribute = 'data-mantine-color-scheme'

/** Listens as long as the window lives. What is drawn on a canvas keeps its colours. */
export function printOnWhite(window: Window): void {
  const root = window.document.documentElement
  let before: string | null = null
  window.addEventListener('beforeprint', () => {
    before = root.getAttribute(attribute)
    root.setAttribute(attribute, 'light')
  })
  window.addEventListener('afterprint', () => {
    if (before !== null) root.setAttribute(attribute, before)
  })
}
