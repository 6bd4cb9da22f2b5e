/** What the library keeps, stories and documents alike: the newest of it, and deleting with a way back. */
import { create } from 'zustand'
import type { Failure } from '../../shared/failure/failure.ts'
import { capitalise } from '../../shared/format/words.ts'
import type { LibraryEntry } from '../../shared/library/entry.ts'
import { ask } from './engine.ts'
import { dismissNotice, tell, tellFailure } from './notices.ts'

interface KeptState {
  /** The newest entries, for the home screen; null before they were loaded. */
  readonly recent: readonly LibraryEntry[] | null
  readonly recentTotal: number
  readonly recentFailure: Failure | null
  /** Hidden from every list, by id: deleted, or about to be once the way back has closed. */
  readonly hidden: Readonly<Record<string, true>>
  /** Moves with every change of what is kept, so that lists know to load again. */
  readonly revision: number
}

export const useKept = create<KeptState>()(() => ({
  recent: null,
  recentTotal: 0,
  recentFailure: null,
  hidden: {},
  revision: 0,
}))

const recentCount = 12
let recentRequest = 0

export async function loadRecent(): Promise<void> {
  recentRequest += 1
  const request = recentRequest
  const result = await ask('library/list', { limit: recentCount })
  if (request !== recentRequest) return
  if (result.ok) {
    useKept.setState({ recent: result.output.entries, recentTotal: result.output.total, recentFailure: null })
  } else useKept.setState({ recentFailure: result.failure })
}

/** Story or document: its id is no other's. */
export function idOf(entry: LibraryEntry): string {
  return entry.kind === 'story' ? entry.story.id : entry.document.id
}

export function entrySaved(entry: LibraryEntry): void {
  // A list on its way does not know of it yet.
  recentRequest += 1
  useKept.setState((state) => {
    const before = state.recent ?? []
    const others = before.filter((other) => idOf(other) !== idOf(entry))
    const known = others.length !== before.length
    const recent = state.recent === null ? null : [entry, ...others].slice(0, recentCount)
    return { recent, recentTotal: state.recentTotal + (known ? 0 : 1), revision: state.revision + 1 }
  })
  if (useKept.getState().recent === null) void loadRecent()
}

export function entryDeleted(id: string): void {
  useKept.setState((state) => ({
    recent: state.recent?.filter((entry) => idOf(entry) !== id) ?? null,
    hidden: { ...state.hidden, [id]: true },
    revision: state.revision + 1,
  }))
  void loadRecent()
}

/** After a lost connection: anything may have come or gone. */
export function keptMayHaveChanged(): void {
  useKept.setState((state) => ({ revision: state.revision + 1 }))
}

/** Whether it is deleted, or hidden because it is about to be. */
export function useDeleted(id: string): boolean {
  return useKept((state) => state.hidden[id] === true)
}

const undoMs = 7000

interface Deletable {
  readonly kind: LibraryEntry['kind']
  readonly id: string
  readonly title: string
}

/** Hides it at once and deletes it when the time to undo has passed. A window closed before keeps it. */
export function deleteKept({ kind, id, title }: Deletable): void {
  useKept.setState((state) => ({ hidden: { ...state.hidden, [id]: true } }))
  let undone = false
  const restore = (): void => {
    undone = true
    useKept.setState((state) => {
      const hidden = { ...state.hidden }
      delete hidden[id]
      return { hidden }
    })
  }
  const notice = tell({
    kind: 'plain',
    title: `${capitalise(kind)} deleted`,
    text: title,
    stayMs: undoMs,
    action: {
      label: 'Undo',
      run: () => {
        restore()
        dismissNotice(notice)
      },
    },
  })
  setTimeout(() => {
    if (undone) return
    void ask(kind === 'story' ? 'stories/delete' : 'documents/delete', { id }).then((result) => {
      if (result.ok) return
      restore()
      tellFailure(result.failure)
    })
  }, undoMs)
}
