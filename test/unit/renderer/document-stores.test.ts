import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../dev/gallery/fake-bridge.ts'
import { fakeDocuments, sampleDocumentStory, samplePage } from '../../../dev/gallery/sample-document.ts'
import { jobOf } from '../../../dev/gallery/sample-jobs.ts'
import { forgetPages, knownPage, pageOf, pagesChanged, wantPages } from '../../../src/renderer/stores/document-pages.ts'
import {
  closeSearch,
  forgetSearch,
  openSearch,
  refreshSearch,
  searchDocument,
  stepHit,
  useDocumentSearch,
} from '../../../src/renderer/stores/document-search.ts'
import {
  documentChanged,
  forgetDocuments,
  loadDocument,
  pageCountOf,
  startDocuments,
  watchDocument,
} from '../../../src/renderer/stores/document-views.ts'
import { provideEngine } from '../../../src/renderer/stores/engine.ts'
import { documentViewSchema, pageReadingSchema } from '../../../src/shared/document/reading.ts'

const [survey, converting] = ['survey', 'converting'].map((id) => {
  const found = fakeDocuments.find(({ view }) => view.id === id)
  if (found === undefined) throw new Error(`there is no document ${id}`)
  return found
}) as [(typeof fakeDocuments)[number], (typeof fakeDocuments)[number]]

function start(options: FakeEngineOptions = {}): FakeEngine {
  const engine = createFakeEngine({ documents: fakeDocuments, latencyMs: 1, ...options })
  provideEngine(engine.bridge)
  return engine
}

function asked(engine: FakeEngine, name: string): unknown[] {
  return engine.asked.filter((command) => command.name === name).map(({ input }) => input)
}

beforeEach(() => {
  forgetPages()
  forgetSearch()
  forgetDocuments()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the documents of the gallery', () => {
  test('are what the engine could give: valid under the contract', () => {
    for (const { view, readingOf } of fakeDocuments) {
      documentViewSchema.parse(view)
      for (const { number, ready } of view.pages.slice(0, 8)) {
        const reading = readingOf(number)
        if (ready && reading !== null) pageReadingSchema.parse(reading)
      }
    }
  })

  test('say what their story says they do, where it says so', () => {
    const { quotations, terms, names, dates, amounts } = sampleDocumentStory
    const stated = [
      ...terms.map((one) => ({ ...one, text: one.term })),
      ...names.map((one) => ({ ...one, text: one.name })),
    ]
    for (const { text, places } of [...quotations, ...stated, ...dates, ...amounts]) {
      for (const { page, start: from, end } of places) {
        const there = samplePage(page).reading.page.text.slice(from, end)
        expect(there.replace(/\s+/gu, ' ')).toBe(text)
      }
    }
  })

  test('every line of a page stands in its text where it says', () => {
    for (let number = 1; number <= survey.view.pages.length; number += 1) {
      const { page, lines } = samplePage(number).reading
      for (const { text, start: from, end } of lines) {
        if (from === null || end === null) continue
        expect(text.replace(/-$/u, '')).toBe(page.text.slice(from, end))
      }
    }
  })
})

describe('pages', () => {
  test('are asked for once, nearest first, and only those still wanted', async () => {
    const engine = start()
    const many = Array.from({ length: 12 }, (_, index) => 100 + index)
    wantPages('huge', many)
    wantPages('huge', [500, 501])
    await vi.waitFor(() => expect(knownPage('huge', 501)).toBeDefined())
    const pages = asked(engine, 'documents/page').map((input) => (input as { page: number }).page)
    expect(pages).toEqual([100, 101, 102, 103, 500, 501])
    wantPages('huge', [500, 501])
    expect(asked(engine, 'documents/page')).toHaveLength(6)
  })

  test('are kept in a bounded number, the latest used', async () => {
    start({ latencyMs: 0 })
    for (let page = 1; page <= 70; page += 1) await pageOf('huge', page)
    expect(knownPage('huge', 70)).toBeDefined()
    expect(knownPage('huge', 1)).toBeUndefined()
    const kept = Array.from({ length: 70 }, (_, index) => knownPage('huge', index + 1)).filter(Boolean)
    expect(kept).toHaveLength(60)
  })

  test('that changed stay in view until they were asked for again', async () => {
    const engine = start()
    wantPages('survey', [1])
    await vi.waitFor(() => expect(knownPage('survey', 1)).toBeDefined())
    pagesChanged('survey', [1])
    expect(knownPage('survey', 1)).toBeDefined()
    await vi.waitFor(() => expect(asked(engine, 'documents/page')).toHaveLength(2))
  })

  test('a change told while a page is on its way makes it be asked for once more', async () => {
    const engine = start({ latencyMs: 10 })
    wantPages('survey', [2])
    pagesChanged('survey', null)
    await vi.waitFor(() => expect(asked(engine, 'documents/page')).toHaveLength(2))
  })
})

describe('a document under way', () => {
  test('has a page ready as soon as that is told, even while an older reply is on its way', async () => {
    start({ latencyMs: 20 })
    const seen: number[] = []
    const stop = watchDocument('converting', (loaded) => {
      if (loaded?.state === 'ready') seen.push(loaded.value.pages.filter(({ ready }) => ready).length)
    })
    const loading = loadDocument('converting')
    documentChanged('converting', [4])
    await loading
    expect(converting.view.pages.filter(({ ready }) => ready)).toHaveLength(3)
    expect(seen.at(-1)).toBe(4)
    stop()
  })

  test('is asked for again after a burst of events only as often as is needed', async () => {
    vi.useFakeTimers()
    const engine = start({ latencyMs: 1 })
    const stop = watchDocument('converting', () => undefined)
    const first = loadDocument('converting')
    await vi.advanceTimersByTimeAsync(5)
    await first
    for (let page = 1; page <= 5; page += 1) documentChanged('converting', [page])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked(engine, 'documents/get')).toHaveLength(2)
    stop()
  })

  test('is asked for at once when its job ends, with no pause after the last page', async () => {
    vi.useFakeTimers()
    const engine = start({ latencyMs: 1 })
    const stops = [startDocuments(engine.bridge), watchDocument('converting', () => undefined)]
    const first = loadDocument('converting')
    await vi.advanceTimersByTimeAsync(5)
    await first
    const job = jobOf({ id: 'converting', pipeline: 'document', status: 'completed', stage: null })
    engine.emit({ name: 'job/changed', payload: { job } })
    expect(asked(engine, 'documents/get')).toHaveLength(2)
    for (const stop of stops) stop()
  })

  test('that nobody looks at is not asked for', () => {
    const engine = start()
    documentChanged('converting', [1])
    expect(engine.asked).toEqual([])
    expect(pageCountOf('converting')).toBe(0)
  })
})

describe('searching within a document', () => {
  test('begins at the page one is on, and goes round', async () => {
    start()
    const hit = await searchDocument('survey', 'marram', 3)
    expect(hit?.page).toBeGreaterThanOrEqual(3)
    const { hits, current, total } = useDocumentSearch.getState()
    expect(total).toBe(hits.length)
    expect(current).toBeGreaterThan(0)
    for (let step = current; step < hits.length - 1; step += 1) stepHit(1)
    expect(stepHit(1)).toBe(hits[0])
    expect(stepHit(-1)).toBe(hits.at(-1))
  })

  test('a reply to earlier words is dropped', async () => {
    start({ latencyMs: 5 })
    const first = searchDocument('survey', 'tide', 1)
    const second = searchDocument('survey', 'avocets', 1)
    expect(await first).toBeNull()
    await second
    expect(useDocumentSearch.getState()).toMatchObject({ answered: 'avocets', total: 1 })
  })

  test('keeps the hit looked at while new pages bring more before it', async () => {
    vi.useFakeTimers()
    const hits = [1, 3, 5].map((page) => ({ page, start: 0, end: 4, snippet: 'tide', snippetStart: 0, snippetEnd: 4 }))
    const engine = start()
    let ready = [1, 5]
    const answer = engine.bridge.invoke
    provideEngine({
      ...engine.bridge,
      invoke: async (name, input) => {
        if (name !== 'documents/search') return answer(name, input)
        const found = hits.filter(({ page }) => ready.includes(page))
        return { ok: true, output: { hits: found, total: found.length } as never }
      },
    })
    await searchDocument('converting', 'tide', 5)
    expect(useDocumentSearch.getState().current).toBe(1)
    ready = [1, 3, 5]
    refreshSearch('converting')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(useDocumentSearch.getState()).toMatchObject({ total: 3, current: 2 })
  })

  test('closed, it marks nothing, and opened again it still has its words', async () => {
    start()
    await searchDocument('survey', 'tide', 1)
    closeSearch()
    expect(useDocumentSearch.getState()).toMatchObject({ opened: false, hits: [], words: 'tide' })
    openSearch('survey')
    expect(useDocumentSearch.getState().words).toBe('tide')
  })

  test('nothing typed finds nothing and asks nothing', async () => {
    const engine = start()
    expect(await searchDocument('survey', '  ', 1)).toBeNull()
    expect(asked(engine, 'documents/search')).toEqual([])
  })
})
