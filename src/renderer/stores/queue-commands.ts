/** Pausing and resuming the queue: heard once until it is answered, whichever button was pressed. */
import { create } from 'zustand'
import { ask } from '../bridge/engine.ts'
import { queueReplied } from '../queries/queue.ts'
import { notifyOfFailure } from './notices.ts'

const pausing = create<{ readonly busy: boolean }>()(() => ({ busy: false }))

/** A pause or a resume is under way. */
export function usePausing(): boolean {
  return pausing((state) => state.busy)
}

export async function pauseQueue(paused: boolean): Promise<void> {
  if (pausing.getState().busy) return
  pausing.setState({ busy: true })
  const askedAt = Date.now()
  const result = await ask('queue/set-paused', { paused })
  pausing.setState({ busy: false })
  if (result.ok) queueReplied(result.output, askedAt)
  else notifyOfFailure(result.failure)
}
