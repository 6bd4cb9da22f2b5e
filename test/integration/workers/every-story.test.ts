/** What holds of every story's text and charts: over the samples and tables by others; over more of them in the sweeps. */
import path from 'node:path'
import { describe, it } from 'vitest'
import { expectSoundStory } from '../../support/stories/sound-story.ts'
import { representativeFiles } from '../../support/stories/story-files.ts'

describe.each(representativeFiles.map((file) => [path.basename(file), file]))('the story of %s', (_name, file) => {
  it('says each thing once, with its rows, in order, and verified', () => expectSoundStory(file))
})
