import { describe, expect, test, vi } from 'vitest'
import { createFakeEngine } from '../../../dev/gallery/fake-bridge.ts'
import { jobStates } from '../../../dev/gallery/sample-jobs.ts'
import { extremeDocument, manyDocuments } from '../../../dev/gallery/sample-library.ts'
import { sampleStory } from '../../../dev/gallery/sample-story.ts'
import {
  extremeStory,
  manyChartsStory,
  manySummaries,
  nothingFoundStory,
} from '../../../dev/gallery/sample-variants.ts'
import { provideEngine } from '../../../src/renderer/stores/engine.ts'
import { idOf } from '../../../src/renderer/stores/kept.ts'
import { type LibraryTerms, showLibrary, showPlaces, useLibrary } from '../../../src/renderer/stores/library.ts'
import { readPreferences } from '../../../src/renderer/stores/preferences.ts'
import { stageArcs, stagesOf } from '../../../src/renderer/words/stages.ts'
import { documentSummarySchema } from '../../../src/shared/document/reading.ts'
import { jobSchema } from '../../../src/shared/job/job.ts'
import { storySchema, storySummarySchema } from '../../../src/shared/story/story.ts'

describe('the gallery', () => {
  test('shows what the engine could give: every sample is valid under the contract', () => {
    for (const job of Object.values(jobStates)) expect(jobSchema.parse(job)).toEqual(job)
    for (const story of [sampleStory, nothingFoundStory, manyChartsStory, extremeStory]) storySchema.parse(story)
    for (const summary of manySummaries(20)) storySummarySchema.parse(summary)
    for (const summary of [...manyDocuments(9), extremeDocument]) documentSummarySchema.parse(summary)
  })

  test('every number of the sample story stands where it says', () => {
    const paragraphs = sampleStory.sections.flatMap((section) => section.paragraphs)
    const numbers = paragraphs.flatMap(({ text, numbers: stated }) => stated.map((number) => ({ text, number })))
    expect(numbers.length).toBeGreaterThan(10)
    for (const { text, number } of numbers) expect(text.startsWith(number.text, number.start)).toBe(true)
  })
})

describe('the library', () => {
  const whole: LibraryTerms = { search: '', sort: 'newest', show: 'all' }

  test('a reply to an earlier search is dropped', async () => {
    provideEngine(createFakeEngine({ summaries: manySummaries(300), latencyMs: 5 }).bridge)
    const first = showLibrary(whole)
    const second = showLibrary({ ...whole, search: 'penguins' })
    await Promise.all([first, second])
    expect(useLibrary.getState().search).toBe('penguins')
    expect(useLibrary.getState().total).toBe(42)
  })

  test('pages are asked for once, when they come into view', async () => {
    const engine = createFakeEngine({ summaries: manySummaries(5000), latencyMs: 1 })
    provideEngine(engine.bridge)
    showPlaces(0, 20)
    await showLibrary(whole)
    showPlaces(4210, 4230)
    showPlaces(4215, 4235)
    await vi.waitFor(() => expect(placed(4230)).toBe('story-4230'))
    expect(placed(2000)).toBeUndefined()
    expect(engine.asked.filter(({ name }) => name === 'library/list')).toHaveLength(2)
  })

  test('listed anew, it still shows the places that were being looked at', async () => {
    provideEngine(createFakeEngine({ summaries: manySummaries(5000), latencyMs: 1 }).bridge)
    await showLibrary(whole)
    showPlaces(4210, 4230)
    await vi.waitFor(() => expect(placed(4230)).toBe('story-4230'))
    await showLibrary(whole)
    await vi.waitFor(() => expect(placed(4230)).toBe('story-4230'))
  })

  test('stories and documents are one list, in any order the engine has, or one kind of them', async () => {
    const engine = { summaries: manySummaries(1200), documentSummaries: manyDocuments(40), latencyMs: 0 }
    provideEngine(createFakeEngine(engine).bridge)
    showPlaces(0, 20)
    await showLibrary({ ...whole, sort: 'oldest' })
    expect(useLibrary.getState().total).toBe(1240)
    expect(placed(0)).toBe('story-1199')
    await showLibrary({ ...whole, show: 'documents' })
    expect(useLibrary.getState().total).toBe(40)
    expect(placed(0)).toBe('document-0')
  })

  function placed(place: number): string | undefined {
    const entry = useLibrary.getState().entries[place]
    return entry === undefined ? undefined : idOf(entry)
  }
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
  const defaults = {
    colorScheme: 'auto',
    singleKeys: true,
    notifications: false,
    documentPanel: 'pages',
    documentStory: true,
    documentZoom: 'automatic',
  }
  for (const text of [null, '', '{', 'null', '[]', '{"colorScheme":"mauve"}'])
    expect(readPreferences(text)).toEqual(defaults)
  expect(readPreferences('{"colorScheme":"dark","singleKeys":false,"notifications":true}')).toEqual({
    ...defaults,
    colorScheme: 'dark',
    singleKeys: false,
    notifications: true,
  })
  expect(readPreferences('{"documentPanel":"outline","documentStory":false,"documentZoom":1.5}')).toEqual({
    ...defaults,
    documentPanel: 'outline',
    documentStory: false,
    documentZoom: 1.5,
  })
  expect(readPreferences('{"documentPanel":"attic","documentZoom":"-1"}')).toEqual(defaults)
})
