/** `storyglass compare`: what changed from one story, or file, to another. */
import { existsSync } from 'node:fs'
import type { Comparison } from '../shared/comparison/comparison.ts'
import { comparisonToMarkdown, comparisonToText } from '../shared/comparison/comparison-text.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { print, printJson, printProblem } from './output.ts'
import { withEngine, withReading } from './session.ts'
import { storiesOf } from './stories-of.ts'

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
    if (stories.kind === 'problem') {
      await printProblem(stories.problem, options.format === 'json')
      return stories.problem.status
    }
    const [earlier = before, later = after] = stories.ids
    const { comparison } = await session.engine.handlers['stories/compare']({ before: earlier, after: later })
    return report(comparison, options)
  })
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
