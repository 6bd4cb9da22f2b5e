/** One run on a Piscina pool: progress out, cancel in, and every way a thread can end turned into a tagged result. */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Piscina } from 'piscina'
import {
  busyFlagBytes,
  condemnedFlag,
  fromWorkerSchema,
  type ToWorker,
  type WorkerResult,
} from '../../shared/contract/worker.ts'
import { describeFailure, type FailureReason } from '../../shared/failure/failure.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { RunOptions } from './work.ts'

/** How long JavaScript may go without yielding after a cancel before its thread is ended. */
const graceMs = 1_000
const busyPollMs = 20

/** A run that a worker has not yet begun can be given up without harm; see `abandonUnstarted`. */
export interface ActiveRun {
  readonly finished: Promise<WorkerResult<unknown>>
  cancel(): void
  /** Ends the run if no worker has begun it: its worker failed to load, so none ever will. */
  abandonUnstarted(cause: Error): void
}

export function startRun(piscina: Piscina, texts: Texts, name: string, input: object, options: RunOptions): ActiveRun {
  const { port1: port, port2: workerPort } = new MessageChannel()
  const busy = new Int32Array(new SharedArrayBuffer(busyFlagBytes))
  const termination = new AbortController()
  let started = false
  let cancelled = false
  let ended = false
  let loadFailure: Error | null = null
  let timer: NodeJS.Timeout | undefined

  port.on('message', (message: unknown) => {
    const parsed = fromWorkerSchema.safeParse(message)
    if (!parsed.success || ended) return
    const told = parsed.data
    if (told.type === 'started') started = true
    if (cancelled) return
    switch (told.type) {
      case 'started':
        return options.onStarted?.()
      case 'progress':
        return options.onProgress?.(told.progress)
      case 'facts':
        return options.onFacts?.(told.facts)
    }
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

  const finished = settle()
  if (options.signal?.aborted) cancel()
  else options.signal?.addEventListener('abort', cancel, { once: true })
  return { finished, cancel, abandonUnstarted }

  async function settle(): Promise<WorkerResult<unknown>> {
    try {
      const request = { name, input, language: texts.language, port: workerPort, busy }
      const result = await piscina.run(request, { transferList: [workerPort], signal: termination.signal })
      // A cancel that came too late to stop the work still means that nobody wants its result.
      return cancelled ? { outcome: 'cancelled' } : (result as WorkerResult<unknown>)
    } catch (error) {
      if (cancelled) return { outcome: 'cancelled' }
      return failedRun(texts, loadFailure ?? error, input)
    } finally {
      ended = true
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', cancel)
      closePort(port)
    }
  }
}

function failedRun(texts: Texts, error: unknown, input: object): WorkerResult<unknown> {
  const source = 'source' in input ? (input.source as { name?: unknown }) : null
  const name = typeof source?.name === 'string' ? source.name : texts.failures.subjects.file
  const code = error instanceof Error && 'code' in error ? error.code : null
  const reason: FailureReason = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out_of_memory' : 'worker_died'
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { outcome: 'failed', failure: describeFailure(texts, reason, { name, detail }) }
}

function closePort(port: MessagePort): void {
  port.removeAllListeners('message')
  port.close()
}
