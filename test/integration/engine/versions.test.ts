import { readFile, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine.ts'
import type { ToldOptions } from '../../../src/shared/story/version.ts'
import { withEngine } from '../../support/engine/with-engine.ts'

async function told(engine: Engine, file: string): Promise<string> {
  const { job } = await engine.jobs.createFromPath(file)
  return (await engine.jobs.whenOver(job.id)).storyId ?? ''
}

async function retold(engine: Engine, id: string, options: ToldOptions): Promise<string> {
  const { job } = await engine.handlers['stories/retell']({ id, told: options })
  if (job === null) throw new Error('a version is told so already')
  expect(job.retells).toBe(id)
  return (await engine.jobs.whenOver(job.id)).storyId ?? ''
}

const runsOf = async (file: string, stage: string): Promise<number> =>
  (await readFile(`${file}.${stage}.runs`, 'utf8')).length

describe('versions of a story', () => {
  it('tells a source again from the analysis when only its columns are spoken of, and keeps what was told', () =>
    withEngine(async ({ engine, script }) => {
      const file = await script('sales.csv', { count: true })
      const first = await told(engine, file)
      const before = { import: await runsOf(file, 'import'), convert: await runsOf(file, 'convert') }
      const second = await retold(engine, first, { focus: { target: 'amount' } })
      expect({ import: await runsOf(file, 'import'), convert: await runsOf(file, 'convert') }).toEqual(before)
      const { versions } = await engine.handlers['stories/versions']({ id: first })
      expect(versions).toMatchObject([
        { id: first, parent: null, told: {} },
        { id: second, parent: first, told: { focus: { target: 'amount' } } },
      ])
      expect(await engine.handlers['stories/versions']({ id: second })).toEqual({ versions })
      const { story } = await engine.handlers['stories/get']({ id: second })
      expect(story.focus).toEqual({ target: 'amount' })
      expect((await engine.handlers['stories/get']({ id: first })).story.focus).toBeUndefined()
    }))

  it('reads the source anew when its reading is spoken of', () =>
    withEngine(async ({ engine, script }) => {
      const file = await script('sales.csv', { count: true })
      const first = await told(engine, file)
      await retold(engine, first, { reading: { skip: 1 } })
      expect(await runsOf(file, 'convert')).toBe(2)
    }))

  it('gives the version that is told so already, and the first for nothing told', () =>
    withEngine(async ({ engine, script }) => {
      const first = await told(engine, await script('sales.csv', {}))
      const second = await retold(engine, first, { focus: { ignore: ['amount'] } })
      const again = await engine.handlers['stories/retell']({ id: first, told: { focus: { ignore: ['amount'] } } })
      expect(again).toEqual({ job: null, storyId: second })
      expect(await engine.handlers['stories/retell']({ id: second, told: {} })).toEqual({ job: null, storyId: first })
    }))

  it('stands without the version it was told from, its tables included', () =>
    withEngine(async ({ engine, script }) => {
      const first = await told(engine, await script('sales.csv', {}))
      const second = await retold(engine, first, { focus: { target: 'amount' } })
      await engine.handlers['stories/delete']({ id: first })
      expect(await engine.handlers['stories/verify']({ id: second })).toMatchObject({ numbers: 1, matched: 1 })
      const { versions } = await engine.handlers['stories/versions']({ id: second })
      expect(versions).toMatchObject([{ id: second, parent: null }])
      const third = await retold(engine, second, { focus: { ignore: ['amount'] } })
      expect(await engine.handlers['stories/verify']({ id: third })).toMatchObject({ matched: 1 })
    }))

  it('leaves the last good story where a new version fails', () =>
    withEngine(async ({ engine, script }) => {
      const file = await script('sales.csv', {})
      const first = await told(engine, file)
      await rm(file)
      const { job } = await engine.handlers['stories/retell']({ id: first, told: { reading: { skip: 1 } } })
      expect(await engine.jobs.whenOver(job?.id ?? '')).toMatchObject({
        status: 'failed',
        failure: { reason: 'file_missing' },
      })
      expect((await engine.handlers['stories/versions']({ id: first })).versions).toHaveLength(1)
      expect(await engine.handlers['stories/verify']({ id: first })).toMatchObject({ matched: 1 })
    }))

  it('stands once in the library, by its last version, and says how many there are', () =>
    withEngine(async ({ engine, script }) => {
      const first = await told(engine, await script('sales.csv', {}))
      const other = await told(engine, await script('orders.csv', { title: 'other' }))
      const second = await retold(engine, first, { focus: { target: 'amount' } })
      const list = () =>
        engine.handlers['library/list']({ search: '', kinds: [], order: 'newest', limit: 9, offset: 0 })
      const { entries, total } = await list()
      expect(total).toBe(2)
      expect(entries).toMatchObject([
        { kind: 'story', story: { id: second, versions: 2, told: { focus: { target: 'amount' } } } },
        { kind: 'story', story: { id: other } },
      ])
      await engine.handlers['stories/delete']({ id: second })
      expect(await list()).toMatchObject({ total: 2, entries: [{ story: { id: other } }, { story: { id: first } }] })
    }))
})
