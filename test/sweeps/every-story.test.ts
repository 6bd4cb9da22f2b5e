/** What holds of every story's text and charts, over further tables by others and the known files beside the repository. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectSoundStory } from '../support/stories/sound-story.ts'
import { furtherFiles, knownFiles, representativeFiles } from '../support/stories/story-files.ts'

const files = [...furtherFiles, ...knownFiles]

it(`is held over ${files.length} tables, ${knownFiles.length} of them beside the repository`, () => {
  expect(files.length + representativeFiles.length).toBeGreaterThanOrEqual(16)
})

describe.each(files.map((file) => [path.basename(file), file]))('the story of %s', (_name, file) => {
  it('says each thing once, with its rows, in order, and verified', () => expectSoundStory(file))
})
