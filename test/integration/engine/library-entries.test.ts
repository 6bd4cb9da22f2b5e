/** Stories and documents in one list, and found together. */
import { describe, expect, it } from 'vitest'
import {
  deleteDocument,
  draftDocumentText,
  dropDraft,
  selectDraftJobIds,
} from '../../../src/main/store/document-search.ts'
import { insertDocument, packDocument } from '../../../src/main/store/documents.ts'
import { selectJob } from '../../../src/main/store/jobs.ts'
import { type EntryFilter, listEntries } from '../../../src/main/store/library-entries.ts'
import type { Document, Page } from '../../../src/shared/document/document.ts'
import { emptyStory, type LifecycleBench, largest, lifecycleBench } from '../../support/engine/library.ts'

const all: EntryFilter = { search: '', kinds: [], order: 'newest', limit: 100, offset: 0 }

function pageOf(number: number, text: string): Page {
  const images = { image: null, thumbnail: number === 2 ? 'thumbnails/0002.webp' : null }
  const rest = { label: null, width: 1, height: 1, header: 'Running head', footer: '', ocr: false, links: [] }
  return { number, text, words: 3, ...images, ...rest }
}

async function addDocument(bench: LifecycleBench, title: string, texts: readonly string[]): Promise<string> {
  const id = bench.create(`${title}.pdf`)
  const document: Document = {
    version: 1,
    id,
    source: { name: `${title}.pdf`, bytes: 1, sha256: '1'.repeat(64), kind: 'pdf' },
    title,
    language: 'en',
    pageCount: texts.length,
    outline: [],
    pages: texts.map((text, index) => pageOf(index + 1, text)),
    tables: [],
    metadata: {},
    warnings: [],
    timings: {},
  }
  bench.clock.now += 1_000
  const job = bench.lifecycle.claim(largest)
  if (job === null) throw new Error('nothing to claim')
  const packed = await packDocument(document, await draftDocumentText(bench.library, document))
  expect(bench.lifecycle.complete(job, { kind: 'document', packed }, 'key')).toBe(true)
  return id
}

function addStory(bench: LifecycleBench, title: string): string {
  bench.create(`${title}.csv`)
  bench.clock.now += 1_000
  const job = bench.lifecycle.claim(largest)
  if (job === null) throw new Error('nothing to claim')
  const story = { ...emptyStory(`story of ${title}`), title }
  bench.lifecycle.complete(
    job,
    { kind: 'story', story: { ...story, source: { ...story.source, name: `${title}.csv` } } },
    'key',
  )
  return story.id
}

const idsOf = (entries: ReturnType<typeof listEntries>['entries']): string[] =>
  entries.map((entry) => (entry.kind === 'story' ? entry.story.id : entry.document.id))

describe('the library as one list', () => {
  it('is ordered by age, title or file, filtered by kind, and given in pages', async () => {
    const bench = lifecycleBench()
    const barley = await addDocument(bench, 'barley', ['one'])
    const apples = addStory(bench, 'Apples')
    const cherry = await addDocument(bench, 'Cherry', ['one', 'two'])
    const list = (filter: Partial<EntryFilter>) => idsOf(listEntries(bench.library, { ...all, ...filter }).entries)
    expect(list({})).toEqual([cherry, apples, barley])
    expect(list({ order: 'oldest' })).toEqual([barley, apples, cherry])
    expect(list({ order: 'title' })).toEqual([apples, barley, cherry])
    expect(list({ order: 'file' })).toEqual([apples, barley, cherry])
    expect(list({ kinds: ['story'] })).toEqual([apples])
    expect(list({ kinds: ['document', 'story'], limit: 1, offset: 1 })).toEqual([apples])
    expect(listEntries(bench.library, { ...all, kinds: ['document'], limit: 1 })).toMatchObject({
      total: 2,
      entries: [{ kind: 'document', document: { pages: 2, words: 6, thumbnail: 'thumbnails/0002.webp' } }],
    })
  })

  it('finds the best page of each document, and stories beside it, best first', async () => {
    const bench = lifecycleBench()
    const report = await addDocument(bench, 'Harbour report', ['Nothing here', 'Herring landed', 'herring herring'])
    const story = addStory(bench, 'Herring prices')
    await addDocument(bench, 'Something else', ['Only cod'])
    const { entries, total } = listEntries(bench.library, { ...all, search: 'herring' })
    expect(total).toBe(2)
    expect(idsOf(entries).toSorted()).toEqual([report, story].toSorted())
    const found = entries.find((entry) => entry.kind === 'document')
    expect(found).toMatchObject({ document: { id: report, page: 3, snippet: expect.stringContaining('[herring]') } })
    // A word of the title and one of a page are found together.
    expect(listEntries(bench.library, { ...all, search: 'report landed' }).entries).toMatchObject([
      { kind: 'document', document: { id: report, page: 2 } },
    ])
    expect(listEntries(bench.library, { ...all, search: 'herr', kinds: ['story'] })).toMatchObject({ total: 1 })
    expect(listEntries(bench.library, { ...all, search: 'herring', limit: 1, offset: 1 }).entries).toHaveLength(1)
    expect(listEntries(bench.library, { ...all, search: '"*(' })).toEqual({ entries: [], total: 0 })
  })

  it('gives each of many that are found equally well once, whatever the pages', async () => {
    const bench = lifecycleBench()
    const ids: string[] = []
    for (let number = 0; number < 40; number += 1) {
      bench.clock.now = 1_700_000_000_000
      const title = `Twin ${String(number).padStart(2, '0')}`
      ids.push(await addDocument(bench, title, ['barley']), addStory(bench, title))
      bench.clock.now = 1_700_000_000_000
    }
    for (const search of ['', 'twin']) {
      const found: string[] = []
      for (let offset = 0; offset < ids.length; offset += 7)
        found.push(...idsOf(listEntries(bench.library, { ...all, search, limit: 7, offset }).entries))
      expect(found.toSorted(), search).toEqual(ids.toSorted())
    }
  })

  it('finds words whose letters the document joins or allows to be broken', async () => {
    const bench = lifecycleBench()
    const id = await addDocument(bench, 'Signs', ['e\ufb03cient Zusammen\u00adarbeit in the Cafe\u0301'])
    for (const search of ['efficient', 'e\ufb03cient', 'Zusammenarbeit', 'zusammen\u00adarbeit', 'café', '%"cafe"*'])
      expect(idsOf(listEntries(bench.library, { ...all, search }).entries), search).toEqual([id])
  })

  it('finds a document without a page that could be read by its title and file', async () => {
    const bench = lifecycleBench()
    const id = await addDocument(bench, 'Scanned ledger', [])
    expect(listEntries(bench.library, { ...all, search: 'ledger' }).entries).toMatchObject([
      { kind: 'document', document: { id, page: null } },
    ])
  })
})

const rowsOf = ({ library }: LifecycleBench, table: string): number =>
  (library.statement(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows

describe('a document and its job', () => {
  it('come together or not at all, and what was indexed of it is found by nobody and can be removed', async () => {
    let isDying = true
    const bench = lifecycleBench({
      atFaultPoint: (point) => {
        if (isDying && point === 'complete:inside') throw new Error('the process died')
      },
    })
    await expect(addDocument(bench, 'lost', ['page', 'page'])).rejects.toThrow('the process died')
    expect(selectJob(bench.library, 'job-1')).toMatchObject({ status: 'processing', document_id: null })
    expect(listEntries(bench.library, all).total).toBe(0)
    expect(listEntries(bench.library, { ...all, search: 'page' })).toEqual({ entries: [], total: 0 })
    expect(selectDraftJobIds(bench.library)).toEqual(['job-1'])
    isDying = false
    const kept = await addDocument(bench, 'kept', ['page'])
    await dropDraft(bench.library, 'job-1')
    expect(rowsOf(bench, 'document_search')).toBe(1)
    expect(selectDraftJobIds(bench.library)).toEqual([])
    expect(idsOf(listEntries(bench.library, { ...all, search: 'page' }).entries)).toEqual([kept])
  })

  it('is taken out whole, and no other with it', async () => {
    const bench = lifecycleBench()
    const gone = await addDocument(bench, 'gone', ['page', 'page', 'page'])
    const kept = await addDocument(bench, 'kept', ['page', 'page'])
    expect(await deleteDocument(bench.library, gone)).toBe(true)
    expect(await deleteDocument(bench.library, gone)).toBe(false)
    expect(idsOf(listEntries(bench.library, { ...all, search: 'page' }).entries)).toEqual([kept])
    expect([rowsOf(bench, 'documents'), rowsOf(bench, 'document_search'), rowsOf(bench, 'document_drafts')]).toEqual([
      1, 2, 0,
    ])
  })

  it('is nothing without its job', async () => {
    const { library } = lifecycleBench()
    const document = { id: 'no job', source: { name: 'a', bytes: 1, sha256: '1'.repeat(64), kind: 'pdf' } } as const
    const rest = { language: null, pageCount: 0, outline: [], pages: [], tables: [], metadata: {}, warnings: [] }
    const packed = await packDocument({ version: 1, title: 'a', timings: {}, ...document, ...rest }, 1)
    expect(() => library.transaction(() => insertDocument(library, packed, 1))).toThrow('FOREIGN KEY')
  })
})
