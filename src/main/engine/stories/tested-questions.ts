/** How often a story's tables have been looked at: by which level the next question is tested. */
import type { Looked } from '../../../shared/ask/answer.ts'
import type { Library } from '../../store/library.ts'
import { selectTestedQuestions, type TestedQuestion, writeTestedQuestion } from '../../store/story-questions.ts'

/** Questions that rest on a test, by the story they were asked of. */
export interface TestedQuestions {
  /** In the order they were asked. */
  of(storyId: string): readonly TestedQuestion[]
  /** One that is there already stays in its place. */
  add(storyId: string, tested: TestedQuestion): void
}

/** Kept in the library: that one has looked is not forgotten when the program ends. */
export function keptQuestions(library: Library): TestedQuestions {
  return {
    of: (storyId) => selectTestedQuestions(library, storyId),
    add: (storyId, tested) => writeTestedQuestion(library, storyId, tested),
  }
}

/** For a library that is only read: those it has, and those asked here since. */
export function unkeptQuestions(library: Library): TestedQuestions {
  const own = new Map<string, TestedQuestion[]>()
  const of = (storyId: string): TestedQuestion[] => {
    const stored = selectTestedQuestions(library, storyId)
    return [...stored, ...(own.get(storyId) ?? []).filter((one) => placeOf(stored, one.question) === null)]
  }
  return {
    of,
    add: (storyId, tested) => {
      if (placeOf(of(storyId), tested.question) === null) own.set(storyId, [...(own.get(storyId) ?? []), tested])
    },
  }
}

/** A question asked before is tested as it was then; a new one comes after all others. */
export function lookedFor(earlier: readonly TestedQuestion[], question: string): Looked {
  const place = placeOf(earlier, question) ?? earlier.length
  return { number: place + 1, found: earlier.slice(0, place).filter(({ isFound }) => isFound).length }
}

function placeOf(among: readonly TestedQuestion[], question: string): number | null {
  const place = among.findIndex((one) => one.question === question)
  return place < 0 ? null : place
}
