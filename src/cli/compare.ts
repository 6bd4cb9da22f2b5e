/** `storyglass compare`: what changed from one story, or file, to another. */
import { existsSync } from 'node:fs'
import type { Comparison } from '../shared/comparison/comparison.ts'
import { comparisonToMarkdown, comparisonToText } from '../shared/comparison/comparison-text.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import type { Problem } from './outcome.ts'
import { print, printJson, printProblem } from './output.ts'
import { askOnTerminal } from './password.ts'
import { type EngineSession, withEngine, withReading } from './session.ts'
import { tellAll } from './tell-jobs.ts'

export interface CompareOptions {
  readonly format?: 'json' | 'md' | 'txt'
  readonly dataDir?: string
  readonly quiet?: boolean
}

/** Each is the id of a story, or a file, which is told first unless the library has its story. */
export async function compare(before: string, after: string, options: CompareOptions): Promise<number> {
  if (!existsSync(before) && !existsSync(after)) {
    return withReading(options.dataDir, async (library) => {
      const { comparison } = await library.handlers['stories/compare']({ before, after })
      return report(comparison, options)
    })
  }
  return withEngine(options.dataDir, async (session) => {
    const stories = await storiesOf(session, [before, after], options)
    if ('problem' in stories) {
      await printProblem(stories.problem, options.format === 'json')
      return stories.problem.status
    }
    const [earlier = before, later = after] = stories.ids
    const { comparison } = await session.engine.handlers['stories/compare']({ before: earlier, after: later })
    return report(comparison, options)
  })
}

type Stories = { readonly ids: readonly string[] } | { readonly problem: Problem }

/** Those of files the library has a story of are not told again. */
async function storiesOf(
  session: EngineSession,
  given: readonly string[],
  { quiet }: CompareOptions,
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
      if (told.problem !== null) return { problem: told.problem }
      // A document has pages, and no tables to compare.
      if (told.job.storyId === null) throw new StoryglassError('not_a_table', told.file)
      ids.set(told.file, told.job.storyId)
    }
  }
  return { ids: given.map((one) => ids.get(one) ?? one) }
}

async function report(comparison: Comparison, { format = 'txt' }: CompareOptions): Promise<number> {
  switch (format) {
    case 'json':
      await printJson(comparison)
      break
    case 'md':
      await print(comparisonToMarkdown(comparison, terminalTexts()))
      break
    case 'txt':
      await print(comparisonToText(comparison, terminalTexts()))
      break
  }
  return exitStatus.done
}
