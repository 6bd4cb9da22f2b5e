import { describe, expect, test, vi } from 'vitest'
import { createFakeEngine } from '../../../src/renderer/gallery/fake-bridge.ts'
import { jobStates } from '../../../src/renderer/gallery/sample-jobs.ts'
import { sampleStory } from '../../../src/renderer/gallery/sample-story.ts'
import {
  extremeStory,
  manyChartsStory,
  manySummaries,
  nothingFoundStory,
} from '../../../src/renderer/gallery/sample-variants.ts'
import { provideEngine } from '../../../src/renderer/stores/engine.ts'
import { showLibrary, showPlaces, sortStories, useLibrary } from '../../../src/renderer/stores/library.ts'
import { readPreferences } from '../../../src/renderer/stores/preferences.ts'
import { stageArcs, stagesOf } from '../../../src/renderer/text/stages.ts'
import { jobSchema } from '../../../src/shared/job/job.ts'
import { storySchema, storySummarySchema } from '../../../src/shared/story/story.ts'

describe('the gallery', () => {
  test('shows what the engine could give: every sample is valid under the contract', () => {
    for (const job of Object.values(jobStates)) expect(jobSchema.parse(job)).toEqual(job)
    for (const story of [sampleStory, nothingFoundStory, manyChartsStory, extremeStory]) storySchema.parse(story)
    for (const summary of manySummaries(20)) storySummarySchema.parse(summary)
  })

  test('every number of the sample story stands where it says', () => {
    const paragraphs = sampleStory.sections.flatMap((section) => section.paragraphs)
    const numbers = paragraphs.flatMap(({ text, numbers: stated }) => stated.map((number) => ({ text, number })))
    expect(numbers.length).toBeGreaterThan(10)
    for (const { text, number } of numbers) expect(text.startsWith(number.text, number.start)).toBe(true)
  })
})

describe('the library', () => {
  test('a reply to an earlier search is dropped', async () => {
    provideEngine(createFakeEngine({ summaries: manySummaries(300), latencyMs: 5 }).bridge)
    const first = showLibrary('', 'newest')
    const second = showLibrary('penguins', 'newest')
    await Promise.all([first, second])
    expect(useLibrary.getState().search).toBe('penguins')
    expect(useLibrary.getState().total).toBe(42)
  })

  test('pages are asked for once, when they come into view', async () => {
    const engine = createFakeEngine({ summaries: manySummaries(5000), latencyMs: 1 })
    provideEngine(engine.bridge)
    await showLibrary('', 'newest')
    showPlaces(4210, 4230)
    showPlaces(4215, 4235)
    await vi.waitFor(() => expect(useLibrary.getState().stories[4230]?.id).toBe('story-4230'))
    expect(useLibrary.getState().stories[2000]).toBeUndefined()
    expect(engine.asked.filter(({ name }) => name === 'stories/list')).toHaveLength(2)
  })

  test('another order than the engine’s holds over the whole library', async () => {
    provideEngine(createFakeEngine({ summaries: manySummaries(1200), latencyMs: 0 }).bridge)
    await showLibrary('', 'oldest')
    const { stories, total } = useLibrary.getState()
    expect(total).toBe(1200)
    expect(stories[0]?.id).toBe('story-1199')
    expect(stories.at(-1)?.id).toBe('story-0')
  })

  test('file names are ordered as a person would file them', () => {
    const [first] = manySummaries(1)
    if (first === undefined) throw new Error('one summary was asked for')
    const files = ['report 10.csv', 'Report 9.csv', 'äpfel.csv'].map((sourceName) => ({ ...first, sourceName }))
    expect(sortStories(files, 'file').map((story) => story.sourceName)).toEqual([
      'äpfel.csv',
      'Report 9.csv',
      'report 10.csv',
    ])
  })
})

describe('stages', () => {
  test('a running job has its finished stages done, one running, the rest waiting', () => {
    expect(stagesOf(jobStates.analyzing).map((stage) => stage.state)).toEqual([
      'done',
      'done',
      'running',
      'waiting',
      'waiting',
    ])
  })

  test('a failed stage is marked, and nothing is running', () => {
    expect(stagesOf(jobStates.failed).map((stage) => stage.state)).toEqual([
      'done',
      'failed',
      'waiting',
      'waiting',
      'waiting',
    ])
  })

  test('the arcs of the circle lie end to end and close it', () => {
    for (const pipeline of ['story', 'document'] as const) {
      const arcs = stageArcs(pipeline)
      expect(arcs[0]?.from).toBe(0)
      expect(arcs.at(-1)?.to).toBeCloseTo(100)
      for (const [index, arc] of arcs.entries()) if (index > 0) expect(arc.from).toBe(arcs[index - 1]?.to)
    }
  })
})

test('preferences that are not ours are the defaults', () => {
  const defaults = { colorScheme: 'auto', singleKeys: true, notifications: false }
  for (const text of [null, '', '{', 'null', '[]', '{"colorScheme":"mauve"}'])
    expect(readPreferences(text)).toEqual(defaults)
  expect(readPreferences('{"colorScheme":"dark","singleKeys":false,"notifications":true}')).toEqual({
    colorScheme: 'dark',
    singleKeys: false,
    notifications: true,
  })
})
