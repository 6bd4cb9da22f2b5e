/** The queue as a whole: whether it is paused, how much is in it, and what it all takes on disk. */
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Failure } from '../../shared/failure/failure.ts'
import type { QueueState, Storage } from '../../shared/job/queue.ts'
import { ask, type Loaded, loading } from './engine.ts'
import { tellFailure } from './notices.ts'

interface QueueStore {
  /** Null until it is known. */
  readonly queue: QueueState | null
  readonly failure: Failure | null
  /** A pause or a resume is under way. */
  readonly busy: boolean
  readonly storage: Loaded<Storage>
}

const queueStore = create<QueueStore>()(() => ({ queue: null, failure: null, busy: false, storage: loading }))

/** Moves with each event: a reply older than one is dropped. */
let told = 0

export function queueChanged(queue: QueueState): void {
  told += 1
  queueStore.setState({ queue, failure: null })
}

export async function loadQueue(): Promise<void> {
  const before = told
  const result = await ask('queue/get', {})
  if (told !== before) return
  queueStore.setState(result.ok ? { queue: result.output, failure: null } : { failure: result.failure })
}

export async function pauseQueue(paused: boolean): Promise<void> {
  if (queueStore.getState().busy) return
  queueStore.setState({ busy: true })
  const before = told
  const result = await ask('queue/set-paused', { paused })
  queueStore.setState({ busy: false })
  if (!result.ok) tellFailure(result.failure)
  else if (told === before) queueStore.setState({ queue: result.output })
}

/** The queue's state, kept current by events. */
export function useQueue(): Pick<QueueStore, 'queue' | 'failure' | 'busy'> {
  return queueStore()
}

export function useActiveCount(): number {
  return queueStore(({ queue }) => (queue === null ? 0 : queue.queued + queue.processing))
}

let storageRequest = 0

export async function loadStorage(): Promise<void> {
  storageRequest += 1
  const mine = storageRequest
  const result = await ask('storage/get', {})
  if (mine !== storageRequest) return
  queueStore.setState({
    storage: result.ok ? { state: 'ready', value: result.output } : { state: 'failed', failure: result.failure },
  })
}

/** Measured when the component appears; walking the folders is not done at every change. */
export function useStorage(): Loaded<Storage> {
  useEffect(() => void loadStorage(), [])
  return queueStore((state) => state.storage)
}

export function storageTotal(storage: Storage): number {
  return storage.library + storage.backups + storage.artifacts + storage.sources + storage.logs
}
