import { describe, expect, it } from 'vitest'
import { addTag, selectAllTags, selectTags } from '../../../src/main/store/entry-tags.ts'
import { deleteStory, readStory, selectStorySummary } from '../../../src/main/store/stories.ts'
import { selectHand, writeHand } from '../../../src/main/store/story-hands.ts'
import { indexTags, searchStories } from '../../../src/main/store/story-search.ts'
import { changeHand, type HandChange } from '../../../src/shared/story/hand/change.ts'
import { emptyHand } from '../../../src/shared/story/hand/hand.ts'
import { handed } from '../../../src/shared/story/hand/handed.ts'
import type { Story } from '../../../src/shared/story/story.ts'
import { type LifecycleBench, largest, lifecycleBench } from '../../support/engine/library.ts'
import { shortStory } from '../../support/stories/short-story.ts'

/** Tells `story` of the file it names, under a job of its own. */
function tell(bench: LifecycleBench, story: Story, seed = 1): Story {
  bench.create(story.source.name, { seed })
  const job = bench.lifecycle.claim(largest)
  if (job === null) throw new Error('nothing to claim')
  bench.clock.now += 1000
  expect(bench.lifecycle.complete(job, { kind: 'story', story }, job.options_key)).toBe(true)
  return story
}

function write(bench: LifecycleBench, story: Story, ...changes: readonly HandChange[]): void {
  const hand = changes.reduce((before, change) => changeHand(story, before, change), emptyHand)
  writeHand(bench.library, story, hand, bench.clock.now)
}

const found = ({ library }: LifecycleBench, search: string): string[] =>
  searchStories(library, search, 10, 0).stories.map(({ id }) => id)

/** The same file another month: another direction, another leading group, nothing missing any more. */
function nextTelling(id: string, name = shortStory.source.name): Story {
  const next = structuredClone(shortStory)
  const rename = (list: Story['findings']) =>
    list.map((one) => ({ ...one, id: `${one.id}-2`, direction: 'down' as const }))
  return {
    ...next,
    id,
    source: { ...next.source, name, sha256: 'b'.repeat(64) },
    findings: rename(next.findings),
    facts: rename(next.facts),
    quality: [],
    sections: next.sections.map((section) => ({
      ...section,
      paragraphs: section.paragraphs.map((paragraph) => ({
        ...paragraph,
        insights: paragraph.insights.filter((one) => one !== 'missing').map((one) => `${one}-2`),
        numbers: [],
      })),
    })),
    charts: [],
  }
}

describe("a person's hand in the library", () => {
  it('is kept beside the story, which stays as it was', async () => {
    const bench = lifecycleBench()
    const story = tell(bench, shortStory)
    write(bench, story, { kind: 'title', text: 'A good year' }, { kind: 'dismiss', statements: ['region'] })
    expect(selectHand(bench.library, story.id)).toMatchObject({ title: 'A good year', dismissed: ['region'] })
    expect((await readStory(bench.library, story.id))?.story).toEqual(shortStory)
    expect(selectStorySummary(bench.library, story.id)?.title).toBe('A good year')
  })

  it('is found by its words, and what was put away is not', () => {
    const bench = lifecycleBench()
    const story = tell(bench, shortStory)
    expect(found(bench, 'South')).toEqual([story.id])
    write(
      bench,
      story,
      { kind: 'note', statements: ['revenue'], text: 'Ask Kowalczyk about it.' },
      {
        kind: 'edit',
        statements: ['revenue'],
        role: 'key',
        was: 'Revenue rose by 12% in 2021.',
        text: 'Splendid growth.',
      },
      { kind: 'dismiss', statements: ['region'] },
    )
    expect(['kowalczyk', 'splendid', 'south'].map((word) => found(bench, word).length)).toEqual([1, 1, 0])
    write(bench, story)
    expect(['kowalczyk', 'splendid', 'south'].map((word) => found(bench, word).length)).toEqual([0, 0, 1])
    expect(selectHand(bench.library, story.id)).toBeNull()
  })

  it('goes on to the next telling of the file, by what its statements are about', () => {
    const bench = lifecycleBench()
    const story = tell(bench, shortStory)
    write(
      bench,
      story,
      { kind: 'title', text: 'A good year' },
      { kind: 'dismiss', statements: ['region'] },
      { kind: 'note', statements: ['missing'], text: 'Typed by hand.' },
      { kind: 'note', statements: ['revenue'], text: 'Ask Ann.' },
    )
    const next = tell(bench, nextTelling('story-2'), 2)
    const hand = selectHand(bench.library, 'story-2')
    expect(hand?.dismissed).toEqual(['region-2'])
    expect(hand?.notes).toEqual([
      { statement: 'missing', text: 'Typed by hand.' },
      { statement: 'revenue-2', text: 'Ask Ann.' },
    ])
    // The title said what another telling found.
    expect(selectStorySummary(bench.library, 'story-2')?.title).toBe(shortStory.title)
    expect(handed(next, hand).findings.map(({ id }) => id)).toEqual(['revenue-2'])
    expect(found(bench, 'Ann').toSorted()).toEqual(['story-1', 'story-2'])
    // What it was taken from may go.
    deleteStory(bench.library, story.id)
    tell(bench, { ...shortStory, id: 'story-3' }, 3)
    expect(selectHand(bench.library, 'story-3')?.notes).toEqual([
      { statement: 'missing', text: 'Typed by hand.' },
      { statement: 'revenue', text: 'Ask Ann.' },
    ])
  })

  it('does not go to the story of another file', () => {
    const bench = lifecycleBench()
    write(bench, tell(bench, shortStory), { kind: 'dismiss', statements: ['region'] })
    tell(bench, nextTelling('story-2', 'staff.csv'), 2)
    expect(selectHand(bench.library, 'story-2')).toBeNull()
  })

  it('ends with its story', () => {
    const bench = lifecycleBench()
    const story = tell(bench, shortStory)
    write(bench, story, { kind: 'dismiss', statements: ['region'] })
    deleteStory(bench.library, story.id)
    expect(selectHand(bench.library, story.id)).toBeNull()
  })
})

describe('tags', () => {
  it('are one in any case, are found by the search, and end with their story', () => {
    const bench = lifecycleBench()
    const story = tell(bench, shortStory)
    for (const tag of ['Quarterly', 'quarterly', 'Größe']) addTag(bench.library, story.id, tag)
    indexTags(bench.library, story.id)
    expect(selectTags(bench.library, story.id)).toEqual(['Größe', 'Quarterly'])
    expect(selectAllTags(bench.library)).toEqual([
      { tag: 'Größe', entries: 1 },
      { tag: 'Quarterly', entries: 1 },
    ])
    expect(found(bench, 'quart')).toEqual([story.id])
    // A change of the hand indexes the story anew, and loses no tag.
    write(bench, story, { kind: 'dismiss', statements: ['region'] })
    expect(found(bench, 'quart')).toEqual([story.id])
    deleteStory(bench.library, story.id)
    expect(selectAllTags(bench.library)).toEqual([])
  })
})
