/**
 * Makes a catalog of work into the entry of a worker thread. A run never throws: it ends in a tagged result, because an
 * error thrown across threads loses all but its message.
 */
import type { MessagePort } from 'node:worker_threads'
import type { Defect, FromWorker, ToWorker, WorkerResult } from '../../shared/contract/worker.ts'
import {
  CancelledError,
  describeFailure,
  type ErrorCode,
  type Failure,
  StoryglassError,
} from '../../shared/failure/failure.ts'
import { type StageName, stageErrorCode } from '../../shared/job/stage.ts'
import { type Texts, type TextsTag, textsIn } from '../../shared/texts/texts.ts'
import type { WorkContext } from './context.ts'
import { DatabaseError } from './database-error.ts'

export interface WorkRequest {
  /** A name of the catalog: a stage or a task. */
  readonly name: string
  readonly input: unknown
  readonly language: TextsTag
  /** See `WorkContext.memoryBytes`. */
  readonly memoryBytes: number
  readonly port: MessagePort
  readonly busy: Int32Array
}

type AnyWork = (input: unknown, context: WorkContext) => Promise<unknown>

/** `catalog`: name to function of input and context. The engine asks only for names and inputs of the contract. */
export function serveWork(catalog: object): (request: WorkRequest) => Promise<WorkerResult<unknown>> {
  const works = new Map(Object.entries(catalog) as [string, AnyWork][])
  return (request) => run(works, request)
}

async function run(works: ReadonlyMap<string, AnyWork>, request: WorkRequest): Promise<WorkerResult<unknown>> {
  const { port, busy } = request
  const abort = new AbortController()
  port.on('message', (message: ToWorker) => {
    if (message.type === 'cancel') abort.abort()
  })
  const defects: Defect[] = []
  const texts = textsIn(request.language)
  const context: WorkContext = {
    texts,
    signal: abort.signal,
    progress: (progress) => port.postMessage({ type: 'progress', progress } satisfies FromWorker),
    facts: (facts) => port.postMessage({ type: 'facts', facts } satisfies FromWorker),
    yieldToEventLoop: async () => {
      await new Promise((resolve) => setImmediate(resolve))
      if (abort.signal.aborted) throw new CancelledError()
    },
    defect: (defect) => defects.push(defect),
    memoryBytes: request.memoryBytes,
    busy,
  }
  port.postMessage({ type: 'started' } satisfies FromWorker)
  const started = performance.now()
  try {
    const work = works.get(request.name)
    if (work === undefined) throw new Error(`A worker was asked for unknown work: ${request.name}`)
    const output = await work(request.input, context)
    if (abort.signal.aborted) return { outcome: 'cancelled' }
    return { outcome: 'done', output, elapsedMs: performance.now() - started, defects }
  } catch (error) {
    if (error instanceof CancelledError || abort.signal.aborted) return { outcome: 'cancelled' }
    return { outcome: 'failed', failure: toFailure(texts, error, request) }
  } finally {
    port.close()
  }
}

function toFailure(texts: Texts, error: unknown, request: WorkRequest): Failure {
  const source = (request.input as { source?: { name?: string } } | null)?.source
  const stageCode: ErrorCode | undefined = stageErrorCode[request.name as StageName]
  const context = { name: source?.name ?? texts.failures.subjects.file, ...(stageCode ? { stageCode } : {}) }
  if (error instanceof StoryglassError) {
    return describeFailure(texts, error.reason, { ...context, detail: error.detail ?? causeOf(error) })
  }
  if (error instanceof DatabaseError && error.isOfMemory) {
    return describeFailure(texts, 'too_much_memory', { ...context, detail: causeOf(error) })
  }
  const code = (error as NodeJS.ErrnoException).code
  const reason =
    code === 'ENOSPC'
      ? 'disk_full'
      : code === 'ENOENT'
        ? 'file_missing'
        : code === 'EACCES' || code === 'EPERM'
          ? 'file_unreadable'
          : code === 'EROFS'
            ? 'disk_read_only'
            : 'internal'
  return describeFailure(texts, reason, { ...context, detail: causeOf(error) })
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : ''
  return `${error.stack ?? error.message}${cause}`
}
