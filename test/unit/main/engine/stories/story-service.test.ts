/** How often a saved story is read: once a command, however much of it the command needs. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { StoryService } from '../../../../../src/main/engine/stories/story-service.ts'
import { openLibrary } from '../../../../../src/main/store/library.ts'
import type { Story } from '../../../../../src/shared/story/story.ts'
import { emptyStory } from '../../../../support/engine/library.ts'
import { storeStory } from '../../../../support/engine/stored-story.ts'
import { insight } from '../../../../support/stories/short-story.ts'
import { withTemporaryFolder } from '../../../../support/temporary.ts'

const verification = { numbers: 0, matched: 0, failed: [] }
const told: Story = { ...emptyStory('told'), findings: [insight('rise', 'It rose.')] }

const outputs: Record<string, unknown> = {
  verify: verification,
  evidence: { columns: [], rows: [], truncated: false },
  page: { columns: [], rows: [], total: 0 },
  translate: { ...told, language: 'de' },
  export: { bytes: 1 },
}

it.each<readonly [string, (stories: StoryService, folder: string) => Promise<unknown>]>([
  ['verifying', (stories) => stories.verifyById('told')],
  ['verifying an exported one', (stories) => stories.verify({ ...told, title: 'Changed' })],
  ['evidence', (stories) => stories.evidence({ storyId: 'told', insightId: 'rise', query: 0 })],
  ['a page', (stories) => stories.page({ storyId: 'told', table: 'table', offset: 0, limit: 10 })],
  ['translating', (stories) => stories.translated('told', 'de')],
  ['exporting', (stories, folder) => stories.export('told', 'json', path.join(folder, 'a.json'))],
  ['exporting translated', (stories, folder) => stories.export('told', 'md', path.join(folder, 'a.md'), 'de')],
])('%s reads the story once', (_, command) =>
  withTemporaryFolder(async (folder) => {
    const library = openLibrary(':memory:')
    try {
      storeStory(library, told, 1)
      const asked: string[] = []
      const stories = new StoryService({
        library,
        pool: {
          runTask: async (name, input) => {
            asked.push(name)
            if ('outputPath' in input) await writeFile(input.outputPath, 'x')
            return { outcome: 'done', output: outputs[name], elapsedMs: 1 }
          },
        },
        files: {
          folder: (jobId) => path.join(folder, jobId),
          result: async () => null,
          removeJob: async () => undefined,
        },
        clock: () => 1,
        printer: { print: () => Promise.reject(new Error('Nothing is printed here')) },
        closing: new AbortController().signal,
      })
      const read = vi.spyOn(library, 'statement')
      await command(stories, folder)
      expect(asked.length).toBeGreaterThan(0)
      expect(read.mock.calls.filter(([sql]) => /SELECT job_id, story FROM stories/.test(sql))).toHaveLength(1)
    } finally {
      library.close()
    }
  }),
)
