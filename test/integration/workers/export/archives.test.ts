import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyInsight } from '../../../../src/shared/story/every-insight.ts'
import type { Focus } from '../../../../src/shared/story/focus.ts'
import { storySchema } from '../../../../src/shared/story/story.ts'
import { type Content, streamOf } from '../../../../src/workers/export/content.ts'
import type { ExportWriters } from '../../../../src/workers/export/writer.ts'
import { storyWriter } from '../../../../src/workers/export/writers.ts'
import { archiveOf } from '../../../../src/workers/export/zip/archive.ts'
import { detachedContext } from '../../../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../../../src/workers/runtime/duckdb/database.ts'
import { ordersSql } from '../../../support/stories/orders.ts'
import { heldStory, type ToldStory, withToldStory } from '../../../support/stories/told-story.ts'
import { withTemporaryFolder } from '../../../support/temporary.ts'
import { unzip } from '../../../support/unzip.ts'

const held = heldStory(ordersSql)
let told: ToldStory

beforeAll(async () => {
  told = await held.begin()
}, 60_000)
afterAll(() => held.end())

const contentOf = async (content: Content): Promise<Buffer> => buffer(streamOf(content))
const written = async (writer: ExportWriters['story'], { story, stored } = told) =>
  unzip(await contentOf(await writer(story, detachedContext(), stored)))

/** How many numbers of the story its script gives when it is run in the folder where it was unpacked. */
async function numbersGiven({ story, stored }: ToldStory, script: string, folder: string): Promise<number> {
  const insights = everyInsight(story)
  return withDatabase(detachedContext(), {}, async (database) => {
    await database.run(`SET file_search_path = ${quoteText(folder)}`)
    const { connection } = database
    const results: Record<string, unknown>[][] = []
    const statements = await connection.extractStatements(script)
    for (let index = 0; index < statements.count; index += 1) {
      const result = await (await statements.prepare(index)).run()
      results.push((await result.getRowObjectsJS()) as Record<string, unknown>[])
    }
    const queries = insights.flatMap(({ evidence }) => evidence.sql)
    expect(results).toHaveLength(stored.tables.length + queries.length + story.charts.length)
    let compared = 0
    let at = stored.tables.length
    for (const { evidence } of insights) {
      const own = results.slice(at, at + evidence.sql.length)
      at += evidence.sql.length
      for (const [name, value] of Object.entries(evidence.values)) {
        if (evidence.derived[name] !== undefined || typeof value !== 'number') continue
        const row = own.find((rows) => rows.length === 1 && rows[0]?.[name] !== undefined)?.[0]
        expect(Number(row?.[name])).toBeCloseTo(value, 9)
        compared += 1
      }
    }
    return compared
  })
}

async function unpack(files: ReadonlyMap<string, Buffer>, folder: string): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), bytes)
  }
}

/** Width and height as a PNG says them. */
function pngSize(bytes: Buffer | undefined): readonly [number, number] {
  expect(bytes?.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [bytes?.readUInt32BE(16) ?? 0, bytes?.readUInt32BE(20) ?? 0]
}

describe('a story as SQL with its tables', () => {
  it(
    'gives the numbers of the story when it is run where it was unpacked',
    () =>
      withTemporaryFolder(async (folder) => {
        const files = await written(storyWriter('sql'))
        expect([...files.keys()]).toEqual(['story.sql', 'tables/orders.parquet'])
        await unpack(files, folder)
        const script = files.get('story.sql')?.toString('utf8') ?? ''
        for (const { sentence } of everyInsight(told.story)) expect(script).toContain(`: ${sentence}\n`)
        expect(await numbersGiven(told, script, folder)).toBeGreaterThan(20)
      }),
    60_000,
  )

  it.each(['sql', 'zip'] as const)(
    'gives them by the names and in the orders a person chose, as %s',
    (format) => {
      const focus: Focus = {
        names: { region: 'Sales area', weight: 'region' },
        orders: { 'Sales area': ['=1+1', 'West', '<b>North</b> & "=2"'] },
        where: 'order_date < 2022-01-01',
      }
      return withToldStory(
        ordersSql,
        (renamed) =>
          withTemporaryFolder(async (folder) => {
            const files = await written(storyWriter(format), renamed)
            await unpack(files, folder)
            const script = files.get('story.sql')?.toString('utf8') ?? ''
            expect(script).toContain('"Sales area"')
            expect(await numbersGiven(renamed, script, folder)).toBeGreaterThan(15)
          }),
        { focus },
      )
    },
    120_000,
  )

  it('opens a table as a person asked for it, and lets no text end its comment', async () => {
    const [table] = told.stored.tables
    if (table === undefined) throw new Error('No table is stored')
    const view = { where: null, retyped: [], rowsStored: 1 }
    const story = { ...told.story, title: "Broken\nDROP TABLE x; '" }
    const stored = {
      ...told.stored,
      tables: [
        { ...table, name: 'a/b "c"' },
        { ...table, name: 'a b c', view },
      ],
    }
    const files = await unzip(await contentOf(await storyWriter('sql')(story, detachedContext(), stored)))
    const script = files.get('story.sql')?.toString('utf8') ?? ''
    expect(script).toContain("-- Broken DROP TABLE x; '\n")
    expect(script).toContain(
      `CREATE OR REPLACE VIEW "a/b ""c""" AS SELECT * FROM read_parquet('tables/a b c.parquet');`,
    )
    expect([...files.keys()].slice(1)).toEqual(['tables/a b c.parquet', 'tables/a b c 2.parquet'])
  })
})

describe('a story as Markdown with charts', () => {
  it('has a picture of each chart where its text names one, and every paragraph', async () => {
    const files = await written(storyWriter('md-charts'))
    const text = files.get('story.md')?.toString('utf8') ?? ''
    const named = [...text.matchAll(/\]\((charts\/[^)]+)\)/gu)].map(([, name]) => name ?? '')
    expect(named).toHaveLength(told.story.charts.length)
    expect([...files.keys()].sort()).toEqual(['story.md', ...named].sort())
    for (const name of named) {
      const [width, height] = pngSize(files.get(name))
      expect(width).toBe(1360)
      expect(height).toBeGreaterThan(200)
    }
    for (const { paragraphs } of told.story.sections) {
      for (const { numbers } of paragraphs) for (const { text: number } of numbers) expect(text).toContain(number)
    }
  })
})

describe('a story as an archive of everything', () => {
  it('has every form and the tables', async () => {
    const bytes = await contentOf(await storyWriter('zip')(told.story, detachedContext(), told.stored))
    const files = await unzip(bytes)
    const names = [...files.keys()]
    expect(names.filter((name) => !name.startsWith('charts/'))).toEqual([
      'story.html',
      'story.md',
      'story.pptx',
      'story.xlsx',
      'story.json',
      'story.sql',
      'tables/orders.parquet',
    ])
    expect(storySchema.parse(JSON.parse(files.get('story.json')?.toString('utf8') ?? ''))).toEqual(told.story)
    for (const name of ['story.pptx', 'story.xlsx'])
      expect((await unzip(files.get(name) ?? new Uint8Array())).size).toBeGreaterThan(5)
  }, 60_000)

  it('fails whole where one of its files cannot be made', async () => {
    const files = ['a', 'b'].map((name) => ({
      name,
      content: () => (name === 'a' ? 'fine' : Promise.reject(new Error('no b'))),
    }))
    await expect(buffer(archiveOf(files, new Date(0)))).rejects.toThrow('no b')
  })
})
