/** Measures of the page that follow its scrolling, once a frame at most. */

/** Calls `measure` now, and whenever the page was scrolled or changed its size. The function given back ends that. */
export function onScroll(measure: () => void): () => void {
  let scheduled = 0
  const run = (): void => {
    scheduled = 0
    measure()
  }
  const schedule = (): void => {
    if (scheduled === 0) scheduled = requestAnimationFrame(run)
  }
  measure()
  window.addEventListener('scroll', schedule, { passive: true })
  window.addEventListener('resize', schedule)
  return () => {
    cancelAnimationFrame(scheduled)
    window.removeEventListener('scroll', schedule)
    window.removeEventListener('resize', schedule)
  }
}
