/** Connects the window to the engine: its events to what is held of it, and what was asked for at its start. */
import type { StoryglassBridge, Unsubscribe } from '../../shared/contract/bridge.ts'
import { provideEngine } from '../bridge/engine.ts'
import { infoQuery } from '../queries/application.ts'
import { queryClient } from '../queries/client.ts'
import { listenToEngine } from '../queries/events.ts'
import { activeJobs } from '../queries/jobs.ts'
import { currentRoute, navigate } from '../routes/navigation.ts'
import { useConnection } from './connection.ts'
import { hideDeleted } from './deleting.ts'
import { handChanged } from './hand.ts'
import { speak } from './language.ts'
import { takeLibraryNotices } from './library-notices.ts'
import { announceEnd, notifyOfEnded } from './outcomes.ts'
import { announceTold } from './watches.ts'

/** Starts listening; gives the way to stop. Events are subscribed to before anything is asked, so none is missed. */
export function startStores(bridge: StoryglassBridge): Unsubscribe {
  provideEngine(bridge)
  const stops = [
    listenToEngine(bridge, { onJob: announceEnd, onDeleted: hideDeleted, onHand: handChanged }),
    bridge.subscribe('library/notice', ({ notice }) => takeLibraryNotices([notice])),
    bridge.subscribe('app/language', ({ language }) => speak(language)),
    bridge.subscribe('watch/told', announceTold),
    bridge.subscribe('job/opened', ({ id }) => navigate({ screen: 'job', id })),
    bridge.onConnection((connected) => {
      const before = useConnection.getState().connected
      useConnection.setState({ connected })
      if (connected && !before) {
        void notifyOfEnded(activeJobs())
        reconnect()
      }
    }),
  ]
  void askInfo().then(openWhatWasAsked)
  return () => {
    for (const stop of stops) stop()
  }
}

/** Gives the job the engine was started with. Where it cannot be reached, the home screen says so. */
async function askInfo(): Promise<string | null> {
  try {
    const { notices, openJobId, language = 'en' } = await queryClient.fetchQuery({ ...infoQuery(), staleTime: 0 })
    speak(language)
    takeLibraryNotices(notices ?? [])
    return openJobId
  } catch {
    return null
  }
}

const openedKey = 'storyglass-opened-job'

/** Whether this window has shown the job already: the engine names it for as long as it runs, a person sees it once. */
function alreadyOpened(id: string): boolean {
  try {
    if (globalThis.sessionStorage?.getItem(openedKey) === id) return true
    globalThis.sessionStorage?.setItem(openedKey, id)
  } catch {
    // Storage may be forbidden; the job is then shown again after a reload, which harms nothing.
  }
  return false
}

/** Started with a file: its job is the first thing shown, unless the address already says another place. */
function openWhatWasAsked(id: string | null): void {
  if (id !== null && currentRoute().screen === 'home' && !alreadyOpened(id)) navigate({ screen: 'job', id })
}

/** After the engine could not be heard anything may have changed: what is in view is asked for at once. */
export function reconnect(): void {
  void askInfo()
  void queryClient.invalidateQueries()
}
