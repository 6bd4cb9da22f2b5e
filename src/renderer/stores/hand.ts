/**
 * A person's hand on the stories of this window: shown at once, sent to the engine, undone and done again. Texts that
 * were begun and not saved are kept until they are saved or discarded, whatever closes their field.
 */
import { create } from 'zustand'
import { changeHand, type HandChange } from '../../shared/story/hand/change.ts'
import { emptyHand, type Hand, handSchema } from '../../shared/story/hand/hand.ts'
import type { Story } from '../../shared/story/story.ts'
import { ask } from '../bridge/engine.ts'
import { handShown, showHand } from '../queries/stories.ts'
import { currentTexts } from './language.ts'
import { dismissNotice, notify, notifyOfFailure } from './notices.ts'

export type HandStep = HandChange['kind']

interface Step {
  readonly what: HandStep
  /** As it was before the step; of what was undone, as it was after it. */
  readonly hand: Hand
}

interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

interface Hands {
  /** By story. */
  readonly histories: Readonly<Record<string, History>>
  /** Texts begun and not saved, by story and what they are of. */
  readonly drafts: Readonly<Record<string, string>>
  /** What was just undone or done again, for those who hear the page. */
  readonly said: string
}

const empty: History = { done: [], undone: [] }
/** A day's work; each step is a hand of a few kilobytes. */
const mostSteps = 200

export const useHands = create<Hands>()(() => ({ histories: {}, drafts: {}, said: '' }))

export function useHistory(storyId: string): History {
  return useHands((state) => state.histories[storyId] ?? empty)
}

/** `story` is as generated. */
export function changeStory(story: Story, change: HandChange): void {
  const before = handShown(story.id)
  const hand = changeHand(story, before, change)
  if (JSON.stringify(hand) === JSON.stringify(before)) return
  const { done } = historyOf(story.id)
  remember(story.id, { done: [...done, { what: change.kind, hand: before }].slice(-mostSteps), undone: [] })
  keep(story.id, hand)
}

export function undoChange(storyId: string): void {
  const { done, undone } = historyOf(storyId)
  const step = done.at(-1)
  if (step === undefined) return
  remember(storyId, { done: done.slice(0, -1), undone: [...undone, { what: step.what, hand: handShown(storyId) }] })
  say('undone', step.what)
  keep(storyId, step.hand)
}

export function redoChange(storyId: string): void {
  const { done, undone } = historyOf(storyId)
  const step = undone.at(-1)
  if (step === undefined) return
  remember(storyId, { done: [...done, { what: step.what, hand: handShown(storyId) }], undone: undone.slice(0, -1) })
  say('redone', step.what)
  keep(storyId, step.hand)
}

/** Another window did something: what could be undone here no longer leads back to what was. */
export function handChanged(storyId: string, hand: Hand): void {
  // The engine tells every window, this one too, and a later change may have been made here by then.
  if (sent.delete(sentKey(storyId, hand)) || written(hand) === written(handShown(storyId))) return
  remember(storyId, empty)
  wanted.delete(storyId)
  showHand(storyId, hand)
}

function historyOf(storyId: string): History {
  return useHands.getState().histories[storyId] ?? empty
}

function remember(storyId: string, history: History): void {
  useHands.setState(({ histories }) => ({ histories: { ...histories, [storyId]: history } }))
}

function say(how: 'undone' | 'redone', what: HandStep): void {
  const { hand: words } = currentTexts()
  useHands.setState({ said: words[how]({ what: words.done[what] }) })
}

/** Requests of one story go one after another, the last hand wins. */
const sending = new Map<string, Promise<void>>()
/** The hand last wanted, by story, until the engine has it: a story that was left is no longer in the queries' cache. */
const wanted = new Map<string, Hand>()

function keep(storyId: string, hand: Hand): void {
  wanted.set(storyId, hand)
  showHand(storyId, hand)
  const before = sending.get(storyId) ?? Promise.resolve()
  sending.set(
    storyId,
    before.then(() => send(storyId)),
  )
}

/** What was sent and the engine has not told of yet. */
const sent = new Set<string>()

function sentKey(storyId: string, hand: Hand): string {
  return `${storyId} ${written(hand)}`
}

/** The same for the same hand, whatever order its parts were put together in. */
function written(hand: Hand): string {
  return JSON.stringify(handSchema.parse(hand))
}

async function send(storyId: string): Promise<void> {
  const hand = wanted.get(storyId)
  // Sent already, with a request that came before.
  if (hand === undefined) return
  const key = sentKey(storyId, hand)
  sent.add(key)
  const result = await ask('stories/set-hand', { id: storyId, hand })
  if (result.ok) {
    if (wanted.get(storyId) === hand) wanted.delete(storyId)
    return
  }
  sent.delete(key)
  const texts = currentTexts()
  const notice = notify({
    kind: 'failed',
    title: texts.hand.notSaved,
    text: result.failure.message,
    action: {
      label: texts.hand.save,
      run: () => {
        dismissNotice(notice)
        keep(storyId, wanted.get(storyId) ?? hand)
      },
    },
  })
}

/** Of a text of `story`: `key` is what it is of. */
export function useDraft(storyId: string, key: string): string | undefined {
  return useHands((state) => state.drafts[`${storyId} ${key}`])
}

export function keepDraft(storyId: string, key: string, text: string | null): void {
  useHands.setState(({ drafts: before }) => {
    const drafts = { ...before }
    if (text === null) delete drafts[`${storyId} ${key}`]
    else drafts[`${storyId} ${key}`] = text
    return { drafts }
  })
}

/** From a list, where the story is not open. An empty name gives the generated one back. */
export async function renameStory(storyId: string, title: string): Promise<void> {
  const read = await ask('stories/get', { id: storyId })
  if (!read.ok) {
    notifyOfFailure(read.failure)
    return
  }
  const { story, hand } = read.output
  const text = title.trim() === story.title ? null : title
  const result = await ask('stories/set-hand', {
    id: storyId,
    hand: changeHand(story, hand ?? emptyHand, { kind: 'title', text }),
  })
  if (!result.ok) notifyOfFailure(result.failure)
}
