/** The width that an element is given, as it changes. */
import { type RefObject, useLayoutEffect, useState } from 'react'
import { usualWidth } from '../../shared/story/chart-configuration.ts'

/** Steps of CSS pixels: a scroll bar that comes and goes draws no chart anew. */
const step = 20

/** CSS pixels, rounded down; the usual width of a chart until the element is laid out. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(usualWidth)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = (): void => {
      if (current.clientWidth > 0) setWidth(Math.floor(current.clientWidth / step) * step)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return width
}
