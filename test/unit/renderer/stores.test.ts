import { describe, expect, test } from 'vitest'
import { jobStates } from '../../../dev/gallery/sample-jobs.ts'
import { extremeDocument, manyDocuments } from '../../../dev/gallery/sample-library.ts'
import { sampleStory } from '../../../dev/gallery/sample-story.ts'
import {
  extremeStory,
  manyChartsStory,
  manySummaries,
  nothingFoundStory,
} from '../../../dev/gallery/sample-variants.ts'
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
