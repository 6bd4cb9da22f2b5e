/** `storyglass stories`: the library. */
import path from 'node:path'
import { withScratchFolder } from '../disk/scratch.ts'
import type { StoryFormat } from '../shared/contract/shell.ts'
import type { StorySummary } from '../shared/story/story.ts'
import type { LanguageTag } from '../shared/texts/languages.ts'
import { exitStatus } from './exit-status.ts'
import { assertFree, type ForceOption, makeFolder } from './free-path.ts'
import { terminalTexts } from './language.ts'
import { print, printFile, printJson } from './output.ts'
import { withEngine, withReading } from './session.ts'
import { textTable, timeText } from './text-table.ts'

export interface StoriesOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

const pageSize = 500

/** All of them, newest first; with words to search for, those that match, best first. */
export function listStories(search: string, options: StoriesOptions): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    const stories: StorySummary[] = []
    let page: { stories: StorySummary[]; total: number }
    do {
      page = await engine.handlers['stories/list']({ search, limit: pageSize, offset: stories.length })
      stories.push(...page.stories)
    } while (page.stories.length === pageSize)
    if (options.format === 'json') await printJson({ stories, total: page.total })
    else if (stories.length === 0) await print(`${terminalTexts().terminal.lists.noStories}\n`)
    else {
      const rows = stories.map(({ id, createdAt, sourceName, title }) => [id, timeText(createdAt), sourceName, title])
      const { headers } = terminalTexts().terminal.lists
      await print(textTable([headers.id, headers.told, headers.file, headers.title], rows))
    }
    return exitStatus.done
  })
}

export function showStory(id: string, options: StoriesOptions): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    const { story } = await engine.handlers['stories/get']({ id })
    if (options.format === 'json') {
      await printJson(story)
      return exitStatus.done
    }
    return withScratchFolder(async (folder) => {
      const file = path.join(folder, 'story.md')
      await engine.stories.export(id, 'md', file)
      await printFile(file)
      return exitStatus.done
    })
  })
}

export function exportStory(
  id: string,
  options: ForceOption & {
    readonly format: StoryFormat
    readonly out: string
    readonly language?: LanguageTag
    readonly dataDir?: string
  },
): Promise<number> {
  const out = path.resolve(options.out)
  return withReading(options.dataDir, async (engine) => {
    await assertFree(out, options)
    await makeFolder(path.dirname(out))
    await engine.stories.export(id, options.format, out, options.language)
    return exitStatus.done
  })
}

export function deleteStory(id: string, options: StoriesOptions): Promise<number> {
  return withEngine(options.dataDir, async ({ engine }) => {
    await engine.handlers['stories/delete']({ id })
    if (options.format === 'json') await printJson({ deleted: id })
    return exitStatus.done
  })
}
