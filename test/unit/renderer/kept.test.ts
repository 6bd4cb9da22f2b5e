import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine } from '../../../dev/gallery/fake-bridge.ts'
import { manyDocuments } from '../../../dev/gallery/sample-library.ts'
import { manySummaries } from '../../../dev/gallery/sample-variants.ts'
import { provideEngine } from '../../../src/renderer/stores/engine.ts'
import { deleteKept, entryDeleted, entrySaved, idOf, loadRecent, useKept } from '../../../src/renderer/stores/kept.ts'
import { useNotices } from '../../../src/renderer/stores/notices.ts'
import { describeFailure } from '../../../src/shared/failure/failure.ts'

const stories = manySummaries(3)
const documents = manyDocuments(2)
const given = { summaries: stories, documentSummaries: documents, latencyMs: 0 }
const recentIds = (): string[] => (useKept.getState().recent ?? []).map(idOf)

beforeEach(async () => {
  useKept.setState({ recent: null, recentTotal: 0, recentFailure: null, hidden: {}, revision: 0 })
  useNotices.setState({ notices: [] })
  provideEngine(createFakeEngine(given).bridge)
  await loadRecent()
})

describe('what was kept last', () => {
  test('stories and documents stand together, the newest first', () => {
    expect(recentIds()).toEqual(['document-0', 'story-0', 'story-1', 'document-1', 'story-2'])
    expect(useKept.getState().recentTotal).toBe(5)
  })

  test('one that is saved comes first, and once only', () => {
    const [document] = manyDocuments(1).map((one) => ({ ...one, id: 'fresh' }))
    if (document === undefined) throw new Error('one was asked for')
    entrySaved({ kind: 'document', document })
    entrySaved({ kind: 'document', document: { ...document, title: 'Saved anew' } })
    expect(recentIds()[0]).toBe('fresh')
    expect(recentIds().filter((id) => id === 'fresh')).toHaveLength(1)
    expect(useKept.getState()).toMatchObject({ recentTotal: 6, revision: 2 })
  })

  test('one that is deleted elsewhere is gone from every list', () => {
    entryDeleted('document-0')
    expect(recentIds()).not.toContain('document-0')
    expect(useKept.getState().hidden).toEqual({ 'document-0': true })
  })
})

describe('deleting', () => {
  const [document] = documents
  const entry = { kind: 'document', id: document?.id ?? '', title: document?.title ?? '' } as const

  test('hides at once, is asked of the engine when the time to undo has passed', async () => {
    vi.useFakeTimers()
    const engine = createFakeEngine(given)
    provideEngine(engine.bridge)
    deleteKept(entry)
    expect(useKept.getState().hidden[entry.id]).toBe(true)
    expect(useNotices.getState().notices).toMatchObject([{ title: 'Document deleted', text: entry.title }])
    expect(engine.asked).toEqual([])
    await vi.advanceTimersByTimeAsync(8000)
    expect(engine.asked).toEqual([{ name: 'documents/delete', input: { id: entry.id } }])
    vi.useRealTimers()
  })

  test('can be undone, and then nothing is asked', async () => {
    vi.useFakeTimers()
    const engine = createFakeEngine(given)
    provideEngine(engine.bridge)
    deleteKept(entry)
    useNotices.getState().notices[0]?.action?.run()
    await vi.advanceTimersByTimeAsync(8000)
    expect(useKept.getState().hidden).toEqual({})
    expect(engine.asked).toEqual([])
    vi.useRealTimers()
  })

  test('is told when it failed, and what was hidden is back', async () => {
    vi.useFakeTimers()
    const failure = describeFailure('disk_error', { name: 'it' })
    provideEngine(createFakeEngine({ ...given, failing: { 'stories/delete': failure } }).bridge)
    deleteKept({ kind: 'story', id: 'story-1', title: 'A story' })
    await vi.advanceTimersByTimeAsync(8000)
    expect(useKept.getState().hidden).toEqual({})
    expect(useNotices.getState().notices.map(({ title }) => title)).toContain(failure.message)
    vi.useRealTimers()
  })
})
