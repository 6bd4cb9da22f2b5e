/** Brings the reader to where it was asked to go: to a page at once, to a place on it as soon as that is drawn. */
import { useEffect } from 'react'
import type { DocumentView } from '../../../shared/document/reading.ts'
import { useKnownPage } from '../../queries/document-pages.ts'
import { type Goal, goalReached, useReader } from '../../stores/reader.ts'
import { marksOf } from '../../words/document-places.ts'
import type { PageLayout } from '../../words/page-layout.ts'
import type { FlowPlaces } from './flow-page.tsx'

interface GoalOptions {
  readonly frame: React.RefObject<HTMLElement | null>
  readonly view: DocumentView
  readonly layout: PageLayout
  /** CSS pixels a point; null where pages are flowed. */
  readonly scale: number | null
  readonly places: ReadonlyMap<number, FlowPlaces>
  /** Moves whenever `places` has changed. */
  readonly drawn: number
  readonly scrollTo: (top: number) => void
}

interface Spot {
  readonly top: number
  readonly height: number
}

/** Room above a page one goes to, and above a place on it as a share of the frame. */
const above = 8
const placeShare = 0.3
/** A place nearer to the ends of the frame is not in sight: the search covers some of its top. */
const covered = { top: 64, bottom: 24 }

export function useGoal({ frame, view, layout, scale, places, drawn, scrollTo }: GoalOptions): void {
  const goal = useReader((state) => (state.id === view.id ? state.goal : null))
  const reading = useKnownPage(view.id, goal?.page ?? 1)
  const ready = goal === null ? false : (view.pages[goal.page - 1]?.ready ?? false)

  // To the page first, so that it is drawn; once a goal.
  const pageTop = goal === null ? null : (layout.tops[goal.page - 1] ?? null)
  const serial = goal?.serial ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a goal: later changes of sizes are anchored already.
  useEffect(() => {
    const element = frame.current
    if (goal === null || element === null || layout.tops.length === 0) return
    if (pageTop === null) {
      goalReached(goal)
      return
    }
    const height = layout.sizes[goal.page - 1]?.height ?? 0
    const outside = pageTop + height < element.scrollTop || pageTop > element.scrollTop + element.clientHeight
    if (isWholePage(goal) || outside) scrollTo(Math.max(0, pageTop - above))
    if (isWholePage(goal)) goalReached(goal)
  }, [serial, layout.tops.length > 0])

  useEffect(() => {
    void drawn
    const element = frame.current
    if (goal === null || element === null || pageTop === null || isWholePage(goal)) return
    // A page that will not be read has no places: it has been come to.
    if (!ready && view.status !== 'processing' && view.status !== 'queued') goalReached(goal)
    if (reading === null) return
    const found = places.get(goal.page)
    if (scale === null && found === undefined) return
    const spot = scale === null ? flowSpot(goal, found) : drawnSpot(goal, view, reading, scale)
    if (spot !== null) {
      const top = pageTop + spot.top
      const { scrollTop, clientHeight } = element
      const visible = top > scrollTop + covered.top && top + spot.height < scrollTop + clientHeight - covered.bottom
      if (!visible) scrollTo(Math.max(0, top - placeShare * element.clientHeight))
    }
    goalReached(goal)
  }, [frame, goal, pageTop, ready, reading, scale, places, drawn, view, scrollTo])
}

function isWholePage(goal: Goal): boolean {
  return goal.place === null && goal.table === null && goal.name === null
}

function flowSpot({ place, table, name }: Goal, found: FlowPlaces | undefined): Spot | null {
  if (found === undefined) return null
  if (place !== null) return found.ofText(place.start, place.end)
  if (table !== null) return found.ofTable(table)
  return name === null ? null : found.ofName(name)
}

function drawnSpot(
  { page, place, table }: Goal,
  view: DocumentView,
  reading: { readonly page: { readonly text: string }; readonly lines: Parameters<typeof marksOf>[0] },
  scale: number,
): Spot | null {
  if (place !== null) {
    const [first] = marksOf(reading.lines, reading.page.text, place.start, place.end)
    return first === undefined ? null : { top: first.frame.top * scale, height: first.frame.height * scale }
  }
  const found = table === null ? undefined : view.tables[table]
  if (found === undefined || found.page !== page || found.box === null) return null
  return { top: found.box[1] * scale, height: Math.min(200, (found.box[3] - found.box[1]) * scale) }
}
