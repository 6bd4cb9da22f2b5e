/** Table `story_questions`: the questions asked of a story that rest on a test, by which later ones are judged. */
import type { Library } from './library.ts'

export interface TestedQuestion {
  /** SHA-256 of the question as it was understood. */
  readonly question: string
  /** Whether its test was passed at the level it was made at. */
  readonly isFound: boolean
}

/** In the order they were asked. */
export function selectTestedQuestions(library: Library, storyId: string): TestedQuestion[] {
  const rows = library
    .statement('SELECT question, is_found FROM story_questions WHERE story_id = ? ORDER BY number')
    .all(storyId) as { readonly question: string; readonly is_found: number }[]
  return rows.map(({ question, is_found: isFound }) => ({ question, isFound: isFound === 1 }))
}

/** Behind the others; one that was asked before stays in its place. A story that is gone meanwhile has none. */
export function writeTestedQuestion(library: Library, storyId: string, { question, isFound }: TestedQuestion): void {
  library
    .statement(`
      INSERT INTO story_questions (story_id, number, question, is_found)
      SELECT id, 1 + (SELECT count(*) FROM story_questions WHERE story_id = @storyId), @question, @isFound
      FROM stories WHERE id = @storyId
      ON CONFLICT (story_id, question) DO UPDATE SET is_found = excluded.is_found`)
    .run({ storyId, question, isFound: isFound ? 1 : 0 })
}
