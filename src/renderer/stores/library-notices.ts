/** What the engine wants a person to know of the library: shown until seen, in every window. */
import { create } from 'zustand'
import type { LibraryNotice } from '../../shared/library/notice.ts'
import { ask } from '../bridge/engine.ts'
import { notifyOfFailure } from './notices.ts'

const noticesStore = create<{ readonly notices: readonly LibraryNotice[] }>()(() => ({ notices: [] }))
const dismissed = new Set<string>()

/** One that came by an event, or several that came with the answer at the start. */
export function takeLibraryNotices(arrived: readonly LibraryNotice[]): void {
  noticesStore.setState(({ notices }) => {
    const fresh = arrived.filter(({ id }) => !dismissed.has(id) && !notices.some((known) => known.id === id))
    return fresh.length === 0 ? { notices } : { notices: [...notices, ...fresh] }
  })
}

/** Gone at once; back again if the engine could not note it. */
export async function dismissLibraryNotice(id: string): Promise<void> {
  const notice = noticesStore.getState().notices.find((one) => one.id === id)
  if (notice === undefined) return
  dismissed.add(id)
  noticesStore.setState(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) }))
  const result = await ask('library/dismiss-notice', { id })
  if (result.ok) return
  dismissed.delete(id)
  takeLibraryNotices([notice])
  notifyOfFailure(result.failure)
}

export function useLibraryNotices(): readonly LibraryNotice[] {
  return noticesStore((state) => state.notices)
}
