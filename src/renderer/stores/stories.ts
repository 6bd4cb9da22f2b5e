/** Stories: those opened, recomputed and exported. */
import { create } from 'zustand'
import type { Story, Verification } from '../../shared/story/story.ts'
import { ask, type Loaded, loading } from './engine.ts'
import { finishExport } from './exports.ts'
import { tellFailure } from './notices.ts'

export interface OpenStory {
  readonly story: Story
  readonly jobId: string
}

interface StoriesState {
  readonly opened: Readonly<Record<string, Loaded<OpenStory>>>
  readonly verifications: Readonly<Record<string, Loaded<Verification>>>
}

export const useStories = create<StoriesState>()(() => ({
  opened: {},
  verifications: {},
}))

/** Opened stories kept in memory; each may hold megabytes of chart data. */
const openedKept = 4

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

/** It is gone: what was opened of it must not be shown again. */
export function forgetStory(id: string): void {
  useStories.setState((state) => {
    const opened = { ...state.opened }
    delete opened[id]
    return { opened }
  })
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
  finishExport(result.output, 'Story')
}
