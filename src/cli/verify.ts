/** `storyglass verify`: every number of a story, recomputed from its evidence. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { acceptPath } from '../main/intake/accept.ts'
import { failureReasons, StoryglassError } from '../shared/failure/failure.ts'
import { type Story, storySchema } from '../shared/story/story.ts'
import { exitStatus, statusOf } from './exit-status.ts'
import { print, printJson } from './output.ts'
import { withReading } from './session.ts'

export interface VerifyOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

/** `target`: a story's id, or a file with its JSON, checked as it stands against the tables stored under its id. */
export async function verify(target: string, options: VerifyOptions): Promise<number> {
  const story = existsSync(target) ? await readStoryFile(target) : null
  return withReading(options.dataDir, async (engine) => {
    const result = await (story === null
      ? engine.handlers['stories/verify']({ id: target })
      : engine.verifyStory(story))
    const { numbers, matched, failed } = result
    if (options.format === 'json') await printJson(result)
    else {
      await print(`${matched} of ${numbers} numbers match.\n`)
      for (const { insight, name, stated, recomputed, why } of failed) {
        await print(`${insight} ${name}: stated ${stated}, recomputed ${recomputed} (${why})\n`)
      }
    }
    const holds = failed.length === 0 && matched === numbers
    return holds ? exitStatus.done : statusOf(failureReasons.evidence_mismatch.code)
  })
}

async function readStoryFile(file: string): Promise<Story> {
  const accepted = await acceptPath(file)
  try {
    return storySchema.parse(JSON.parse(await readFile(accepted.path, 'utf8')))
  } catch (error) {
    throw new StoryglassError('no_such_story', `${file} does not hold a story of version 1`, { cause: error })
  }
}
