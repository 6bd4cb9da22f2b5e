import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deleteStory, readStory, selectStorySummaries } from '../../../src/main/store/stories.ts'
import { searchStories, toMatchQuery } from '../../../src/main/store/story-search.ts'
import type { Story } from '../../../src/shared/story/story.ts'
import { type LifecycleBench, largest, lifecycleBench } from '../../support/engine/library.ts'
import { holds } from '../../support/property.ts'

function story(id: string, title: string, text: string): Story {
  return {
    version: 1,
    id,
    createdAt: '2026-01-01T00:00:00.000Z',
    engineVersion: '0.0.0',
    seed: 1,
    title,
    subtitle: 'as told',
    source: { name: `${id} “Umsätze” 2024.csv`, bytes: 1, sha256: '0'.repeat(64), kind: 'csv' },
    tables: [],
    findings: [],
    facts: [],
    leads: [],
    quality: [],
    sections: [{ heading: 'First', paragraphs: [{ text, insights: [], numbers: [] }], charts: [] }],
    charts: [],
    method: { testsRun: 0, kept: 0, q: 0.05, families: [], sampled: false, rowsAnalysed: 0 },
    timings: { import: 0, convert: 0, analyze: 0, narrate: 0, visualize: 0 },
    verified: { numbers: 0, matched: 0 },
  }
}

function withStories(): LifecycleBench {
  const bench = lifecycleBench()
  const told = [
    story('s1', 'Sales rose in spring', 'The café in Zürich led.'),
    story('s2', 'Noise', 'Nothing held up.'),
  ]
  for (const one of told) {
    bench.create(one.id)
    const job = bench.lifecycle.claim(largest)
    if (job === null) throw new Error('nothing to claim')
    expect(bench.lifecycle.complete(job, { kind: 'story', story: one }, job.options_key)).toBe(true)
  }
  return bench
}

const found = ({ library }: LifecycleBench, search: string): string[] =>
  searchStories(library, search, 10, 0).stories.map(({ id }) => id)

describe('searching the library', () => {
  it('finds words in titles, texts and file names, by their beginning, whatever the accents and case', () => {
    const bench = withStories()
    expect(found(bench, 'SPRING')).toEqual(['s1'])
    expect(found(bench, 'zuri caf')).toEqual(['s1'])
    expect(found(bench, 'umsatze').toSorted()).toEqual(['s1', 's2'])
    expect(found(bench, 'spring nothing')).toEqual([])
  })

  it('shows the words around the hit, marked', () => {
    expect(searchStories(withStories().library, 'zürich', 10, 0)).toMatchObject({
      total: 1,
      stories: [{ snippet: expect.stringContaining('[Zürich]') }],
    })
  })

  it('looks for a letter alone in the beginnings of names, and in texts where it is a word', () => {
    const bench = withStories()
    // “spring”, “in” and “the” begin with these letters, but only the title and the file name are names.
    expect(found(bench, 's')).toEqual(['s1', 's2'].toSorted())
    expect(found(bench, 'r')).toEqual(['s1'])
    expect(found(bench, 'z')).toEqual([])
    expect(found(bench, 's r')).toEqual(['s1'])
    expect(found(bench, 'zürich l')).toEqual(['s1'])
    bench.create('s3')
    const job = bench.lifecycle.claim(largest)
    if (job === null) throw new Error('nothing to claim')
    bench.lifecycle.complete(job, { kind: 'story', story: story('s3', 'Other', 'Plan Z it is.') }, job.options_key)
    expect(found(bench, 'z')).toEqual(['s3'])
    expect(searchStories(bench.library, 'z', 10, 0).stories[0]?.snippet).toContain('[Z]')
  })

  it('takes the query language’s own signs for plain text', () => {
    const bench = withStories()
    for (const search of [
      '"',
      '*',
      'title:spring"',
      'NEAR(a b)',
      'a OR',
      'NOT',
      '(',
      "'; DROP TABLE jobs;--",
      '^',
      '\0',
    ]) {
      expect(() => found(bench, search), search).not.toThrow()
    }
    expect(found(bench, 'sales AND spring')).toEqual([])
    expect(toMatchQuery('!?')).toBeNull()
  })

  it('never fails, whatever is typed', () => {
    const bench = withStories()
    holds(fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => Array.isArray(found(bench, text))))
  })

  it('does not find a deleted story', async () => {
    const bench = withStories()
    expect(deleteStory(bench.library, 's1')).toBe('job-1')
    expect(found(bench, 'spring')).toEqual([])
    expect(await readStory(bench.library, 's1')).toBeNull()
    expect(deleteStory(bench.library, 's1')).toBeNull()
  })
})

describe('saved stories', () => {
  it('come back as they were saved, newest first', async () => {
    const { library } = withStories()
    expect((await readStory(library, 's1'))?.story).toEqual(
      story('s1', 'Sales rose in spring', 'The café in Zürich led.'),
    )
    expect(selectStorySummaries(library, 10, 0).map(({ id }) => id)).toEqual(['s2', 's1'])
  })
})
