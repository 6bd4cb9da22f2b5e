/** Documents as jobs: read page by page, resumed, kept, deleted; whatever happens to a page or to the process. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openLibrary } from '../../../src/main/store/library.ts'
import type { CommandRequest } from '../../../src/shared/contract/commands.ts'
import { type Bench, jobWhen, withEngine } from '../../support/engine/with-engine.ts'

/** Numbers of the pages begun, in the order they were. */
async function pagesBegun(file: string): Promise<number[]> {
  const text = await readFile(`${file}.pages`, 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean).map(Number)
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const all: CommandRequest<'library/list'> = { search: '', kinds: [], order: 'newest', limit: 100, offset: 0 }
const readingOf = (bench: Bench, id: string, ...names: string[]): string =>
  path.join(bench.dataDir, 'jobs', id, 'reading', ...names)

async function read(bench: Bench, name: string, document: object): Promise<{ id: string; file: string }> {
  const file = await bench.script(name, { document: { pages: 1, ...document } })
  const { job } = await bench.engine.jobs.createFromPath(file)
  return { id: job.id, file }
}

describe('a document', () => {
  it('is read page by page, each page told once, and is in the library with its job completed', () =>
    withEngine(async (bench) => {
      const { engine, events } = bench
      const { id, file } = await read(bench, 'report.pdf', { pages: 23 })
      expect((await engine.handlers['jobs/get']({ id })).job.pipeline).toBe('document')
      const job = await engine.jobs.whenOver(id)
      expect(job).toMatchObject({ status: 'completed', percent: 100, storyId: null })
      expect(job.stages.map(({ name }) => name)).toEqual(['import', 'convert', 'narrate'])
      expect((await pagesBegun(file)).toSorted((a, b) => a - b)).toEqual(numbers(23))
      const told = events.flatMap((event) => (event.name === 'document/changed' ? event.payload.pages : []))
      expect(told.toSorted((a, b) => a - b)).toEqual(numbers(23))
      const units = events.flatMap((event) => (event.name === 'job/changed' ? [event.payload.job] : []))
      const percents = units.map(({ percent }) => percent)
      expect(percents).toEqual(percents.toSorted((a, b) => a - b))
      expect(units.some((one) => one.units?.unit === 'pages' && one.units.total === 23)).toBe(true)
      expect(events.filter((event) => event.name === 'document/saved')).toMatchObject([
        { payload: { document: { id, title: 'A fake document', pages: 23, sourceName: 'report.pdf' } } },
      ])
      const { document } = await engine.handlers['documents/get']({ id })
      expect(document).toMatchObject({ id, status: 'completed', pageCount: 23, story: { version: 1 } })
      expect(document.pages.filter(({ ready }) => ready)).toHaveLength(23)
      const page = await engine.handlers['documents/page']({ id, page: 23 })
      expect(page).toMatchObject({ page: { text: 'This is page 23.' }, lines: [{ text: 'This is page 23.' }] })
      expect(await readFile((await engine.documents.asset(id, 'pages/0023.webp')) ?? '', 'utf8')).toBe(
        'image of page 23',
      )
      const kept = ['lines', 'opened.json', 'pages', 'thumbnails']
      await vi.waitFor(async () => expect((await readdir(readingOf(bench, id))).toSorted()).toEqual(kept))
      expect(await readdir(path.join(bench.dataDir, 'jobs', id))).toEqual(['reading'])
      await expect(engine.handlers['documents/page']({ id, page: 24 })).rejects.toMatchObject({
        reason: 'no_such_page',
      })
    }))

  it('is opened, searched and shown while the rest of it is still read', () =>
    withEngine(
      async (bench) => {
        const { engine } = bench
        const at = { 5: { do: 'work', ms: 60_000 } }
        const { id } = await read(bench, 'slow.pdf', { pages: 8, at, text: 'Words of page {page}' })
        await jobWhen(engine, id, (job) => job.units?.unit === 'pages' && job.units.done === 4)
        const { document } = await engine.handlers['documents/get']({ id })
        expect(document).toMatchObject({ status: 'processing', title: 'A fake document', pageCount: 8, story: null })
        expect(document.outline).toHaveLength(1)
        expect(document.pages.map(({ ready }) => ready)).toEqual([true, true, true, true, false, false, false, false])
        expect(await engine.handlers['documents/page']({ id, page: 4 })).toMatchObject({
          page: { text: 'Words of page 4' },
        })
        await expect(engine.handlers['documents/page']({ id, page: 5 })).rejects.toMatchObject({
          reason: 'no_such_page',
        })
        const found = await engine.handlers['documents/search']({ id, words: 'words  OF', limit: 3 })
        expect(found.total).toBe(4)
        expect(found.hits.map((hit) => hit.page)).toEqual([1, 2, 3])
        expect(found.hits[0]).toMatchObject({ start: 0, end: 8, snippet: 'Words of page 1' })
        expect(await engine.documents.asset(id, 'thumbnails/0004.webp')).not.toBeNull()
        expect(await engine.documents.asset(id, 'thumbnails/0005.webp')).toBeNull()
        const { entries } = await engine.handlers['library/list'](all)
        expect(entries).toEqual([])
      },
      { threads: 1 },
    ))

  it('whose name promises a table is read as the document it is, and the other way round', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      const { id } = await read(bench, 'misnamed.csv', { pages: 2 })
      const table = await engine.jobs.createFromPath(await bench.script('table.pdf', {}))
      expect(table.job.pipeline).toBe('document')
      expect(await engine.jobs.whenOver(id)).toMatchObject({ pipeline: 'document', status: 'completed' })
      const told = await engine.jobs.whenOver(table.job.id)
      expect(told).toMatchObject({ pipeline: 'story', status: 'completed', percent: 100 })
      expect(told.storyId).not.toBeNull()
      expect(told.stages.map(({ name }) => name)).toEqual(['import', 'convert', 'analyze', 'narrate', 'visualize'])
    }))

  it('given twice under names that promise different things is one job', () =>
    withEngine(async (bench) => {
      bench.engine.queue.setPaused(true)
      const first = await read(bench, 'a.pdf', { pages: 2 })
      await writeFile(path.join(bench.folder, 'b.csv'), await readFile(first.file))
      const second = await bench.engine.jobs.createFromPath(path.join(bench.folder, 'b.csv'))
      expect(second).toMatchObject({ outcome: 'existing', job: { id: first.id } })
    }))

  it('asked for by name while another job turns out to read it is given up in favour of that one', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      engine.queue.setPaused(true)
      const guessed = await read(bench, 'prose.csv', { pages: 2 })
      const wanted = await engine.jobs.createFromPath(guessed.file, { pipeline: 'document' })
      expect(wanted.outcome).toBe('created')
      await engine.queue.runNext(guessed.id)
      engine.queue.setPaused(false)
      expect(await engine.jobs.whenOver(guessed.id)).toMatchObject({
        status: 'cancelled',
        note: 'Its content is that of prose.csv, which is being read already.',
      })
      expect(await engine.jobs.whenOver(wanted.job.id)).toMatchObject({ status: 'completed', pipeline: 'document' })
      expect(engine.jobs.events(guessed.id).at(-1)).toMatchObject({ type: 'cancelled' })
    }))

  it('without pages of its own is read in one go and shown with its markup', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      const { id } = await read(bench, 'notes.md', { pages: 2, flowed: true })
      expect((await engine.jobs.whenOver(id)).status).toBe('completed')
      expect(bench.events).toContainEqual({ name: 'document/changed', payload: { id, pages: [1, 2] } })
      const { document } = await engine.handlers['documents/get']({ id })
      expect(document).toMatchObject({ title: 'notes', source: { kind: 'text' }, pageCount: 2 })
      expect(await engine.handlers['documents/page']({ id, page: 2 })).toMatchObject({
        page: { html: '<p>This is page 2.</p>' },
        lines: [],
      })
      expect(await engine.documents.asset(id, 'images/figure.png')).not.toBeNull()
    }))

  it('is not saved with a story that states what the pages do not', () =>
    withEngine(async (bench) => {
      const { id } = await read(bench, 'untrue.pdf', { story: 'mismatch' })
      const job = await bench.engine.jobs.whenOver(id)
      expect(job).toMatchObject({ status: 'failed', failure: { reason: 'evidence_mismatch' } })
      expect((await bench.engine.handlers['library/list'](all)).total).toBe(0)
      const { document } = await bench.engine.handlers['documents/get']({ id })
      expect(document).toMatchObject({ status: 'failed', failure: { reason: 'evidence_mismatch' }, story: null })
      expect(document.pages).toMatchObject([{ ready: true }])
    }))

  it.each([
    ['that never opens is too slow', { open: { do: 'spin' } }, 'too_slow'],
    [
      'of which no page can be read is damaged',
      { pages: 2, at: { 1: { do: 'exit' }, 2: { do: 'exit' } } },
      'damaged_document',
    ],
    ['each page of which hangs is too slow', { pages: 2, at: { 1: { do: 'spin' }, 2: { do: 'spin' } } }, 'too_slow'],
  ] as const)('%s', (_what, script, reason) =>
    withEngine(
      async (bench) => {
        const { id } = await read(bench, 'bad.pdf', script)
        expect(await bench.engine.jobs.whenOver(id)).toMatchObject({ status: 'failed', failure: { reason } })
        const next = await read(bench, 'next.pdf', {})
        expect(await bench.engine.jobs.whenOver(next.id)).toMatchObject({ status: 'completed', documentId: next.id })
      },
      { silenceMs: 400 },
    ),
  )

  it('is offered when its content is given again', () =>
    withEngine(async (bench) => {
      const { id, file } = await read(bench, 'again.pdf', {})
      await bench.engine.jobs.whenOver(id)
      const again = await bench.engine.jobs.createFromPath(file)
      expect(again).toMatchObject({ outcome: 'created', earlierDocumentId: id, earlierStoryId: null })
    }))
})

describe('a page', () => {
  it.each([
    ['never ends', { do: 'spin' }, 'it took too long'],
    ['ends its thread', { do: 'exit' }, 'the reader stopped at it'],
  ] as const)('that %s fails by itself, and the rest is read', (_what, step, why) =>
    withEngine(
      async (bench) => {
        const { engine } = bench
        const { id, file } = await read(bench, 'page.pdf', { pages: 7, at: { 3: step } })
        expect((await engine.jobs.whenOver(id)).status).toBe('completed')
        const { document } = await engine.handlers['documents/get']({ id })
        expect(document.warnings).toMatchObject([
          { code: 'page_failed', page: 3, message: expect.stringContaining(`Page 3 could not be read: ${why}`) },
        ])
        expect(document.pages.map(({ number, ready }) => [number, ready])).toEqual(
          numbers(7).map((number) => [number, true]),
        )
        expect(await engine.handlers['documents/page']({ id, page: 3 })).toMatchObject({
          page: { number: 3, text: '', image: null, width: 595 },
          lines: [],
        })
        const begun = await pagesBegun(file)
        for (const page of [1, 2, 4, 5, 6, 7]) expect(begun.filter((one) => one === page)).toEqual([page])
      },
      { silenceMs: 1_000 },
    ),
  )

  it('that dies of something else than itself is read at the second try', () =>
    withEngine(async (bench) => {
      const step = { do: 'at_first', times: 1, step: { do: 'exit' } }
      const { id } = await read(bench, 'once.pdf', { pages: 5, at: { 2: step } })
      expect((await bench.engine.jobs.whenOver(id)).status).toBe('completed')
      const { document } = await bench.engine.handlers['documents/get']({ id })
      expect(document.warnings).toEqual([])
    }))

  it(
    'after page that hangs ends the reading: the others are said not to have been tried',
    {
      timeout: 60_000,
    },
    () =>
      withEngine(
        async (bench) => {
          const at = Object.fromEntries(numbers(14).map((page) => [page + 1, { do: 'spin' }]))
          const { id, file } = await read(bench, 'trap.pdf', { pages: 15, at })
          expect((await bench.engine.jobs.whenOver(id)).status).toBe('completed')
          const { document } = await bench.engine.handlers['documents/get']({ id })
          expect(document.warnings).toHaveLength(14)
          expect(document.warnings.at(-1)?.message).toContain('was not tried')
          expect((await pagesBegun(file)).length).toBeLessThan(15)
        },
        { silenceMs: 300 },
      ),
  )
})

const slowOnce = { do: 'at_first', times: 1, step: { do: 'work', ms: 60_000 } }

describe('a conversion that is broken off', () => {
  const slow = { pages: 12, at: { 7: { do: 'at_first', times: 1, step: { do: 'work', ms: 60_000 } } } }

  async function marks(bench: Bench, id: string): Promise<Map<string, string>> {
    const folder = readingOf(bench, id, 'parts')
    const names = await readdir(folder)
    return new Map(
      await Promise.all(
        names.map(async (name): Promise<[string, string]> => {
          const { ino, mtimeMs } = await stat(path.join(folder, name))
          return [name, `${ino} ${mtimeMs}`]
        }),
      ),
    )
  }

  it('by a restart goes on at the first missing page', () =>
    withEngine(
      async (bench) => {
        const { id, file } = await read(bench, 'interrupted.pdf', slow)
        await jobWhen(bench.engine, id, (job) => job.units?.unit === 'pages' && job.units.done >= 6)
        await bench.engine.close()
        const before = await marks(bench, id)
        expect(before.size).toBe(6)
        const after = await bench.restart()
        const done = await after.engine.jobs.whenOver(id)
        expect(done).toMatchObject({ status: 'completed', attempt: 1 })
        const begun = await pagesBegun(file)
        for (const page of [1, 2, 3, 4, 5, 6]) expect(begun.filter((one) => one === page)).toEqual([page])
        expect(begun.filter((one) => one === 7)).toEqual([7, 7])
        expect(await readFile(`${file}.tasks`, 'utf8')).toBe('open\nstory\n')
        const counted = after.events.flatMap((event) =>
          event.name === 'job/changed' && event.payload.job.units?.unit === 'pages'
            ? [event.payload.job.units.done]
            : [],
        )
        expect(Math.min(...counted)).toBe(6)
      },
      { threads: 1 },
    ))

  it('by a pause keeps its pages; by a cancel it keeps none, and a retry begins anew', () =>
    withEngine(
      async (bench) => {
        const { engine } = bench
        const { id, file } = await read(bench, 'paused.pdf', slow)
        await jobWhen(engine, id, (job) => job.units?.unit === 'pages' && job.units.done >= 6)
        await engine.queue.pause(id)
        expect((await marks(bench, id)).size).toBe(6)
        await engine.handlers['jobs/cancel']({ id })
        expect(existsSync(path.join(bench.dataDir, 'jobs', id))).toBe(false)
        const { document } = await engine.handlers['documents/get']({ id })
        expect(document).toMatchObject({ status: 'cancelled', pageCount: null, pages: [] })
        await engine.handlers['jobs/retry']({ id })
        expect((await engine.jobs.whenOver(id)).status).toBe('completed')
        expect((await pagesBegun(file)).filter((page) => page === 1)).toEqual([1, 1])
      },
      { threads: 1 },
    ))

  it('by a cancel and asked for again at once begins when its old files are gone', () =>
    withEngine(
      async (bench) => {
        const { engine } = bench
        const { id } = await read(bench, 'again.pdf', { pages: 4, at: { 3: slowOnce } })
        await jobWhen(engine, id, (job) => job.units?.unit === 'pages' && job.units.done === 2)
        await engine.queue.pause(id)
        // So many that removing them takes longer than beginning anew.
        const folder = readingOf(bench, id, 'images')
        await mkdir(folder)
        for (let number = 0; number < 3_000; number += 1) await writeFile(path.join(folder, `${number}.png`), '')
        const cancelling = engine.handlers['jobs/cancel']({ id })
        await vi.waitFor(async () => expect((await readdir(folder)).length).toBeLessThan(3_000), {
          interval: 1,
          timeout: 30_000,
        })
        await engine.handlers['jobs/retry']({ id })
        await cancelling
        expect(await engine.jobs.whenOver(id)).toMatchObject({ status: 'completed' })
        expect(existsSync(readingOf(bench, id, 'pages', '0004.webp'))).toBe(true)
        expect(existsSync(folder)).toBe(false)
      },
      { threads: 1 },
    ))

  it('by a failure keeps its pages for the retry', () =>
    withEngine(
      async (bench) => {
        const { engine } = bench
        const at = { 4: { do: 'at_first', times: 1, step: { do: 'fail', reason: 'file_unreadable' } } }
        const { id, file } = await read(bench, 'failing.pdf', { pages: 6, at })
        expect(await engine.jobs.whenOver(id)).toMatchObject({
          status: 'failed',
          failure: { reason: 'file_unreadable' },
        })
        expect((await marks(bench, id)).size).toBe(3)
        await engine.handlers['jobs/retry']({ id })
        expect((await engine.jobs.whenOver(id)).status).toBe('completed')
        expect((await pagesBegun(file)).filter((page) => page < 4)).toEqual([1, 2, 3])
      },
      { threads: 1 },
    ))

  it('reads a part again that a power cut left empty, and everything that another version read', () =>
    withEngine(
      async (bench) => {
        const { id, file } = await read(bench, 'cut.pdf', slow)
        await jobWhen(bench.engine, id, (job) => job.units?.unit === 'pages' && job.units.done >= 6)
        await bench.engine.close()
        await writeFile(readingOf(bench, id, 'parts', '0003.json'), '')
        await writeFile(readingOf(bench, id, 'parts', '0004.json'), '\0'.repeat(400))
        const same = await bench.restart()
        expect((await same.engine.jobs.whenOver(id)).status).toBe('completed')
        expect((await pagesBegun(file)).slice(7, 9)).toEqual([3, 4])
        const other = await read(same, 'other.pdf', { ...slow, text: 'other' })
        await jobWhen(same.engine, other.id, (job) => job.units?.unit === 'pages' && job.units.done >= 6)
        const newer = await same.restart({ version: '0.0.1' })
        expect((await newer.engine.jobs.whenOver(other.id)).status).toBe('completed')
        expect((await pagesBegun(other.file)).filter((page) => page === 1)).toEqual([1, 1])
      },
      { threads: 1 },
    ))
})

describe('the pages of a document', () => {
  it('are shared over the threads, and no job beside it waits for them', () =>
    withEngine(
      async (bench) => {
        const { engine } = bench
        const { id, file } = await read(bench, 'shared.pdf', { pages: 40, pageMs: 30 })
        await jobWhen(engine, id, (job) => (job.units?.done ?? 0) >= 4)
        const beside = await engine.jobs.createFromPath(await bench.script('beside.csv', {}))
        expect((await engine.jobs.whenOver(beside.job.id)).status).toBe('completed')
        expect((await engine.handlers['jobs/get']({ id })).job.status).toBe('processing')
        expect((await engine.jobs.whenOver(id)).status).toBe('completed')
        const begun = await pagesBegun(file)
        expect(begun.toSorted((a, b) => a - b)).toEqual(numbers(40))
        expect(await pagesBegun(file)).not.toEqual(numbers(40))
      },
      { concurrency: 2, threads: 3 },
    ))
})

describe('a password', () => {
  it('opens the document, is forgotten with the job, and is nowhere on the disk', () =>
    withEngine(async (bench) => {
      const { engine, events } = bench
      const secret = 'open sesame 4711'
      const { id, file } = await read(bench, 'locked.pdf', { pages: 3, password: secret })
      expect(await engine.jobs.whenOver(id)).toMatchObject({
        status: 'failed',
        failure: { reason: 'encrypted_document' },
        canRetry: true,
      })
      await engine.handlers['jobs/unlock']({ id, password: 'wrong guess 0815' })
      expect((await engine.jobs.whenOver(id)).failure?.reason).toBe('encrypted_document')
      await engine.handlers['jobs/unlock']({ id, password: secret })
      expect((await engine.jobs.whenOver(id)).status).toBe('completed')
      expect((await engine.handlers['documents/get']({ id })).document.pageCount).toBe(3)
      expect(JSON.stringify(events)).not.toMatch(/sesame|guess/u)
      await engine.close()
      for (const found of await filesUnder(bench.dataDir)) {
        const content = await readFile(found, 'latin1')
        expect(content.includes('sesame') || content.includes('guess'), found).toBe(false)
      }
      const library = openLibrary(path.join(bench.dataDir, 'library.sqlite'))
      const dump = JSON.stringify([
        library.statement('SELECT * FROM jobs').all(),
        library.statement('SELECT * FROM job_events').all(),
      ])
      library.close()
      expect(dump).not.toMatch(/sesame|guess/u)
      expect(file).toContain('locked.pdf')
    }))
})

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

describe('a document of the library', () => {
  it('is deleted with its files and its words; its job stays', () =>
    withEngine(async (bench) => {
      const { engine, events } = bench
      const { id } = await read(bench, 'gone.pdf', { pages: 3, text: 'Gooseberries' })
      await engine.jobs.whenOver(id)
      const search = { ...all, search: 'gooseb' }
      expect((await engine.handlers['library/list'](search)).total).toBe(1)
      await engine.handlers['documents/delete']({ id })
      expect((await engine.handlers['library/list'](search)).total).toBe(0)
      expect((await engine.handlers['library/list'](all)).total).toBe(0)
      expect(existsSync(path.join(bench.dataDir, 'jobs', id))).toBe(false)
      expect(events.some((event) => event.name === 'document/deleted' && event.payload.id === id)).toBe(true)
      for (const gone of [
        engine.handlers['documents/get']({ id }),
        engine.handlers['documents/delete']({ id }),
        engine.handlers['documents/search']({ id, words: 'x', limit: 1 }),
      ]) {
        await expect(gone).rejects.toMatchObject({ reason: 'no_such_document' })
      }
      expect((await engine.handlers['jobs/get']({ id })).job.status).toBe('completed')
      expect((await engine.clean({ days: 0 })).jobIds).toEqual([id])
    }))

  it('is not cleaned up with old jobs, and outlives a restart with its files', () =>
    withEngine(async (bench) => {
      const { id } = await read(bench, 'kept.pdf', { pages: 2 })
      await bench.engine.jobs.whenOver(id)
      expect((await bench.engine.clean({ days: 0 })).jobIds).toEqual([])
      const { engine } = await bench.restart()
      await engine.clean({ days: 0 })
      expect(await engine.documents.asset(id, 'pages/0002.webp')).not.toBeNull()
      expect((await engine.handlers['documents/get']({ id })).document.status).toBe('completed')
      expect(await engine.documents.document(id)).toMatchObject({ id, version: 1, story: { version: 1 } })
    }))

  it('gives its files and no others', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      const { id } = await read(bench, 'files.pdf', {})
      await engine.jobs.whenOver(id)
      for (const name of [
        'opened.json',
        'pages/../opened.json',
        '../../../library.sqlite',
        'pages/0002.webp',
        'pages',
      ]) {
        expect(await engine.documents.asset(id, name), name).toBeNull()
      }
      expect(await engine.documents.asset('../jobs', 'pages/0001.webp')).toBeNull()
      expect(await engine.documents.asset(`${id}/../${id}`, 'pages/0001.webp')).toBeNull()
    }))
})

describe('a table of a document', () => {
  const table = [
    ['Year', 'Boats'],
    ['2024', '12'],
    ['2025', '=1+1'],
  ]

  it('is told as a story of its own that says where it is from', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      const { id } = await read(bench, 'harbour.md', { flowed: true, table })
      await engine.jobs.whenOver(id)
      const told = await engine.handlers['documents/tell-table']({ id, table: 0 })
      const origin = { documentId: id, name: 'harbour.md', page: 1, table: 0, header: true }
      expect(told).toMatchObject({
        outcome: 'created',
        earlierStoryId: null,
        job: { pipeline: 'story', source: { name: 'harbour.md · page 1, table 1.csv', origin } },
      })
      const job = await engine.jobs.whenOver(told.job.id)
      expect(job.status).toBe('completed')
      const { story } = await engine.handlers['stories/get']({ id: job.storyId ?? '' })
      expect(story.source).toMatchObject({ name: 'harbour.md · page 1, table 1.csv', origin })
      const again = await engine.handlers['documents/tell-table']({ id, table: 0 })
      expect(again.earlierStoryId).toBe(job.storyId)
      await expect(engine.handlers['documents/tell-table']({ id, table: 1 })).rejects.toMatchObject({
        reason: 'no_such_document',
      })
    }))

  it('is exported without a formula a spreadsheet would run, the document as text, Markdown and JSON', () =>
    withEngine(async (bench) => {
      const { engine } = bench
      const { id } = await read(bench, 'harbour.md', { flowed: true, table, pages: 2 })
      await engine.jobs.whenOver(id)
      const exported = async (of: number | null, format: 'txt' | 'md' | 'json' | 'csv'): Promise<string> => {
        const file = path.join(bench.folder, await engine.documents.exportName({ id, table: of, format }))
        await engine.documents.export({ id, table: of, format }, file)
        return readFile(file, 'utf8')
      }
      expect(await exported(0, 'csv')).toBe("Year,Boats\n2024,12\n2025,'=1+1\n")
      expect(JSON.parse(await exported(0, 'json'))).toMatchObject({ page: 1, rows: table, document: { id } })
      expect(await exported(null, 'txt')).toBe('This is page 1.\n\fThis is page 2.\n')
      expect(JSON.parse(await exported(null, 'json'))).toMatchObject({ id, version: 1, pageCount: 2 })
      const markdown = await exported(null, 'md')
      expect(markdown).toContain('# harbour')
      expect(markdown).toContain('| Year | Boats |')
      expect((await readdir(bench.folder)).filter((name) => name.startsWith('harbour ·')).toSorted()).toEqual([
        'harbour · page 1, table 1.csv',
        'harbour · page 1, table 1.json',
      ])
    }))
})
