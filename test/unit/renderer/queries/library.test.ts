import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../../dev/gallery/fake-bridge.ts'
import { manyDocuments } from '../../../../dev/gallery/sample-library.ts'
import { manySummaries } from '../../../../dev/gallery/sample-variants.ts'
import { provideEngine } from '../../../../src/renderer/bridge/engine.ts'
import { forgetQueries } from '../../../../src/renderer/queries/client.ts'
import { listenToEngine } from '../../../../src/renderer/queries/events.ts'
import { idOf, type LibraryTerms, libraryQuery, recentQuery } from '../../../../src/renderer/queries/library.ts'
import { watchQuery } from '../../../support/watch-query.ts'

const whole: LibraryTerms = { search: '', order: 'newest', kinds: [] }

function start(options: FakeEngineOptions): FakeEngine {
  const engine = createFakeEngine({ latencyMs: 1, ...options })
  provideEngine(engine.bridge)
  listenToEngine(engine.bridge, { onJob: () => undefined, onDeleted: () => undefined })
  return engine
}

const asked = (engine: FakeEngine): number => engine.asked.filter(({ name }) => name === 'library/list').length

beforeEach(forgetQueries)

describe('the library', () => {
  test('a reply to an earlier search is dropped', async () => {
    start({ summaries: manySummaries(300), latencyMs: 5 })
    const list = watchQuery(libraryQuery(whole, 0))
    list.show(libraryQuery({ ...whole, search: 'penguins' }, 0))
    await vi.waitFor(() => expect(list.result().data?.total).toBe(42))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(list.seen.map(({ total }) => total)).toEqual([42])
    list.stop()
  })

  test('shows the part that was looked at, when it has changed, and asks for no other', async () => {
    const engine = start({ summaries: manySummaries(5000) })
    const list = watchQuery(libraryQuery(whole, 4100))
    await vi.waitFor(() => expect(list.result().data?.items).toHaveLength(100))
    const [story] = manySummaries(1)
    if (story === undefined) throw new Error('one was asked for')
    engine.emit({ name: 'story/saved', payload: { story } })
    await vi.waitFor(() => expect(asked(engine)).toBe(2))
    await vi.waitFor(() => expect(list.result().isFetching).toBe(false))
    expect(list.result().data).toMatchObject({ start: 4100, total: 5000 })
    expect(list.result().data?.items.map(idOf)[30]).toBe('story-4130')
    list.stop()
  })

  test('stories and documents are one list, in any order the engine has, or one kind of them', async () => {
    start({ summaries: manySummaries(1200), documentSummaries: manyDocuments(40) })
    const oldest = watchQuery(libraryQuery({ ...whole, order: 'oldest' }, 0))
    await vi.waitFor(() => expect(oldest.result().data?.total).toBe(1240))
    expect(oldest.result().data?.items.map(idOf)[0]).toBe('story-1199')
    const documents = watchQuery(libraryQuery({ ...whole, kinds: ['document'] }, 0))
    await vi.waitFor(() => expect(documents.result().data?.total).toBe(40))
    expect(documents.result().data?.items.map(idOf)[0]).toBe('document-0')
    oldest.stop()
    documents.stop()
  })
})

describe('what was kept last', () => {
  test('stories and documents stand together, the newest first', async () => {
    start({ summaries: manySummaries(3), documentSummaries: manyDocuments(2) })
    const recent = watchQuery(recentQuery())
    await vi.waitFor(() => expect(recent.result().data?.total).toBe(5))
    const ids = recent.result().data?.entries.map(idOf)
    expect(ids).toEqual(['document-0', 'story-0', 'story-1', 'document-1', 'story-2'])
    recent.stop()
  })

  test('is asked for again when something is saved or deleted, and once more when that came while it was asked for', async () => {
    const engine = start({ summaries: manySummaries(3) })
    const recent = watchQuery(recentQuery())
    await vi.waitFor(() => expect(recent.result().data).toBeDefined())
    engine.emit({ name: 'document/deleted', payload: { id: 'document-0' } })
    engine.emit({ name: 'story/deleted', payload: { id: 'story-0' } })
    await vi.waitFor(() => expect(asked(engine)).toBe(3))
    recent.stop()
  })
})
