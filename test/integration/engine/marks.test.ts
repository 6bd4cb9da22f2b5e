import { describe, expect, it } from 'vitest'
import { selectAllTags } from '../../../src/main/store/entry-tags.ts'
import { type EntryFilter, listEntries } from '../../../src/main/store/library-entries.ts'
import { markEntries } from '../../../src/main/store/mark-entries.ts'
import { deleteStory } from '../../../src/main/store/stories.ts'
import { emptyResult, type LifecycleBench, largest, lifecycleBench } from '../../support/engine/library.ts'

const ids = ['a', 'b', 'c', 'd'] as const

function withStories(): LifecycleBench {
  const bench = lifecycleBench()
  for (const id of ids) {
    bench.create(id)
    const job = bench.lifecycle.claim(largest)
    if (job === null) throw new Error('nothing to claim')
    bench.clock.now += 1000
    expect(bench.lifecycle.complete(job, emptyResult(id), job.options_key)).toBe(true)
  }
  return bench
}

function list({ library }: LifecycleBench, filter: Partial<EntryFilter> = {}) {
  const { entries, total } = listEntries(library, {
    search: '',
    kinds: [],
    order: 'oldest',
    limit: 10,
    offset: 0,
    ...filter,
  })
  return { ids: entries.map((entry) => (entry.kind === 'story' ? entry.story.id : entry.document.id)), total, entries }
}

const stories = (...wanted: readonly string[]) => wanted.map((id) => ({ kind: 'story' as const, id }))

describe('what a person marks in the library', () => {
  it('is listed with each entry, and by itself, in any case of the tag', () => {
    const bench = withStories()
    markEntries(bench.library, {
      entries: stories('a', 'c'),
      addTags: ['Café', 'Old'],
      removeTags: [],
      favourite: true,
    })
    markEntries(bench.library, { entries: stories('b'), addTags: ['cafés'], removeTags: [] })
    expect(list(bench).entries.map((entry) => entry.kind === 'story' && entry.story.tags)).toEqual([
      ['Café', 'Old'],
      ['cafés'],
      ['Café', 'Old'],
      [],
    ])
    expect(list(bench, { tag: 'CAFÉ' })).toMatchObject({ ids: ['a', 'c'], total: 2 })
    expect(list(bench, { favourites: true })).toMatchObject({ ids: ['a', 'c'], total: 2 })
    expect(list(bench, { favourites: true, tag: 'cafés' })).toMatchObject({ ids: [], total: 0 })
    expect(list(bench, { tag: 'old', limit: 1, offset: 1 })).toMatchObject({ ids: ['c'], total: 2 })
  })

  it('narrows a search, and is found by it', () => {
    const bench = withStories()
    markEntries(bench.library, {
      entries: stories('b', 'd'),
      addTags: ['winter'],
      removeTags: [],
      favourite: undefined,
    })
    markEntries(bench.library, { entries: stories('d'), addTags: [], removeTags: [], favourite: true })
    expect(list(bench, { search: 'story', tag: 'winter' })).toMatchObject({ total: 2 })
    expect(list(bench, { search: 'story', favourites: true })).toMatchObject({ ids: ['d'], total: 1 })
    expect(list(bench, { search: 'winter' }).total).toBe(2)
    expect(list(bench, { search: 'wint a' }).total).toBe(0)
  })

  it('is taken back, and goes with its entry', () => {
    const bench = withStories()
    markEntries(bench.library, { entries: stories('a', 'b'), addTags: ['x'], removeTags: [], favourite: true })
    markEntries(bench.library, { entries: stories('a', 'gone'), addTags: [], removeTags: ['X'], favourite: false })
    expect(list(bench, { favourites: true }).ids).toEqual(['b'])
    expect(selectAllTags(bench.library)).toEqual([{ tag: 'x', entries: 1 }])
    deleteStory(bench.library, 'b')
    expect(selectAllTags(bench.library)).toEqual([])
  })
})
