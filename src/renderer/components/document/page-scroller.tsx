/** All pages of a document one below the other, of which only those in sight are drawn. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Place } from '../../../shared/document/document-story.ts'
import type { DocumentHit, DocumentView } from '../../../shared/document/reading.ts'
import { isPaged } from '../../../shared/file-formats/formats.ts'
import { useDocumentSearch } from '../../stores/document-search.ts'
import { useTexts } from '../../stores/language.ts'
import { prefer, usePreferences } from '../../stores/preferences.ts'
import { useReader } from '../../stores/reader.ts'
import { describePrinted } from '../../words/document-words.ts'
import { a4, layOutPages, scaleOf, usualSize } from '../../words/page-layout.ts'
import { DrawnPage } from './drawn-page.tsx'
import { FlowPage, type FlowPlaces } from './flow-page.tsx'
import type { TextMark } from './mark-layer.tsx'
import classes from './page-scroller.module.css'
import type { TableActions } from './table-actions.ts'
import { useGoal } from './use-goal.ts'
import { useGoalEnds, usePageScroll } from './use-page-scroll.ts'
import { useSelection } from './use-selection.ts'
import { wheelZoom } from './zoom.ts'

interface PageScrollerProps {
  readonly view: DocumentView
  readonly actions: TableActions
  readonly onOutside: (address: string) => void
  /** CSS pixels a point, for whoever shows it; null where pages are flowed. */
  readonly onScale: (scale: number | null) => void
}

const gap = 14
/** A line of text should not be longer than one can follow. */
const widestFlow = 820
const flowEstimate = 1100
const noMarks: readonly TextMark[] = []

/** Drawn page by page, as the file sets them; any other kind is set as text. */
export function isDrawn(view: Pick<DocumentView, 'source'>): boolean {
  return isPaged(view.source.kind)
}

export function PageScroller({ view, actions, onOutside, onScale }: PageScrollerProps) {
  const texts = useTexts()
  const drawn = isDrawn(view)
  const zoom = usePreferences((state) => state.documentZoom)
  const frame = useRef<HTMLElement>(null)
  const { width: frameWidth, height: frameHeight } = useInnerSize(frame)
  const isMeasured = frameWidth > 0 && frameHeight > 0
  const margin = frameWidth < 600 ? 8 : 24
  const points = usePointSizes(view)
  const usual = useMemo(() => usualSize(points), [points])
  const totalPoints = useMemo(() => points.reduce((sum, size) => sum + size.height, 0), [points])
  const scale = scaleOf(zoom, usual, { width: frameWidth, height: frameHeight }, margin, totalPoints)
  const { heights, onHeight } = useMeasuredHeights()
  const flowWidth = Math.max(200, Math.min(widestFlow, frameWidth - 2 * margin))
  const layout = useMemo(() => {
    const sizes = drawn
      ? points.map(({ width, height }) => ({ width: Math.round(width * scale), height: Math.round(height * scale) }))
      : points.map((_, place) => ({ width: flowWidth, height: heights.get(place + 1) ?? flowEstimate }))
    // A frame without a height yet would be filled with tiny pages, and a place gone to in them is another one later.
    return layOutPages(isMeasured ? sizes : [], gap)
  }, [drawn, points, scale, heights, flowWidth, isMeasured])
  useEffect(() => onScale(drawn ? scale : null), [onScale, drawn, scale])

  const { range, scrollTo, holdAt } = usePageScroll(frame, { layout, scales: drawn })
  const { places, drawnCount, onPlaces } = useFlowPlaces()
  useGoal({ frame, view, layout, scale: drawn ? scale : null, places, drawn: drawnCount, scrollTo })
  useGoalEnds(frame)
  const pinned = useSelection(frame, view.id)
  const marks = useMarks(view.id)
  const tablesShown = useReader((state) => state.tablesShown)
  const chosen = useReader((state) => state.table)
  const tables = useMemo(() => (tablesShown ? { chosen, actions } : null), [tablesShown, chosen, actions])

  const scaleNow = useRef(scale)
  scaleNow.current = scale
  useEffect(() => {
    const element = frame.current
    if (element === null || !drawn) return
    const zoomTo = (next: number, y: number): void => {
      holdAt(y)
      prefer({ documentZoom: next })
    }
    return wheelZoom(element, () => scaleNow.current, zoomTo)
  }, [drawn, holdAt])

  const shown = placesShown(range.first, range.last, pinned, layout.tops.length)
  return (
    <section
      ref={frame}
      className={classes.frame}
      aria-label={texts.documents.pages2}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard.
      tabIndex={0}
      data-testid="document-pages"
      data-reader-pages
    >
      <p className={classes.printed} aria-hidden="true">
        {describePrinted(view, range.first + 1, Math.min(range.last + 1, layout.tops.length))}
      </p>
      <div
        className={classes.pages}
        style={{ height: layout.totalHeight, minWidth: drawn ? layout.width + 2 * margin : undefined }}
      >
        {shown.map((place) => {
          const facts = view.pages[place]
          const size = layout.sizes[place]
          if (facts === undefined || size === undefined) return null
          const shared = {
            view,
            facts,
            top: layout.tops[place] ?? 0,
            width: size.width,
            marks: marks.get(facts.number) ?? noMarks,
            tables,
            onOutside,
          }
          return drawn ? (
            <DrawnPage key={facts.number} {...shared} height={size.height} scale={scale} />
          ) : (
            <FlowPage key={facts.number} {...shared} estimate={size.height} onHeight={onHeight} onPlaces={onPlaces} />
          )
        })}
      </div>
    </section>
  )
}

/** Without scroll bars, CSS pixels; 0 before it is known. */
function useInnerSize(frame: React.RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const measure = (): void => {
      const [width, height] = [element.clientWidth, element.clientHeight]
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return size
}

/** The sizes of all pages in points: the same list as long as only other things of the document change. */
function usePointSizes(view: DocumentView): readonly { readonly width: number; readonly height: number }[] {
  const before = useRef<readonly { readonly width: number; readonly height: number }[]>([])
  return useMemo(() => {
    const sizes = view.pages.map(({ width, height }) => (width > 0 && height > 0 ? { width, height } : a4))
    const same =
      sizes.length === before.current.length &&
      sizes.every(({ width, height }, place) => {
        const known = before.current[place]
        return known?.width === width && known.height === height
      })
    if (!same) before.current = sizes
    return before.current
  }, [view.pages])
}

/** Heights of flowed pages as they turn out; kept while the page is out of sight. */
function useMeasuredHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(() => new Map())
  const onHeight = useCallback((page: number, height: number) => {
    setHeights((before) => (before.get(page) === height ? before : new Map(before).set(page, height)))
  }, [])
  return { heights, onHeight }
}

function useFlowPlaces() {
  const places = useRef(new Map<number, FlowPlaces>())
  const [drawnCount, setDrawnCount] = useState(0)
  const onPlaces = useCallback((page: number, found: FlowPlaces | null) => {
    if (found === null) places.current.delete(page)
    else {
      places.current.set(page, found)
      setDrawnCount((count) => count + 1)
    }
  }, [])
  return { places: places.current, drawnCount, onPlaces }
}

/** What is brought out on each page; a page's list stays the same as long as what is on it does. */
function useMarks(id: string): ReadonlyMap<number, readonly TextMark[]> {
  const hits = useDocumentSearch((state) => (state.id === id && state.opened ? state.hits : noHits))
  const current = useDocumentSearch((state) =>
    state.id === id && state.opened ? state.hits[state.current] : undefined,
  )
  const marked = useReader((state) => (state.id === id ? state.marked : noPlaces))
  const hitsByPage = useMemo(() => Map.groupBy(hits, ({ page }) => page), [hits])
  const before = useRef(new Map<number, { readonly key: string; readonly marks: readonly TextMark[] }>())
  return useMemo(() => {
    const marks = new Map<number, readonly TextMark[]>()
    const next = new Map<number, { readonly key: string; readonly marks: readonly TextMark[] }>()
    for (const page of new Set([...hitsByPage.keys(), ...marked.map((place) => place.page)])) {
      const list: TextMark[] = (hitsByPage.get(page) ?? []).map((hit) => ({
        start: hit.start,
        end: hit.end,
        kind: hit === current ? 'current' : 'hit',
      }))
      for (const place of marked) {
        if (place.page === page) list.push({ start: place.start, end: place.end, kind: 'quoted' })
      }
      const key = list.map(({ start, end, kind }) => `${kind} ${start} ${end}`).join()
      const known = before.current.get(page)
      const entry = known?.key === key ? known : { key, marks: list }
      next.set(page, entry)
      marks.set(page, entry.marks)
    }
    before.current = next
    return marks
  }, [hitsByPage, current, marked])
}

const noHits: readonly DocumentHit[] = []
const noPlaces: readonly Place[] = []

/** Pages in sight, and those a selection begins or ends on, which would be lost with them. */
function placesShown(first: number, last: number, pinned: readonly number[], count: number): readonly number[] {
  const places = new Set<number>()
  for (let place = first; place <= Math.min(last, count - 1); place += 1) places.add(place)
  for (const page of pinned) if (page <= count) places.add(page - 1)
  return [...places].sort((a, b) => a - b)
}
