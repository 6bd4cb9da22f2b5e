/** A long list in a frame of its own: only the rows in sight are drawn, and arrow keys go from row to row. */
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { layOutPages, type PageRange, pagesBetween } from '../../words/page-layout.ts'
import classes from './virtual-list.module.css'

interface VirtualListProps {
  readonly label: string
  readonly count: number
  /** CSS pixels. */
  readonly heightOf: (place: number) => number
  /** Kept in sight as it moves, unless the pointer or the focus is in the list. */
  readonly current: number | null
  readonly row: (place: number) => ReactNode
  readonly testId: string
}

const beyond = 300

export function VirtualList({ label, count, heightOf, current, row, testId }: VirtualListProps) {
  const frame = useRef<HTMLDivElement>(null)
  const layout = useMemo(
    () =>
      layOutPages(
        Array.from({ length: count }, (_, place) => ({ width: 0, height: heightOf(place) })),
        0,
      ),
    [count, heightOf],
  )
  const [range, setRange] = useState<PageRange>({ first: 0, last: Math.min(count - 1, 20) })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    let scheduled = 0
    const measure = (): void => {
      scheduled = 0
      const next = pagesBetween(layout, element.scrollTop, element.clientHeight, beyond)
      setRange((before) => (before.first === next.first && before.last === next.last ? before : next))
    }
    const schedule = (): void => {
      if (scheduled === 0) scheduled = requestAnimationFrame(measure)
    }
    measure()
    const observer = new ResizeObserver(schedule)
    observer.observe(element)
    element.addEventListener('scroll', schedule, { passive: true })
    return () => {
      cancelAnimationFrame(scheduled)
      observer.disconnect()
      element.removeEventListener('scroll', schedule)
    }
  }, [layout])
  useEffect(() => {
    const element = frame.current
    if (element === null || current === null || element.matches(':hover, :focus-within')) return
    const top = layout.tops[current] ?? 0
    const bottom = top + (layout.sizes[current]?.height ?? 0)
    if (top < element.scrollTop || bottom > element.scrollTop + element.clientHeight) {
      element.scrollTop = (top + bottom - element.clientHeight) / 2
    }
  }, [current, layout])
  const { first, last } = range
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed freely, which list elements would not survive.
    <div
      ref={frame}
      role="list"
      aria-label={label}
      className={classes.frame}
      data-testid={testId}
      onKeyDown={(event) => hearArrows(event, event.currentTarget)}
    >
      <div style={{ height: layout.totalHeight }} className={classes.rows} role="presentation">
        {Array.from({ length: Math.max(0, Math.min(last, count - 1) - first + 1) }, (_, index) => {
          const place = first + index
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above.
            <div
              key={place}
              role="listitem"
              aria-setsize={count}
              aria-posinset={place + 1}
              className={classes.row}
              style={{ top: layout.tops[place], height: layout.sizes[place]?.height }}
            >
              {row(place)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function hearArrows(event: React.KeyboardEvent, frame: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const focusable = [...frame.querySelectorAll<HTMLElement>('a[href], button')]
  const next = focusable[focusable.findIndex((element) => element.matches(':focus')) + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
