/** Connects the stores to the engine's events and loads what the first screen needs. */
import type { StoryglassBridge, Unsubscribe } from '../../shared/contract/bridge.ts'
import { currentRoute, navigate } from '../routes/navigation.ts'
import { useConnection } from './connection.ts'
import { reloadOpenDocuments, startDocuments } from './document-views.ts'
import { ask, provideEngine } from './engine.ts'
import { refreshJobLists } from './job-lists.ts'
import { activeJobs, jobChanged, jobRemoved, knownJob, reloadWatchedJobs } from './jobs.ts'
import { entryDeleted, entrySaved, keptMayHaveChanged, loadRecent } from './kept.ts'
import { libraryNoticesTold } from './library-notices.ts'
import { announceEnd, tellWhatEnded } from './outcomes.ts'
import { loadQueue, queueChanged } from './queue.ts'
import { forgetStory } from './stories.ts'

/** Starts listening; gives the way to stop. Events are subscribed to before anything is asked, so none is missed. */
export function startStores(bridge: StoryglassBridge): Unsubscribe {
  provideEngine(bridge)
  const stops = [
    startDocuments(bridge),
    bridge.subscribe('job/changed', ({ job }) => {
      const before = knownJob(job.id)
      jobChanged(job)
      announceEnd(before, job)
    }),
    bridge.subscribe('job/removed', ({ id }) => jobRemoved(id)),
    bridge.subscribe('queue/changed', queueChanged),
    bridge.subscribe('library/notice', ({ notice }) => libraryNoticesTold([notice])),
    bridge.subscribe('story/saved', ({ story }) => entrySaved({ kind: 'story', story })),
    bridge.subscribe('story/deleted', ({ id }) => {
      forgetStory(id)
      entryDeleted(id)
    }),
    bridge.subscribe('document/saved', ({ document }) => entrySaved({ kind: 'document', document })),
    bridge.subscribe('document/deleted', ({ id }) => entryDeleted(id)),
    bridge.subscribe('job/opened', ({ id }) => navigate({ screen: 'job', id })),
    bridge.onConnection((connected) => {
      const before = useConnection.getState().connected
      useConnection.setState({ connected })
      if (connected && !before) {
        void tellWhatEnded(activeJobs())
        void loadAll()
        refreshJobLists()
        reloadWatchedJobs()
        reloadOpenDocuments()
        keptMayHaveChanged()
      }
    }),
  ]
  void loadAll()
  void openWhatWasAsked()
  return () => {
    for (const stop of stops) stop()
  }
}

async function loadAll(): Promise<void> {
  await Promise.all([loadInfo(), loadSamples(), loadQueue(), loadRecent()])
}

async function loadInfo(): Promise<void> {
  const result = await ask('app/info', {})
  if (result.ok) {
    useConnection.setState({ info: result.output, failure: null })
    libraryNoticesTold(result.output.notices ?? [])
  } else useConnection.setState({ failure: result.failure })
}

async function loadSamples(): Promise<void> {
  const result = await ask('samples/list', {})
  if (result.ok) useConnection.setState({ samples: result.output.samples })
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
async function openWhatWasAsked(): Promise<void> {
  const result = await ask('app/info', {})
  const id = result.ok ? result.output.openJobId : null
  if (id !== null && currentRoute().screen === 'home' && !alreadyOpened(id)) navigate({ screen: 'job', id })
}

/** Asks again after the engine could not be reached. */
export function reconnect(): void {
  void loadAll()
  refreshJobLists()
  reloadWatchedJobs()
  reloadOpenDocuments()
}
