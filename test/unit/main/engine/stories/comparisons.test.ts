/** Saved comparisons over a library in memory; the pool gives a comparison without a word. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ComparisonService } from '../../../../../src/main/engine/stories/comparisons.ts'
import { type Library, openLibrary } from '../../../../../src/main/store/library.ts'
import { deleteStory, readStory } from '../../../../../src/main/store/stories.ts'
import type { Comparison } from '../../../../../src/shared/comparison/comparison.ts'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import type { Story } from '../../../../../src/shared/story/story.ts'
import type { ProfiledTable } from '../../../../../src/shared/story/table.ts'
import { emptyStory } from '../../../../support/engine/library.ts'
import { storeStory } from '../../../../support/engine/stored-story.ts'

let library: Library
/** Ids of the stories that were read whole, in order. */
let read: string[]

beforeEach(() => {
  library = openLibrary(':memory:')
  read = []
})
afterEach(() => library.close())

function tableOf(...columns: string[]): ProfiledTable {
  return {
    ...{ name: 'table', sheet: null, file: 'table.parquet', rows: 1, droppedRows: 0, notes: [] },
    columns: columns.map((name) => ({
      ...{ name, type: 'number', role: 'measure', nulls: 0, distinct: 1, stats: {}, storage: 'DOUBLE', format: null },
      unreadable: { count: 0, examples: [] },
    })),
  }
}

function storyOf(id: string, sourceName: string, columns: readonly string[]): Story {
  const story = emptyStory(id)
  return { ...story, source: { ...story.source, name: sourceName }, tables: [tableOf(...columns)] }
}

function comparisonOf(before: string, after: string): Comparison {
  const side = (id: string) => ({ id, title: '', createdAt: '', sourceName: '', sha256: '' })
  const lists = { sections: [], tables: [], tablesAdded: [], tablesGone: [], statements: [], changes: [] }
  return {
    ...{ version: 1, language: 'en', before: side(before), after: side(after), basis: 'tables', ...lists },
    headline: { text: `${before} and ${after}`, insights: [], numbers: [] },
    verified: { numbers: 0, matched: 0 },
  }
}

/** `whileComparing` is done before the comparison is there. */
function service(whileComparing: () => void = () => undefined): ComparisonService {
  let pair = ['', '']
  return new ComparisonService({
    library,
    pool: {
      runTask: async () => {
        whileComparing()
        return { outcome: 'done', output: comparisonOf(pair[0] ?? '', pair[1] ?? ''), elapsedMs: 1 }
      },
    },
    files: { folder: (jobId) => `/jobs/${jobId}` },
    stories: {
      get: async (id) => {
        read.push(id)
        pair = [pair[1] ?? '', id]
        const found = await readStory(library, id)
        if (found === null) throw new StoryglassError('no_such_story', id)
        return { ...found, hand: null }
      },
    },
    texts: { language: 'en' },
    clock: () => 1,
    keptBy: '1.0.0',
  })
}

it('finds the earlier story by what is kept of its columns, without reading one', async () => {
  for (let at = 0; at < 60; at++) storeStory(library, storyOf(`other-${at}`, 'sales.csv', ['x', `y${at}`]), 100 + at)
  storeStory(library, storyOf('oldest', 'sales-1.csv', ['a', 'B ']), 1)
  storeStory(library, storyOf('renamed', 'export.csv', ['a', 'b']), 2)
  storeStory(library, storyOf('own', 'sales-2.csv', ['A', 'b']), 1_000)
  const { compared } = await service().compared({ id: 'own' })
  // Behind sixty others of as many columns, and by its name before a newer one.
  expect(compared?.before.id).toBe('oldest')
  // Only the two that are compared are read.
  expect(read).toEqual(['oldest', 'own'])
})

it('reads no story at all where there is none of its shape', async () => {
  storeStory(library, storyOf('other', 'sales.csv', ['x', 'y']), 1)
  storeStory(library, storyOf('own', 'sales.csv', ['a', 'b']), 2)
  expect(await service().compared({ id: 'own' })).toEqual({ compared: null })
  expect(read).toEqual([])
  await expect(service().compared({ id: 'nobody' })).rejects.toMatchObject({ reason: 'no_such_story' })
})

it('finds out once what an earlier version did not keep, and stops at the first that fits', async () => {
  storeStory(library, storyOf('same-name', 'sales-1.csv', ['a', 'b']), 1)
  storeStory(library, storyOf('elsewhere', 'export.csv', ['a', 'b']), 2)
  storeStory(library, storyOf('own', 'sales-2.csv', ['a', 'b']), 3)
  library.statement('DELETE FROM story_shapes').run()
  const comparisons = service()
  expect((await comparisons.compared({ id: 'own' })).compared?.before.id).toBe('same-name')
  expect(read).not.toContain('elsewhere')
  read = []
  await comparisons.compared({ id: 'own' })
  // The comparison itself is kept.
  expect(read).toEqual([])
})

it.each(['before', 'after'])('keeps nothing where the story %s was deleted meanwhile', async (gone) => {
  storeStory(library, storyOf('before', 'a.csv', ['a']), 1)
  storeStory(library, storyOf('after', 'b.csv', ['a']), 2)
  const comparing = service(() => deleteStory(library, gone))
  const { comparison } = await comparing.compare({ before: 'before', after: 'after' })
  expect(comparison.headline.text).toBe('before and after')
  expect(library.statement('SELECT count(*) AS kept FROM comparisons').get()).toEqual({ kept: 0 })
})

it('says when the comparison could not be kept for another reason', async () => {
  storeStory(library, storyOf('before', 'a.csv', ['a']), 1)
  storeStory(library, storyOf('after', 'b.csv', ['a']), 2)
  library
    .statement("CREATE TRIGGER full BEFORE INSERT ON comparisons BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY or not'); END")
    .run()
  await expect(service().compare({ before: 'before', after: 'after' })).rejects.toThrow('FOREIGN KEY or not')
})
