/** Which rows and columns are in sight, in a frame whose height may stand for many times as much; see `scroll-scale.ts`. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { scrollScale } from '../../words/scroll-scale.ts'

/** After this long without a scroll the scrollbar is set to where the rows are, ms. */
const settleMs = 160

export interface GridScroll {
  /** Height of the element that is scrolled, CSS pixels. */
  readonly height: number
  /** Of the whole height: where the first row in sight is. */
  readonly top: number
  /** What is added to a place in the whole height to give that in the scrolled element. */
  readonly shift: number
  readonly left: number
  /** Of the frame. */
  readonly viewHeight: number
  readonly viewWidth: number
  /** Brings the place in the whole height to the top of the rows. */
  readonly scrollTo: (top: number) => void
  readonly scrollLeftTo: (left: number) => void
}

interface Position {
  readonly top: number
  readonly shift: number
  readonly left: number
  readonly viewHeight: number
  readonly viewWidth: number
}

/** `first`: where the rows `of` which are shown begin to be seen; with other rows, it is gone to again. */
export function useGridScroll(
  frame: React.RefObject<HTMLElement | null>,
  wholeHeight: number,
  first: { readonly of: object; readonly top: number },
): GridScroll {
  const scale = useMemo(() => scrollScale(wholeHeight), [wholeHeight])
  const [position, setPosition] = useState<Position>({ top: 0, shift: 0, left: 0, viewHeight: 600, viewWidth: 1_000 })
  const last = useRef({ scrolled: 0, top: 0 })
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined)

  const read = useCallback((): void => {
    const element = frame.current
    if (element === null) return
    const scrolled = element.scrollTop
    const by = scrolled - last.current.scrolled
    const isStep = Math.abs(by) <= element.clientHeight
    const most = Math.max(0, wholeHeight - element.clientHeight)
    const top = scale.isScaled && isStep ? last.current.top + by : scale.wholeOf(scrolled)
    const held = Math.max(0, Math.min(most, top))
    last.current = { scrolled, top: scale.isScaled ? held : scrolled }
    setPosition((before) => {
      const next = {
        top: last.current.top,
        shift: scrolled - last.current.top,
        left: element.scrollLeft,
        viewHeight: element.clientHeight,
        viewWidth: element.clientWidth,
      }
      return isSame(before, next) ? before : next
    })
  }, [frame, scale, wholeHeight])

  const place = useCallback(
    (top: number): void => {
      const element = frame.current
      if (element === null) return
      const most = Math.max(0, wholeHeight - element.clientHeight)
      const held = Math.max(0, Math.min(most, top))
      element.scrollTop = scale.scrolledOf(held)
      last.current = { scrolled: element.scrollTop, top: scale.isScaled ? held : element.scrollTop }
      read()
    },
    [frame, read, scale, wholeHeight],
  )

  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const hear = (): void => {
      read()
      clearTimeout(settle.current)
      if (scale.isScaled) settle.current = setTimeout(() => flushSync(() => place(last.current.top)), settleMs)
    }
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', hear, { passive: true })
    read()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', hear)
      clearTimeout(settle.current)
    }
  }, [frame, place, read, scale])

  // The place the address names, once there is something to scroll.
  const placed = useRef<object | null>(null)
  const { of, top: firstTop } = first
  useEffect(() => {
    if (placed.current === of || wholeHeight === 0) return
    placed.current = of
    place(firstTop)
  }, [of, firstTop, place, wholeHeight])

  const scrollLeftTo = useCallback(
    (left: number): void => {
      if (frame.current !== null) frame.current.scrollLeft = left
    },
    [frame],
  )
  return { ...position, height: scale.height, scrollTo: place, scrollLeftTo }
}

function isSame(one: Position, other: Position): boolean {
  return (
    one.top === other.top &&
    one.shift === other.shift &&
    one.left === other.left &&
    one.viewHeight === other.viewHeight &&
    one.viewWidth === other.viewWidth
  )
}
