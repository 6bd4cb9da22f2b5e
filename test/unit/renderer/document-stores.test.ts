import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeEngine, type FakeEngine, type FakeEngineOptions } from '../../../dev/gallery/fake-bridge.ts'
import { fakeDocuments, sampleDocumentStory, samplePage } from '../../../dev/gallery/sample-document.ts'
import { provideEngine } from '../../../src/renderer/bridge/engine.ts'
import {
  closeSearch,
  forgetSearch,
  openSearch,
  refreshSearch,
  searchDocument,
  stepHit,
  useDocumentSearch,
} from '../../../src/renderer/stores/document-search.ts'
import { documentViewSchema, pageReadingSchema } from '../../../src/shared/document/reading.ts'

const survey = fakeDocuments.find(({ view }) => view.id === 'survey')
if (survey === undefined) throw new Error('there is no document to search in')

function start(options: FakeEngineOptions = {}): FakeEngine {
  const engine = createFakeEngine({ documents: fakeDocuments, latencyMs: 1, ...options })
  provideEngine(engine.bridge)
  return engine
}

function asked(engine: FakeEngine, name: string): unknown[] {
  return engine.asked.filter((command) => command.name === name).map(({ input }) => input)
}

beforeEach(forgetSearch)

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
