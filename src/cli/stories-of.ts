/** Stories that a command is given, each by its id or by the file it is told of. */
import { existsSync } from 'node:fs'
import { StoryglassError } from '../shared/failure/failure.ts'
import type { Problem } from './outcome.ts'
import { askOnTerminal } from './password.ts'
import type { EngineSession } from './session.ts'
import { tellAll } from './tell-jobs.ts'

/** `ids` in the order they were given; `problem`: the first file of which no story could be told. */
export type Stories =
  | { readonly kind: 'stories'; readonly ids: readonly string[] }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Those of files the library has a story of are not told again. Throws `not_a_table` for a document. */
export async function storiesOf(
  session: EngineSession,
  given: readonly string[],
  { quiet }: { readonly quiet?: boolean },
): Promise<Stories> {
  const ids = new Map<string, string>()
  for (const one of given) {
    const known = existsSync(one) ? await session.engine.jobs.earlierStory(one) : one
    if (known !== null) ids.set(one, known)
  }
  const untold = [...new Set(given.filter((one) => !ids.has(one)))]
  const request = { options: {}, quiet: quiet === true, password: null, askPassword: askOnTerminal({}) }
  if (untold.length > 0) {
    for await (const told of tellAll(session, untold, request)) {
      if (told.problem !== null) return { kind: 'problem', problem: told.problem }
      // A document has pages, and no tables.
      if (told.job.storyId === null) throw new StoryglassError('not_a_table', told.file)
      ids.set(told.file, told.job.storyId)
    }
  }
  return { kind: 'stories', ids: given.map((one) => ids.get(one) ?? one) }
}
