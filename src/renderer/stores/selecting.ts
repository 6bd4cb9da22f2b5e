/** Which entries of the library are chosen, to do something with all of them at once. */
import { create } from 'zustand'
import type { EntryName } from '../../shared/library/entry.ts'
import { ask } from '../bridge/engine.ts'
import { notifyOfFailure } from './notices.ts'

export interface Chosen extends EntryName {
  readonly title: string
  readonly tags: readonly string[]
  readonly favourite: boolean
}

interface Selecting {
  /** By id, in the order they were chosen. */
  readonly chosen: ReadonlyMap<string, Chosen>
}

export const useSelecting = create<Selecting>()(() => ({ chosen: new Map() }))

export function toggleChosen(entries: readonly Chosen[], wanted: boolean): void {
  useSelecting.setState(({ chosen: before }) => {
    const chosen = new Map(before)
    for (const entry of entries) {
      if (wanted) chosen.set(entry.id, entry)
      else chosen.delete(entry.id)
    }
    return { chosen }
  })
}

export function chooseNone(): void {
  if (useSelecting.getState().chosen.size > 0) useSelecting.setState({ chosen: new Map() })
}

interface Marks {
  readonly favourite?: boolean
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

export async function markEntries(entries: readonly EntryName[], marks: Marks): Promise<void> {
  const result = await ask('library/mark', {
    entries: entries.map(({ kind, id }) => ({ kind, id })),
    ...(marks.favourite === undefined ? {} : { favourite: marks.favourite }),
    addTags: [...(marks.addTags ?? [])],
    removeTags: [...(marks.removeTags ?? [])],
  })
  if (!result.ok) notifyOfFailure(result.failure)
}
