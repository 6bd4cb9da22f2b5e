/** The engine's events, applied to what the window holds: the only thing that makes a reply out of date. */
import type { StoryglassBridge, Unsubscribe } from '../../shared/contract/bridge.ts'
import type { Job } from '../../shared/job/job.ts'
import type { Hand } from '../../shared/story/hand/hand.ts'
import { comparedStoryDeleted } from './comparisons.ts'
import { documentChanged, documentDeleted, documentJobChanged } from './documents.ts'
import { factsChanged, jobChanged, jobRemoved } from './jobs.ts'
import { libraryChanged } from './library.ts'
import { queueChanged } from './queue.ts'
import { storyDeleted, storySaved, versionsChanged } from './stories.ts'
import { watchesChanged } from './watches.ts'

interface EventListeners {
  /** The job as it was, undefined where it is heard of for the first time, and as it is. */
  readonly onJob: (before: Job | undefined, job: Job) => void
  /** A story or a document is gone from the library. */
  readonly onDeleted: (id: string) => void
  /** A person did something to a story, in this window or another. */
  readonly onHand?: (id: string, hand: Hand) => void
}

/** Call it before anything is asked, so that no event is missed. Gives the way to stop. */
export function listenToEngine(bridge: StoryglassBridge, { onJob, onDeleted, onHand }: EventListeners): Unsubscribe {
  const stops = [
    bridge.subscribe('job/changed', ({ job }) => {
      const before = jobChanged(job)
      documentJobChanged(before, job)
      onJob(before, job)
    }),
    bridge.subscribe('job/facts', ({ id, facts }) => factsChanged(id, facts)),
    bridge.subscribe('job/removed', ({ id }) => jobRemoved(id)),
    bridge.subscribe('queue/changed', queueChanged),
    bridge.subscribe('story/saved', ({ story }) => {
      storySaved(story.id)
      libraryChanged()
      versionsChanged()
    }),
    bridge.subscribe('story/hand-changed', ({ id, hand }) => {
      onHand?.(id, hand)
      libraryChanged()
    }),
    bridge.subscribe('library/marked', libraryChanged),
    bridge.subscribe('story/deleted', ({ id }) => {
      onDeleted(id)
      storyDeleted(id)
      versionsChanged()
      comparedStoryDeleted()
      libraryChanged()
    }),
    bridge.subscribe('watches/changed', watchesChanged),
    bridge.subscribe('document/changed', ({ id, pages }) => documentChanged(id, pages)),
    bridge.subscribe('document/saved', ({ document }) => {
      documentChanged(document.id, [])
      libraryChanged()
    }),
    bridge.subscribe('document/deleted', ({ id }) => {
      onDeleted(id)
      documentDeleted(id)
      libraryChanged()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
