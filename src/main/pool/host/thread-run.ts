/**
 * One run in the worker thread of a host: progress out, cancel in, and every way a thread can end turned into an end
 * that can be told. Loads nothing of the contract, so that a host starts quickly: the engine checks what it is told.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import type { FromWorker, ToWorker } from '../../../shared/contract/worker.ts'
import { busyFlagBytes, condemnedFlag } from '../../../shared/contract/worker-flags.ts'
import type { RunEnd, ToHost } from '../host-messages.ts'

/** How long JavaScript may go without yielding after a cancel before its thread is ended. */
const graceMs = 1_000
const busyPollMs = 20

/** A run that a thread has not yet begun can be given up without harm; see `abandonUnstarted`. */
export interface ActiveRun {
  readonly finished: Promise<RunEnd>
  cancel(): void
  /** Ends the run if no thread has begun it: its thread failed to load, so none ever will. */
  abandonUnstarted(cause: Error): void
}

export type ThreadRequest = Pick<Extract<ToHost, { type: 'run' }>, 'name' | 'input' | 'language' | 'memoryBytes'>

export function startRun(
  piscina: Piscina,
  { name, input, language, memoryBytes }: ThreadRequest,
  tell: (told: FromWorker) => void,
): ActiveRun {
  const { port1: port, port2: workerPort } = new MessageChannel()
  const busy = new Int32Array(new SharedArrayBuffer(busyFlagBytes))
  const termination = new AbortController()
  let started = false
  let cancelled = false
  let ended = false
  let loadFailure: Error | null = null
  let timer: NodeJS.Timeout | undefined

  port.on('message', (told: FromWorker) => {
    if (ended) return
    if (told.type === 'started') started = true
    if (!cancelled) tell(told)
  })

  /** Only a thread with no query under way may be terminated: DuckDB would abort the whole process. */
  const terminateWhenIdle = (): void => {
    if (ended) return
    if (Atomics.compareExchange(busy, 0, 0, condemnedFlag) === 0) termination.abort()
    else timer = setTimeout(terminateWhenIdle, busyPollMs)
  }
  const cancel = (): void => {
    if (cancelled || ended) return
    cancelled = true
    port.postMessage({ type: 'cancel' } satisfies ToWorker)
    timer = setTimeout(terminateWhenIdle, graceMs)
  }
  const abandonUnstarted = (cause: Error): void => {
    if (started || ended) return
    loadFailure = cause
    termination.abort()
  }
  return { finished: settle(), cancel, abandonUnstarted }

  async function settle(): Promise<RunEnd> {
    try {
      const request = { name, input, language, memoryBytes, port: workerPort, busy }
      return (await piscina.run(request, { transferList: [workerPort], signal: termination.signal })) as RunEnd
    } catch (error) {
      return cancelled ? { outcome: 'cancelled' } : deathBy(loadFailure ?? error)
    } finally {
      ended = true
      clearTimeout(timer)
      closePort(port)
    }
  }
}

function deathBy(error: unknown): RunEnd {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { outcome: 'died', reason: isMemory ? 'out_of_memory' : 'worker_died', detail }
}

function closePort(port: MessagePort): void {
  port.removeAllListeners('message')
  port.close()
}
