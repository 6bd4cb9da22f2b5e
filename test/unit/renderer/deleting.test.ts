import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine } from '../../../dev/gallery/fake-bridge.ts'
import { manyDocuments } from '../../../dev/gallery/sample-library.ts'
import { manySummaries } from '../../../dev/gallery/sample-variants.ts'
import { provideEngine } from '../../../src/renderer/bridge/engine.ts'
import { deleteKept, useDeleting } from '../../../src/renderer/stores/deleting.ts'
import { useNotices } from '../../../src/renderer/stores/notices.ts'
import { describeFailure } from '../../../src/shared/failure/failure.ts'
import { english } from '../../support/english.ts'

const stories = manySummaries(3)
const documents = manyDocuments(2)
const given = { summaries: stories, documentSummaries: documents, latencyMs: 0 }

beforeEach(() => {
  useDeleting.setState({ hidden: {} })
  useNotices.setState({ notices: [] })
})

describe('deleting', () => {
  const [document] = documents
  const entry = { kind: 'document', id: document?.id ?? '', title: document?.title ?? '' } as const

  test('hides at once, is asked of the engine when the time to undo has passed', async () => {
    vi.useFakeTimers()
    const engine = createFakeEngine(given)
    provideEngine(engine.bridge)
    deleteKept(entry)
    expect(useDeleting.getState().hidden[entry.id]).toBe(true)
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
    expect(useDeleting.getState().hidden).toEqual({})
    expect(engine.asked).toEqual([])
    vi.useRealTimers()
  })

  test('is told when it failed, and what was hidden is back', async () => {
    vi.useFakeTimers()
    const failure = describeFailure(english, 'disk_error', { name: 'it' })
    provideEngine(createFakeEngine({ ...given, failing: { 'stories/delete': failure } }).bridge)
    deleteKept({ kind: 'story', id: 'story-1', title: 'A story' })
    await vi.advanceTimersByTimeAsync(8000)
    expect(useDeleting.getState().hidden).toEqual({})
    expect(useNotices.getState().notices.map(({ title }) => title)).toContain(failure.message)
    vi.useRealTimers()
  })
})
