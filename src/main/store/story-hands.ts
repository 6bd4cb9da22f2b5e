/** Table `story_hands`: what a person did to each story, beside the story, which stays as it was generated. */

import { insightsById } from '../../shared/story/every-insight.ts'
import { carryHand } from '../../shared/story/hand/carry.ts'
import { type Hand, handSchema, isEmptyHand } from '../../shared/story/hand/hand.ts'
import { handed } from '../../shared/story/hand/handed.ts'
import type { Story } from '../../shared/story/story.ts'
import type { Library } from './library.ts'
import { updateStory } from './stories.ts'
import { indexStory } from './story-search.ts'

/** Null where nothing was done, or only what this version cannot read. */
export function selectHand(library: Library, storyId: string): Hand | null {
  const row = library.statement('SELECT hand FROM story_hands WHERE story_id = ?').get(storyId)
  return handOf(row as HandRow | undefined)
}

interface HandRow {
  readonly hand: string
}

function handOf(row: HandRow | undefined): Hand | null {
  if (row === undefined) return null
  const parsed = handSchema.safeParse(JSON.parse(row.hand))
  return parsed.success ? parsed.data : null
}

/** Keeps the hand in the place of the one before, with the title and the words the story is found by. */
export function writeHand(library: Library, story: Story, hand: Hand, now: number): void {
  library.transaction(() => {
    if (isEmptyHand(hand)) library.statement('DELETE FROM story_hands WHERE story_id = ?').run(story.id)
    else {
      library
        .statement('INSERT OR REPLACE INTO story_hands (story_id, changed_at, hand) VALUES (?, ?, ?)')
        .run(story.id, now, JSON.stringify(hand))
    }
    library.statement('UPDATE stories SET title = ? WHERE id = ?').run(hand.title ?? story.title, story.id)
    indexStory(library, handed(story, hand), hand)
  })
}

/** Saves a story in the place of the one of its id, with what a person did to it. False where there is none. */
export function replaceStory(library: Library, story: Story): boolean {
  return library.transaction(() => {
    const hand = selectHand(library, story.id)
    if (!updateStory(library, story, hand?.title ?? story.title)) return false
    indexStory(library, handed(story, hand), hand)
    return true
  })
}

/**
 * Gives a new story what was done to the last telling of the same file: of its content, its path, or its name where its
 * tables are alike. Nothing is given where none of it is about a statement of this story, and no name of the story.
 */
export function inheritHand(library: Library, story: Story, now: number): void {
  const row = library
    .statement(`
      SELECT story_hands.hand
      FROM story_hands JOIN stories ON stories.id = story_hands.story_id JOIN jobs ON jobs.id = stories.job_id
        JOIN sources ON sources.id = jobs.source_id,
        (SELECT stories.sha256, sources.path, stories.source_name, stories.lineage FROM stories
          JOIN jobs ON jobs.id = stories.job_id JOIN sources ON sources.id = jobs.source_id WHERE stories.id = @id) AS own
      WHERE stories.id <> @id AND (stories.sha256 = own.sha256 OR stories.lineage = own.lineage
        OR sources.path = own.path OR stories.source_name = own.source_name)
      ORDER BY story_hands.changed_at DESC LIMIT 1`)
    .get({ id: story.id }) as HandRow | undefined
  const hand = handOf(row)
  if (hand === null) return
  // A name was given to a telling and its findings; another version of the file may say something else.
  const { title: _title, ...rest } = carryHand(hand, story)
  const insights = insightsById(story)
  if (Object.keys(rest.anchors).some((id) => insights.has(id))) writeHand(library, story, rest, now)
}
