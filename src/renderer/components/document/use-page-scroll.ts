/** The scrolling of the pages: what is in sight, staying where one is when sizes change, and going where asked. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { clearMarks, readingPage, useReader } from '../../stores/reader.ts'
import { mostSeen, type PageLayout, type PageRange, pageAt, pagesBetween } from '../../words/page-layout.ts'

/** Where one is: a page, and how far down it the given height of the frame stands. */
interface Anchor {
  readonly place: number
  /** Share of the page's height, or pixels where pages keep their size as the zoom changes. */
  readonly within: number
  /** Height in the frame, CSS pixels. */
  readonly at: number
}

interface PageScrollOptions {
  readonly layout: PageLayout
  /** Whether pages grow with the zoom. */
  readonly scales: boolean
}

export interface PageScroll {
  readonly range: PageRange
  readonly scrollTo: (top: number) => void
  /** The height of the frame that stays where it is with the next change of sizes: where the pointer is. */
  readonly holdAt: (y: number) => void
}

/** Pixels beyond the frame in which pages are drawn, and so asked for, already. */
const beyond = 700

export function usePageScroll(
  frame: React.RefObject<HTMLElement | null>,
  { layout, scales }: PageScrollOptions,
): PageScroll {
  const [range, setRange] = useState<PageRange>({ first: 0, last: Math.min(2, layout.tops.length - 1) })
  const anchor = useRef<Anchor>({ place: 0, within: 0, at: 0 })
  const current = useRef(layout)
  const held = useRef<number | null>(null)
  /** What stands in the middle of the frame, as a share of the width: pages are centred, and so is what one sees. */
  const centre = useRef(0.5)

  const look = useCallback(() => {
    const element = frame.current
    if (element === null) return
    const laidOut = current.current
    const { scrollTop, clientHeight } = element
    const next = pagesBetween(laidOut, scrollTop, clientHeight, beyond)
    setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
    anchor.current = anchorAt(laidOut, scrollTop, 0, scales)
    if (element.scrollWidth > element.clientWidth) {
      centre.current = (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth
    }
    if (laidOut.tops.length === 0 || clientHeight === 0) return
    readingPage(mostSeen(laidOut, scrollTop, clientHeight) + 1)
  }, [frame, scales])

  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const before = current.current
    if (before !== layout) {
      const hold = held.current
      const stay = hold === null ? anchor.current : anchorAt(before, element.scrollTop, hold, scales)
      held.current = null
      current.current = layout
      const size = layout.sizes[stay.place]
      const inside = scales && stay.within >= 0 ? stay.within * (size?.height ?? 0) : stay.within
      const top = (layout.tops[stay.place] ?? 0) + inside - stay.at
      // At the very top one stays at the very top.
      if (element.scrollTop > 0 && Math.abs(element.scrollTop - top) > 0.5) element.scrollTop = top
    }
    element.scrollLeft = centre.current * element.scrollWidth - element.clientWidth / 2
    look()
  }, [frame, layout, look, scales])

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    let scheduled = 0
    const schedule = (): void => {
      if (scheduled === 0) {
        scheduled = requestAnimationFrame(() => {
          scheduled = 0
          look()
        })
      }
    }
    element.addEventListener('scroll', schedule, { passive: true })
    // A frame that grows shows more, also where the pages keep their sizes; at first it has no height at all.
    const observer = new ResizeObserver(schedule)
    observer.observe(element)
    return () => {
      cancelAnimationFrame(scheduled)
      element.removeEventListener('scroll', schedule)
      observer.disconnect()
    }
  }, [frame, look])

  const scrollTo = useCallback(
    (top: number) => {
      const element = frame.current
      if (element === null) return
      element.scrollTop = top
      look()
    },
    [frame, look],
  )
  const holdAt = useCallback((y: number) => {
    held.current = y
  }, [])
  return { range, scrollTo, holdAt }
}

function anchorAt(layout: PageLayout, scrollTop: number, at: number, scales: boolean): Anchor {
  const y = scrollTop + at
  const place = pageAt(layout, y)
  const below = y - (layout.tops[place] ?? 0)
  const height = layout.sizes[place]?.height ?? 0
  return { place, at, within: scales && below >= 0 && height > 0 ? below / height : below }
}

/** Ends marks and goals that are over: a person who scrolls has taken over. */
export function useGoalEnds(frame: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const takeOver = (): void => {
      if (useReader.getState().goal !== null) useReader.setState({ goal: null })
    }
    const escaped = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) clearMarks()
    }
    element.addEventListener('wheel', takeOver, { passive: true })
    element.addEventListener('touchmove', takeOver, { passive: true })
    window.addEventListener('keydown', escaped)
    return () => {
      element.removeEventListener('wheel', takeOver)
      element.removeEventListener('touchmove', takeOver)
      window.removeEventListener('keydown', escaped)
    }
  }, [frame])
}
