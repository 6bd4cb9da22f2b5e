/** What stands below a story that is written for others. */
import { droppedSentence } from '../../shared/story/dropped.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Texts } from '../../shared/texts/texts.ts'

/** Plain text: by whom and of which file it was told, how much of it was checked, what was left out. */
export function storyFooter(story: Story, texts: Texts): string {
  const { written } = texts
  const { engineVersion, createdAt, source, verified } = story
  return [
    written.told({ version: engineVersion, day: createdAt.slice(0, 10), file: source.name, sha256: source.sha256 }),
    written.recomputed(verified),
    droppedSentence(texts, story.method.dropped),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ')
}
