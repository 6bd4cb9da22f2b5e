/**
 * What a person is about to tell of a story's source, by story: kept while they look elsewhere, with a way back for each
 * change, and the job that tells the story again.
 */
import { create } from 'zustand'
import type { Failure } from '../../shared/failure/failure.ts'
import type { ToldOptions } from '../../shared/story/version.ts'
import { ask } from '../bridge/engine.ts'
import { jobReplied } from '../queries/jobs.ts'

export interface Draft {
  /** The latest last. */
  readonly past: readonly ToldOptions[]
  readonly present: ToldOptions
  /** What was taken back, the next to be done again first. */
  readonly future: readonly ToldOptions[]
}

export const useDrafts = create<Readonly<Record<string, Draft>>>()(() => ({}))
/** A job that tells a story again, and what it tells it with: more may be drafted while it runs. */
export interface Retelling {
  readonly job: string
  readonly told: ToldOptions
}

/** By story, while the person waits for it beside what they told. */
export const useRetellings = create<Readonly<Record<string, Retelling>>>()(() => ({}))

/** Null where nothing was changed since the story was told as `told`. */
export function useDraft(storyId: string): Draft | null {
  return useDrafts((drafts) => drafts[storyId]) ?? null
}

function setDraft(storyId: string, draft: Draft | null): void {
  useDrafts.setState(
    ({ [storyId]: _before, ...others }) => (draft === null ? others : { ...others, [storyId]: draft }),
    true,
  )
}

/** `told`: what the story was told with, where nothing is drafted yet. */
export function changeDraft(storyId: string, told: ToldOptions, change: (present: ToldOptions) => ToldOptions): void {
  const { past, present } = useDrafts.getState()[storyId] ?? { past: [], present: told }
  const next = change(present)
  if (sameTold(present, next)) return
  setDraft(storyId, { past: [...past, present], present: next, future: [] })
}

export function undoChange(storyId: string): void {
  const draft = useDrafts.getState()[storyId]
  const before = draft?.past.at(-1)
  if (draft === undefined || before === undefined) return
  setDraft(storyId, { past: draft.past.slice(0, -1), present: before, future: [draft.present, ...draft.future] })
}

export function redoChange(storyId: string): void {
  const draft = useDrafts.getState()[storyId]
  const [next, ...future] = draft?.future ?? []
  if (draft === undefined || next === undefined) return
  setDraft(storyId, { past: [...draft.past, draft.present], present: next, future })
}

/** What was told is no draft any more; what was drafted since stays, and is said to have stayed. */
export function forgetTold(storyId: string, told: ToldOptions): { readonly stays: boolean } {
  const draft = useDrafts.getState()[storyId]
  const stays = draft !== undefined && !sameTold(draft.present, told)
  if (!stays) setDraft(storyId, null)
  return { stays }
}

export function sameTold(left: ToldOptions, right: ToldOptions): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right))
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]))
}

/**
 * Gives the version that is told so already, or null while a job tells it; or why it cannot be begun. `asked`: what is
 * sent, for `told` as it was drafted.
 */
export async function retell(
  storyId: string,
  told: ToldOptions,
  asked: ToldOptions = told,
): Promise<{ readonly storyId: string | null } | { readonly failure: Failure }> {
  const askedAt = Date.now()
  const result = await ask('stories/retell', { id: storyId, told: asked })
  if (!result.ok) return { failure: result.failure }
  const { job, storyId: there } = result.output
  if (job !== null) {
    jobReplied(job, askedAt)
    useRetellings.setState({ [storyId]: { job: job.id, told } })
  }
  return { storyId: there }
}

/** The person has seen how it ended, or wants it no more. */
export function forgetRetelling(storyId: string): void {
  useRetellings.setState(({ [storyId]: _job, ...others }) => others, true)
}
