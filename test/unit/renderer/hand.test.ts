import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../dev/gallery/fake-bridge.ts'
import { provideEngine } from '../../../src/renderer/bridge/engine.ts'
import { forgetQueries, queryClient } from '../../../src/renderer/queries/client.ts'
import { listenToEngine } from '../../../src/renderer/queries/events.ts'
import { handShown, storyQuery } from '../../../src/renderer/queries/stories.ts'
import { changeStory, handChanged, redoChange, undoChange, useHands } from '../../../src/renderer/stores/hand.ts'
import { useNotices } from '../../../src/renderer/stores/notices.ts'
import { describeFailure, type Failure } from '../../../src/shared/failure/failure.ts'
import { emptyHand } from '../../../src/shared/story/hand/hand.ts'
import { english } from '../../support/english.ts'
import { shortStory as story } from '../../support/stories/short-story.ts'

async function open(failing: FakeEngineOptions['failing'] = {}): Promise<FakeEngine> {
  const engine = createFakeEngine({ latencyMs: 1, stories: [story], failing })
  provideEngine(engine.bridge)
  listenToEngine(engine.bridge, { onJob: () => undefined, onDeleted: () => undefined, onHand: handChanged })
  await queryClient.fetchQuery(storyQuery(story.id))
  return engine
}

const kept = async (engine: FakeEngine) => (await engine.bridge.invoke('stories/get', { id: story.id })) as unknown
const steps = () => useHands.getState().histories[story.id]?.done.map(({ what }) => what)

beforeEach(() => {
  forgetQueries()
  useHands.setState({ histories: {}, drafts: {}, said: '' })
  useNotices.setState({ notices: [] })
})

describe('what a person does to a story', () => {
  test('is shown at once, kept by the engine, undone and done again', async () => {
    const engine = await open()
    changeStory(story, { kind: 'dismiss', statements: ['region'] })
    changeStory(story, { kind: 'title', text: 'Mine' })
    expect(handShown(story.id)).toMatchObject({ title: 'Mine', dismissed: ['region'] })
    await vi.waitFor(async () => expect(await kept(engine)).toMatchObject({ output: { hand: { title: 'Mine' } } }))
    // The engine has told of both by now, and taken neither for somebody else's.
    expect(steps()).toEqual(['dismiss', 'title'])
    undoChange(story.id)
    expect(handShown(story.id).title).toBeUndefined()
    undoChange(story.id)
    expect(handShown(story.id)).toEqual(emptyHand)
    undoChange(story.id)
    redoChange(story.id)
    redoChange(story.id)
    expect(handShown(story.id)).toMatchObject({ title: 'Mine', dismissed: ['region'] })
    expect(useHands.getState().said).toContain('title renamed')
  })

  test('cannot be done again once something else was done', async () => {
    await open()
    changeStory(story, { kind: 'title', text: 'Mine' })
    undoChange(story.id)
    changeStory(story, { kind: 'title', text: 'Other' })
    redoChange(story.id)
    expect(handShown(story.id).title).toBe('Other')
  })

  test('is no step where nothing changes', async () => {
    await open()
    changeStory(story, { kind: 'restore', statements: ['region'] })
    expect(steps()).toBeUndefined()
  })

  test('that could not be saved is saved later as it was, though the story was left meanwhile', async () => {
    const failing: { 'stories/set-hand'?: Failure } = {
      'stories/set-hand': describeFailure(english, 'disk_error', { name: 'it' }),
    }
    const engine = await open(failing)
    changeStory(story, { kind: 'title', text: 'Mine' })
    await vi.waitFor(() => expect(useNotices.getState().notices).toHaveLength(1))
    // What was opened is forgotten a while after it was left.
    queryClient.removeQueries({ queryKey: storyQuery(story.id).queryKey })
    delete failing['stories/set-hand']
    useNotices.getState().notices[0]?.action?.run()
    await vi.waitFor(async () => expect(await kept(engine)).toMatchObject({ output: { hand: { title: 'Mine' } } }))
    expect(useNotices.getState().notices).toEqual([])
  })

  test('gives way to what another window did', async () => {
    const engine = await open()
    changeStory(story, { kind: 'title', text: 'Mine' })
    await vi.waitFor(async () => expect(await kept(engine)).toMatchObject({ output: { hand: { title: 'Mine' } } }))
    engine.emit({ name: 'story/hand-changed', payload: { id: story.id, hand: { ...emptyHand, title: 'Theirs' } } })
    await vi.waitFor(() => expect(handShown(story.id).title).toBe('Theirs'))
    expect(steps()).toEqual([])
  })
})
