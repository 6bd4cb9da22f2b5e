/** Zooming by wheel and pinch: about the pointer, a little a step. */
import { cssPixelsPerPoint, leastZoom, mostZoom } from '../../words/page-layout.ts'

/** Control and the wheel, which is also how a pinch arrives. Calls `zoom` with a scale and the pointer's height in it. */
export function wheelZoom(
  element: HTMLElement,
  scaleNow: () => number,
  zoom: (scale: number, y: number) => void,
): () => void {
  const hear = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const factor = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 250)
    const wanted = scaleNow() * factor
    const scale = Math.min(mostZoom * cssPixelsPerPoint, Math.max(leastZoom * cssPixelsPerPoint, wanted))
    zoom(scale, event.clientY - element.getBoundingClientRect().top)
  }
  element.addEventListener('wheel', hear, { passive: false })
  return () => element.removeEventListener('wheel', hear)
}
