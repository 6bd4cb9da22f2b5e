/** Deleting from the library with a way back: hidden from every list at once, gone when the time to undo has passed. */
import { create } from 'zustand'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import { ask } from '../bridge/engine.ts'
import { currentTexts } from './language.ts'
import { dismissNotice, notify, notifyOfFailure } from './notices.ts'

interface Deleting {
  /** Hidden from every list, by id: deleted, or about to be once the way back has closed. */
  readonly hidden: Readonly<Record<string, true>>
}

export const useDeleting = create<Deleting>()(() => ({ hidden: {} }))

/** Whether it is deleted, or hidden because it is about to be. */
export function useDeleted(id: string): boolean {
  return useDeleting(({ hidden }) => hidden[id] === true)
}

/** It is deleted, or about to be: no list shows it any more, also one that was asked for before. */
export function hideDeleted(id: string): void {
  useDeleting.setState(({ hidden }) => ({ hidden: { ...hidden, [id]: true } }))
}

function showAgain(id: string): void {
  useDeleting.setState(({ hidden: before }) => {
    const hidden = { ...before }
    delete hidden[id]
    return { hidden }
  })
}

const undoMs = 7000

interface Deletable {
  readonly kind: LibraryEntry['kind']
  readonly id: string
  readonly title: string
}

/** Hides it at once and deletes it when the time to undo has passed. A window closed before keeps it. */
export function deleteKept(entry: Deletable): void {
  deleteAllKept([entry])
}

/** The same of several, with one way back for all of them. */
export function deleteAllKept(entries: readonly Deletable[]): void {
  const [only] = entries
  if (only === undefined) return
  const texts = currentTexts()
  for (const { id } of entries) hideDeleted(id)
  let undone = false
  const notice = notify({
    kind: 'plain',
    title:
      entries.length === 1 ? texts.library.deleted[only.kind] : texts.library.deletedSeveral({ count: entries.length }),
    text: entries.length === 1 ? only.title : entries.map(({ title }) => title).join('; '),
    stayMs: undoMs,
    action: {
      label: texts.library.undo,
      run: () => {
        undone = true
        for (const { id } of entries) showAgain(id)
        dismissNotice(notice)
      },
    },
  })
  setTimeout(() => {
    if (undone) return
    for (const { kind, id } of entries) {
      void ask(kind === 'story' ? 'stories/delete' : 'documents/delete', { id }).then((result) => {
        if (result.ok) return
        showAgain(id)
        notifyOfFailure(result.failure)
      })
    }
  }, undoMs)
}
