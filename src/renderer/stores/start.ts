/** Connects the stores to the engine's events and loads what the first screen needs. */
import type { StoryglassBridge, Unsubscribe } from '../../shared/contract/bridge.ts'
import { currentRoute, navigate } from '../routes/navigation.ts'
import { useConnection } from './connection.ts'
import { ask, provideEngine } from './engine.ts'
import { jobChanged, jobRemoved, loadJobs, useJobs } from './jobs.ts'
import { announceEnd } from './outcomes.ts'
import { loadRecentStories, storyDeleted, storySaved, useStories } from './stories.ts'

/** Starts listening; gives the way to stop. Events are subscribed to before anything is asked, so none is missed. */
export function startStores(bridge: StoryglassBridge): Unsubscribe {
  provideEngine(bridge)
  const stops = [
    bridge.subscribe('job/changed', ({ job }) => {
      const before = useJobs.getState().byId[job.id]
      jobChanged(job)
      announceEnd(before, job)
    }),
    bridge.subscribe('job/removed', ({ id }) => jobRemoved(id)),
    bridge.subscribe('story/saved', ({ story }) => storySaved(story)),
    bridge.subscribe('story/deleted', ({ id }) => storyDeleted(id)),
    bridge.subscribe('job/opened', ({ id }) => navigate({ screen: 'job', id })),
    bridge.onConnection((connected) => {
      const before = useConnection.getState().connected
      useConnection.setState({ connected })
      if (connected && !before) {
        void loadAll()
        useStories.setState((state) => ({ revision: state.revision + 1 }))
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
  await Promise.all([loadInfo(), loadSamples(), loadJobs(), loadRecentStories()])
}

async function loadInfo(): Promise<void> {
  const result = await ask('app/info', {})
  if (result.ok) useConnection.setState({ info: result.output, failure: null })
  else useConnection.setState({ failure: result.failure })
}

async function loadSamples(): Promise<void> {
  const result = await ask('samples/list', {})
  if (result.ok) useConnection.setState({ samples: result.output.samples })
}

/** Started with a file: its job is the first thing shown, unless the address already says another place. */
async function openWhatWasAsked(): Promise<void> {
  const result = await ask('app/info', {})
  if (result.ok && result.output.openJobId !== null && currentRoute().screen === 'home') {
    navigate({ screen: 'job', id: result.output.openJobId })
  }
}

/** Asks again after the engine could not be reached. */
export function reconnect(): void {
  void loadAll()
}
