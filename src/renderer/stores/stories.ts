/** Stories: those opened, the most recent ones, and deleting with a way back. */
import { create } from 'zustand'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import type { Story, StorySummary, Verification } from '../../shared/story/story.ts'
import { ask, type Loaded, loading } from './engine.ts'
import { dismissNotice, tell, tellFailure } from './notices.ts'

export interface OpenStory {
  readonly story: Story
  readonly jobId: string
}

interface StoriesState {
  readonly opened: Readonly<Record<string, Loaded<OpenStory>>>
  /** The newest stories, for the home screen; null before they were loaded. */
  readonly recent: readonly StorySummary[] | null
  readonly recentTotal: number
  readonly recentFailure: Failure | null
  /** Hidden from every list: deleted, or about to be once the way back has closed. */
  readonly hidden: Readonly<Record<string, true>>
  /** Moves with every change of the stored stories, so that lists know to load again. */
  readonly revision: number
  readonly verifications: Readonly<Record<string, Loaded<Verification>>>
}

export const useStories = create<StoriesState>()(() => ({
  opened: {},
  recent: null,
  recentTotal: 0,
  recentFailure: null,
  hidden: {},
  revision: 0,
  verifications: {},
}))

const recentCount = 12
/** Opened stories kept in memory; each may hold megabytes of chart data. */
const openedKept = 4
let recentRequest = 0

export async function loadRecentStories(): Promise<void> {
  recentRequest += 1
  const request = recentRequest
  const result = await ask('stories/list', { limit: recentCount })
  if (request !== recentRequest) return
  if (result.ok) {
    useStories.setState({ recent: result.output.stories, recentTotal: result.output.total, recentFailure: null })
  } else useStories.setState({ recentFailure: result.failure })
}

export async function openStory(id: string): Promise<void> {
  const state = useStories.getState().opened[id]
  if (state?.state === 'ready' || state?.state === 'loading') return
  setOpened(id, loading)
  const result = await ask('stories/get', { id })
  setOpened(id, result.ok ? { state: 'ready', value: result.output } : { state: 'failed', failure: result.failure })
}

function setOpened(id: string, value: Loaded<OpenStory>): void {
  useStories.setState(({ opened }) => {
    const others = Object.entries(opened).filter(([other]) => other !== id)
    return { opened: Object.fromEntries([...others.slice(-(openedKept - 1)), [id, value]]) }
  })
}

export function storySaved(story: StorySummary): void {
  // A list on its way does not know of it yet.
  recentRequest += 1
  useStories.setState((state) => {
    const others = (state.recent ?? []).filter((other) => other.id !== story.id)
    const known = others.length !== (state.recent ?? []).length
    const recent = state.recent === null ? null : [story, ...others].slice(0, recentCount)
    return { recent, recentTotal: state.recentTotal + (known ? 0 : 1), revision: state.revision + 1 }
  })
  if (useStories.getState().recent === null) void loadRecentStories()
}

export function storyDeleted(id: string): void {
  useStories.setState((state) => {
    const opened = { ...state.opened }
    delete opened[id]
    const recent = state.recent?.filter((story) => story.id !== id) ?? null
    return { opened, recent, hidden: { ...state.hidden, [id]: true }, revision: state.revision + 1 }
  })
  void loadRecentStories()
}

const undoMs = 7000

/** Hides the story at once and deletes it when the time to undo has passed. A window closed before keeps it. */
export function deleteStory(story: { readonly id: string; readonly title: string }): void {
  useStories.setState((state) => ({ hidden: { ...state.hidden, [story.id]: true } }))
  let undone = false
  const restore = (): void => {
    undone = true
    useStories.setState((state) => {
      const hidden = { ...state.hidden }
      delete hidden[story.id]
      return { hidden }
    })
  }
  const notice = tell({
    kind: 'plain',
    title: 'Story deleted',
    text: story.title,
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
    void ask('stories/delete', { id: story.id }).then((result) => {
      if (result.ok) return
      restore()
      tellFailure(result.failure)
    })
  }, undoMs)
}

export async function verifyStory(id: string): Promise<void> {
  if (useStories.getState().verifications[id]?.state === 'loading') return
  setVerification(id, loading)
  const result = await ask('stories/verify', { id })
  setVerification(
    id,
    result.ok ? { state: 'ready', value: result.output } : { state: 'failed', failure: result.failure },
  )
}

function setVerification(id: string, value: Loaded<Verification>): void {
  useStories.setState((state) => ({ verifications: { ...state.verifications, [id]: value } }))
}

type ExportFormat = 'html' | 'md' | 'json'

/** Saves a story where the shell does: a dialog on the desktop, a download in the browser. */
export async function exportStory(id: string, format: ExportFormat): Promise<void> {
  const result = await ask('stories/export', { id, format })
  if (!result.ok) {
    tellFailure(result.failure)
    return
  }
  finishExport(result.output)
}

function finishExport({ saved }: CommandOutput<'stories/export'>): void {
  if (saved === null) return
  if (saved.downloadUrl !== null) {
    const link = document.createElement('a')
    link.href = saved.downloadUrl
    link.download = saved.name
    link.click()
  }
  tell({ kind: 'good', title: saved.downloadUrl === null ? 'Story saved' : 'Download started', text: saved.name })
}
