/** Questions about a saved story, over a library in memory and a pool that is answered by the test. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AskService } from '../../../../../src/main/engine/stories/ask-service.ts'
import {
  keptQuestions,
  lookedFor,
  type TestedQuestions,
  unkeptQuestions,
} from '../../../../../src/main/engine/stories/tested-questions.ts'
import { type Library, openLibrary } from '../../../../../src/main/store/library.ts'
import { deleteStory, readStory } from '../../../../../src/main/store/stories.ts'
import type { Answer, Looked } from '../../../../../src/shared/ask/answer.ts'
import type { AskedQuestion } from '../../../../../src/shared/ask/question.ts'
import type { TaskMap } from '../../../../../src/shared/contract/tasks.ts'
import { StoryglassError } from '../../../../../src/shared/failure/failure.ts'
import { emptyStory } from '../../../../support/engine/library.ts'
import { storeStory } from '../../../../support/engine/stored-story.ts'

const where = null
const related = (first: string, second: string): AskedQuestion => ({
  ...{ kind: 'relate', table: 'table', where, columns: [first, second] },
})
const counted: AskedQuestion = { kind: 'value', table: 'table', where, amount: { kind: 'rows' } }

let library: Library
/** In which the pool answers. */
let texts: { language: string }
/** Of each question that reached the pool, in order, with what was said of how often one had looked. */
let run: { readonly question: AskedQuestion; readonly looked: Looked; readonly language: string }[]
/** Whether the next answers find something. */
let isFound: boolean
let isFailing: boolean

beforeEach(() => {
  library = openLibrary(':memory:')
  storeStory(library, emptyStory('told'), 1)
  texts = { language: 'en' }
  run = []
  isFound = false
  isFailing = false
})
afterEach(() => library.close())

function service(questions: TestedQuestions = keptQuestions(library)): AskService {
  return new AskService({
    pool: {
      runTask: async (name, input) => {
        if (name === 'ask-vocabulary') return { outcome: 'done', output: { tables: [] }, elapsedMs: 1 }
        const { question, looked } = input as TaskMap['ask']['input']
        run.push({ question, looked, language: texts.language })
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (isFailing) return { outcome: 'cancelled' }
        const isTested = question.kind !== 'value'
        const answer: Answer = {
          ...{ question, statements: [], rows: null, isTested, level: null, isFound: isTested && isFound },
          notes: [texts.language],
        }
        return { outcome: 'done', output: answer, elapsedMs: 1 }
      },
    },
    files: { folder: () => '/jobs' },
    stories: {
      get: async (id) => {
        const found = await readStory(library, id)
        if (found === null) throw new StoryglassError('no_such_story', id)
        return { ...found, hand: null }
      },
    },
    questions,
    // As the engine's, whose language a window may change.
    texts: texts as { readonly language: 'en' | 'de' },
  })
}

const ask = (asking: AskService, question: AskedQuestion) => asking.answer({ storyId: 'told', asked: { question } })
const numbers = (): number[] => run.map(({ looked }) => looked.number)

it('answers again in another language, which is no further look', async () => {
  const asking = service()
  await ask(asking, related('a', 'b'))
  texts.language = 'de'
  expect((await ask(asking, related('a', 'b'))).answer?.notes).toEqual(['de'])
  texts.language = 'en'
  expect((await ask(asking, related('a', 'b'))).answer?.notes).toEqual(['en'])
  expect(run.map(({ language }) => language)).toEqual(['en', 'de'])
  expect(numbers()).toEqual([1, 1])
})

it('counts questions asked at once one after the other, and the same one once', async () => {
  const asking = service()
  isFound = true
  await Promise.all([
    ask(asking, related('a', 'b')),
    ask(asking, related('a', 'b')),
    ask(asking, related('a', 'c')),
    ask(asking, related('b', 'c')),
  ])
  expect(run.map(({ looked }) => looked)).toEqual([
    { number: 1, found: 0 },
    { number: 2, found: 1 },
    { number: 3, found: 2 },
  ])
})

it('lets what only computes neither wait nor count', async () => {
  const asking = service()
  await Promise.all([ask(asking, related('a', 'b')), ask(asking, counted), ask(asking, related('a', 'c'))])
  // Which of the first two comes to the pool first is chance; the third waits for the one that tests, and not the second.
  expect(run.slice(0, 2).map(({ question: { kind } }) => kind)).toEqual(expect.arrayContaining(['value', 'relate']))
  expect(run.filter(({ question: { kind } }) => kind === 'relate').map(({ looked }) => looked.number)).toEqual([1, 2])
})

it('knows after a restart how often one has looked, and which questions those were', async () => {
  isFound = true
  await ask(service(), related('a', 'b'))
  isFound = false
  await ask(service(), related('a', 'c'))
  await ask(service(), related('b', 'c'))
  await ask(service(), related('a', 'c'))
  expect(run.map(({ looked }) => looked)).toEqual([
    { number: 1, found: 0 },
    { number: 2, found: 1 },
    { number: 3, found: 1 },
    { number: 2, found: 1 },
  ])
})

it('asks again what failed, which was no look, and goes on with the next', async () => {
  const asking = service()
  isFailing = true
  const [first] = await Promise.allSettled([ask(asking, related('a', 'b'))])
  expect(first?.status).toBe('rejected')
  isFailing = false
  await ask(asking, related('a', 'c'))
  await ask(asking, related('a', 'b'))
  expect(numbers()).toEqual([1, 1, 2])
})

it('knows nothing any more of a story that is gone', async () => {
  const asking = service()
  await ask(asking, related('a', 'b'))
  deleteStory(library, 'told')
  asking.forget('told')
  await expect(ask(asking, related('a', 'b'))).rejects.toMatchObject({ reason: 'no_such_story' })
  await expect(asking.tables({ storyId: 'told' })).rejects.toMatchObject({ reason: 'no_such_story' })
  expect(library.statement('SELECT count(*) AS left FROM story_questions').get()).toEqual({ left: 0 })
})

it('keeps no count of a story that was deleted while it was asked about', async () => {
  const asked = ask(service(), related('a', 'b'))
  await new Promise((resolve) => setTimeout(resolve, 2))
  deleteStory(library, 'told')
  await asked.catch(() => undefined)
  expect(library.statement('SELECT count(*) AS left FROM story_questions').get()).toEqual({ left: 0 })
})

describe('in a library that is only read', () => {
  it('counts on from what the library has, and changes nothing', async () => {
    await ask(service(), related('a', 'b'))
    const asking = service(unkeptQuestions(library))
    await ask(asking, related('a', 'c'))
    await ask(asking, related('b', 'c'))
    await ask(asking, related('a', 'b'))
    expect(numbers()).toEqual([1, 2, 3, 1])
    expect(library.statement('SELECT count(*) AS kept FROM story_questions').get()).toEqual({ kept: 1 })
  })
})

it('judges a question by those before it only', () => {
  const earlier = ['a', 'b', 'c'].map((question) => ({ question, isFound: true }))
  expect(lookedFor(earlier, 'b')).toEqual({ number: 2, found: 1 })
  expect(lookedFor(earlier, 'd')).toEqual({ number: 4, found: 3 })
  expect(lookedFor([], 'a')).toEqual({ number: 1, found: 0 })
})
