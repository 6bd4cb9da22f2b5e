/** Which rows of a long list are in sight, so that only those are drawn. The page itself scrolls. */
import { useEffect, useState } from 'react'
import { onScroll } from './on-scroll.ts'

export interface RowRange {
  readonly first: number
  readonly last: number
}

const beyond = 8

/** Rows `first` to `last` of `count` rows of `rowHeight` CSS pixels in `frame`, with a few beyond either edge. */
export function useVisibleRows(frame: React.RefObject<HTMLElement | null>, rowHeight: number, count: number): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, last: Math.min(count - 1, 20) })
  useEffect(() => {
    const measure = (): void => {
      const element = frame.current
      if (element === null) return
      const top = element.getBoundingClientRect().top
      const first = Math.max(0, Math.floor(-top / rowHeight) - beyond)
      const last = Math.min(count - 1, Math.ceil((window.innerHeight - top) / rowHeight) + beyond)
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    return onScroll(measure)
  }, [frame, rowHeight, count])
  return range
}
