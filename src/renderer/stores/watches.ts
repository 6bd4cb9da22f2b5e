/** What a person does with what is watched, and what is said when a new version was told. */
import type { EventPayload } from '../../shared/contract/events.ts'
import type { Watch } from '../../shared/library/watch.ts'
import { ask } from '../bridge/engine.ts'
import { navigate } from '../routes/navigation.ts'
import { currentTexts } from './language.ts'
import { notify, notifyOfFailure } from './notices.ts'

/** The system's picker, where the shell has one; false where it has none. */
export async function pickWatched(kind: Watch['kind']): Promise<boolean> {
  const answer = await ask('watches/pick', { kind })
  if (answer.ok) return answer.output.offered
  notifyOfFailure(answer.failure)
  return true
}

export async function stopWatching({ id, name }: Watch): Promise<void> {
  const answer = await ask('watches/remove', { id })
  if (answer.ok) notify({ kind: 'plain', title: currentTexts().watching.stopped({ name }) })
  else notifyOfFailure(answer.failure)
}

const stayMs = 20_000

export function announceTold({ storyId, beforeId, sourceName, sentence }: EventPayload<'watch/told'>): void {
  const { watching } = currentTexts()
  notify({
    kind: 'good',
    title: watching.told({ file: sourceName }),
    text: sentence ?? watching.noOther,
    action:
      beforeId === null
        ? { label: watching.openStory, run: () => navigate({ screen: 'story', id: storyId, anchor: null }) }
        : {
            label: watching.whatChanged,
            run: () => navigate({ screen: 'compare', before: beforeId, after: storyId }),
          },
    stayMs,
  })
}
