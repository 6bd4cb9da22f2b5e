import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../../dev/gallery/fake-bridge.ts'
import { fakeDocuments } from '../../../../dev/gallery/sample-document.ts'
import { jobOf } from '../../../../dev/gallery/sample-jobs.ts'
import { provideEngine } from '../../../../src/renderer/bridge/engine.ts'
import { forgetQueries } from '../../../../src/renderer/queries/client.ts'
import { knownPage, pageOf, pageQuery, pagesChanged } from '../../../../src/renderer/queries/document-pages.ts'
import { documentChanged, documentQuery, knownDocument } from '../../../../src/renderer/queries/documents.ts'
import { listenToEngine } from '../../../../src/renderer/queries/events.ts'
import type { DocumentView } from '../../../../src/shared/document/reading.ts'
import { describeFailure } from '../../../../src/shared/failure/failure.ts'
import { english } from '../../../support/english.ts'
import { watchQuery } from '../../../support/watch-query.ts'

function start(options: FakeEngineOptions = {}): FakeEngine {
  const engine = createFakeEngine({ documents: fakeDocuments, latencyMs: 1, ...options })
  provideEngine(engine.bridge)
  listenToEngine(engine.bridge, { onJob: () => undefined, onDeleted: () => undefined })
  return engine
}

function asked(engine: FakeEngine, name: string): unknown[] {
  return engine.asked.filter((command) => command.name === name).map(({ input }) => input)
}

function readyPages(view: DocumentView | undefined): number[] {
  return view?.pages.flatMap(({ number, ready }) => (ready ? [number] : [])) ?? []
}

beforeEach(forgetQueries)
afterEach(() => void vi.useRealTimers())

describe('pages', () => {
  test('are asked for a few at a time, and those that left the view before their turn are not', async () => {
    const engine = start({ latencyMs: 5 })
    const passed = Array.from({ length: 12 }, (_, index) => watchQuery(pageQuery('huge', 100 + index)))
    for (const { stop } of passed) stop()
    const inView = [500, 501].map((page) => watchQuery(pageQuery('huge', page)))
    await vi.waitFor(() => expect(knownPage('huge', 500)).toBeDefined())
    await vi.waitFor(() => expect(knownPage('huge', 501)).toBeDefined())
    const pages = asked(engine, 'documents/page').map((input) => (input as { page: number }).page)
    expect(pages.slice(0, 4)).toEqual([100, 101, 102, 103])
    expect(pages.slice(4).sort()).toEqual([500, 501])
    for (const { stop } of inView) stop()
  })

  test('out of view are kept in a bounded number, the latest read', async () => {
    start({ latencyMs: 0 })
    for (let page = 1; page <= 70; page += 1) await pageOf('huge', page)
    expect(knownPage('huge', 70)).toBeDefined()
    expect(knownPage('huge', 1)).toBeUndefined()
    const kept = Array.from({ length: 70 }, (_, index) => knownPage('huge', index + 1)).filter(Boolean)
    expect(kept.length).toBeLessThanOrEqual(61)
    expect(kept.length).toBeGreaterThanOrEqual(60)
  })

  test('in view are never given up for others', async () => {
    start({ latencyMs: 0 })
    const page = watchQuery(pageQuery('huge', 1))
    await vi.waitFor(() => expect(page.result().data).toBeDefined())
    for (let other = 2; other <= 80; other += 1) await pageOf('huge', other)
    expect(knownPage('huge', 1)).toBeDefined()
    page.stop()
  })

  test('that changed stay in view until their new reading is there', async () => {
    const engine = start()
    const page = watchQuery(pageQuery('survey', 1))
    await vi.waitFor(() => expect(page.result().data).toBeDefined())
    pagesChanged('survey', [1])
    expect(page.result().data).toBeDefined()
    await vi.waitFor(() => expect(asked(engine, 'documents/page')).toHaveLength(2))
    page.stop()
  })

  test('told to have changed while first on their way are asked for once more', async () => {
    const engine = start({ latencyMs: 10 })
    const page = watchQuery(pageQuery('survey', 2))
    pagesChanged('survey', null)
    await vi.waitFor(() => expect(page.result().data).toBeDefined())
    expect(asked(engine, 'documents/page')).toHaveLength(2)
    page.stop()
  })

  test('asked for while they change are given all the same', async () => {
    start({ latencyMs: 10 })
    const asking = pageOf('survey', 2)
    pagesChanged('survey', null)
    expect((await asking)?.page.number).toBe(2)
  })

  test('that cannot be had again take nothing away that is there to read', async () => {
    start()
    const page = watchQuery(pageQuery('survey', 1))
    await vi.waitFor(() => expect(page.result().data).toBeDefined())
    start({ failing: { 'documents/page': describeFailure(english, 'disk_error', { name: 'it' }) } })
    pagesChanged('survey', [1])
    await vi.waitFor(() => expect(page.result().error).not.toBeNull())
    expect(page.result().data).toBeDefined()
    expect(await pageOf('survey', 4)).toBeNull()
    page.stop()
  })
})

describe('a document under way', () => {
  test('has a page ready as soon as that is told, even while an older reply is on its way', async () => {
    start({ latencyMs: 20 })
    const view = watchQuery(documentQuery('converting'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    documentChanged('converting', [4])
    await vi.waitFor(() => expect(readyPages(view.result().data)).toEqual([1, 2, 3, 4]))
    expect(view.seen.every((seen) => readyPages(seen).includes(4))).toBe(true)
    view.stop()
  })

  test('is asked for again after a burst of events only as often as is needed', async () => {
    vi.useFakeTimers()
    const engine = start({ latencyMs: 1 })
    const view = watchQuery(documentQuery('converting'))
    await vi.advanceTimersByTimeAsync(5)
    for (let page = 1; page <= 5; page += 1) documentChanged('converting', [page])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked(engine, 'documents/get')).toHaveLength(3)
    view.stop()
  })

  test('is asked for at once when its job ends, with no pause after the last page', async () => {
    vi.useFakeTimers()
    const engine = start({ latencyMs: 1 })
    const view = watchQuery(documentQuery('converting'))
    await vi.advanceTimersByTimeAsync(5)
    const job = jobOf({ id: 'converting', pipeline: 'document', status: 'completed', stage: null })
    engine.emit({ name: 'job/changed', payload: { job } })
    expect(asked(engine, 'documents/get')).toHaveLength(2)
    view.stop()
  })

  test('put together in the end, has its pages read anew', async () => {
    const engine = start()
    const [view, page] = [watchQuery(documentQuery('survey')), watchQuery(pageQuery('survey', 1))]
    await vi.waitFor(() => expect(page.result().data && view.result().data).toBeDefined())
    const others = fakeDocuments.filter(({ view: { id } }) => id !== 'survey')
    const survey = fakeDocuments.find(({ view: { id } }) => id === 'survey')
    if (survey === undefined) throw new Error('there is no survey')
    const again = start({ documents: [...others, { ...survey, view: { ...survey.view, status: 'processing' } }] })
    documentChanged('survey', [])
    await vi.waitFor(() => expect(asked(again, 'documents/page')).toHaveLength(1))
    expect(asked(engine, 'documents/page')).toHaveLength(1)
    for (const { stop } of [page]) stop()
    view.stop()
  })

  test('that nobody looks at is not asked for', () => {
    const engine = start()
    documentChanged('converting', [1])
    expect(engine.asked).toEqual([])
    expect(knownDocument('converting')).toBeUndefined()
  })

  test('deleted, is not kept', async () => {
    const engine = start()
    await pageOf('survey', 1)
    engine.emit({ name: 'document/deleted', payload: { id: 'survey' } })
    expect(knownPage('survey', 1)).toBeUndefined()
  })
})
