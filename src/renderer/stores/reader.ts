/** The document reader of the window: which page is looked at, where it is to go next, and what is marked there. */
import { create } from 'zustand'
import type { Place } from '../../shared/document/document-story.ts'

/** Somewhere to scroll to. A place within a page is looked for once the page is drawn. */
export interface Goal {
  readonly page: number
  readonly place: Pick<Place, 'start' | 'end'> | null
  /** A table to come to, by its place in the document's list. */
  readonly table: number | null
  /** A named place of a flowed page. */
  readonly name: string | null
  /** Tells a goal from the one before it, even to the same place. */
  readonly serial: number
}

interface Reader {
  readonly id: string | null
  /** From 1: the page most of which is in sight. */
  readonly page: number
  readonly goal: Goal | null
  /** What a statement of the story stands on, brought out on its page. */
  readonly marked: readonly Place[]
  readonly tablesShown: boolean
  /** The table brought out among those shown; null: none. */
  readonly table: number | null
}

const atStart: Omit<Reader, 'id'> = { page: 1, goal: null, marked: [], tablesShown: false, table: null }

export const useReader = create<Reader>()(() => ({ id: null, ...atStart }))

let serial = 0

export function startReading(id: string): void {
  useReader.setState({ id, ...atStart })
}

/** The reader tells which page is in sight. */
export function readingPage(page: number): void {
  if (useReader.getState().page !== page) useReader.setState({ page })
}

function aim(goal: Pick<Goal, 'page'> & Partial<Goal>): Goal {
  serial += 1
  return { place: null, table: null, name: null, ...goal, serial }
}

/** The reader has come to where it was to go. */
export function goalReached(goal: Goal): void {
  if (useReader.getState().goal?.serial === goal.serial) useReader.setState({ goal: null })
}

export function goToPage(page: number): void {
  useReader.setState({ goal: aim({ page }) })
}

/** To a place of the text, without marking it: a hit of the search, which has a mark of its own. */
export function goToText(page: number, start: number, end: number): void {
  useReader.setState({ goal: aim({ page, place: { start, end } }), marked: [] })
}

/** To the first of the places of a statement, all of which are marked. */
export function goToPlaces(places: readonly Place[]): void {
  const [first] = places
  if (first === undefined) return
  useReader.setState({
    goal: aim({ page: first.page, place: { start: first.start, end: first.end } }),
    marked: places,
  })
}

export function goToTable(table: number, page: number): void {
  useReader.setState({ goal: aim({ page, table }), tablesShown: true, table })
}

export function goToName(page: number, name: string): void {
  useReader.setState({ goal: aim({ page, name }), marked: [] })
}

export function showTables(shown: boolean): void {
  useReader.setState({ tablesShown: shown, ...(shown ? {} : { table: null }) })
}

export function clearMarks(): void {
  if (useReader.getState().marked.length > 0) useReader.setState({ marked: [] })
}
