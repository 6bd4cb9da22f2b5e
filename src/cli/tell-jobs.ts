/** Files to jobs in batches, so that the first begin while the last are still being looked at, and jobs to their ends. */

import { CancelledError } from '../shared/failure/failure.ts'
import type { Job, JobOptionsInput } from '../shared/job/job.ts'
import { type Problem, problemOfError, problemOfJob } from './outcome.ts'
import { type AskPassword, untilUnlocked } from './password.ts'
import { type ProgressForm, showProgress } from './progress.ts'
import type { EngineSession } from './session.ts'

export type Told = { readonly file: string } & (
  | { readonly job: Job; readonly problem: null }
  | { readonly problem: Problem }
)

/** The first is small, so that work begins at once; each is one transaction. */
const firstBatch = 8
const laterBatch = 100

type Created = { readonly id: string } | { readonly problem: Problem }

export interface TellRequest {
  readonly options: JobOptionsInput
  readonly quiet: boolean
  readonly progress?: ProgressForm
  readonly password: string | null
  readonly askPassword: AskPassword
  /** These files are told as one, in the place of those given. */
  readonly together?: readonly string[]
}

/** Tells the files side by side and gives each when it and those before it are over. */
export async function* tellAll(
  session: EngineSession,
  files: readonly string[],
  request: TellRequest,
): AsyncGenerator<Told> {
  const { engine, interrupted } = session
  const ids = new Set<string>()
  const endProgress = request.quiet ? () => undefined : showProgress(engine, ids, process.stderr, request.progress)
  const cancelAll = (): void => {
    for (const id of ids) void engine.handlers['jobs/cancel']({ id }).catch(() => undefined)
  }
  interrupted.addEventListener('abort', cancelAll)
  const created = files.map(() => Promise.withResolvers<Created>())
  const over = new AbortController()
  const wanted = { engine, interrupted: AbortSignal.any([interrupted, over.signal]) }
  const creating = createInBatches(wanted, files, request, ids, (index, one) => created[index]?.resolve(one))
  try {
    for (const [index, file] of files.entries()) {
      const one = await Promise.race([created[index]?.promise, creating])
      if (one === undefined || 'problem' in one) {
        yield { file, problem: one?.problem ?? problemOfError(new CancelledError(), file) }
        continue
      }
      const job = await untilUnlocked(engine, await engine.jobs.whenOver(one.id), request.askPassword)
      if (job.status === 'completed') yield { file, job, problem: null }
      else yield { file, problem: problemOfJob(job) }
    }
  } finally {
    interrupted.removeEventListener('abort', cancelAll)
    endProgress()
    over.abort()
    await creating
  }
}

/** Undefined when all are told of, or the rest is not wanted any more. */
async function createInBatches(
  { engine, interrupted }: EngineSession,
  files: readonly string[],
  { options, password, together }: TellRequest,
  ids: Set<string>,
  tell: (index: number, created: Created) => void,
): Promise<undefined> {
  const others = (await engine.handlers['queue/get']({})).queued
  for (let start = 0; start < files.length; ) {
    const batch = files.slice(start, start + (start === 0 ? firstBatch : laterBatch))
    const wanted = { options, ...(password === null ? {} : { password }) }
    const outcomes =
      together === undefined
        ? await engine.jobs.createWherePossible(batch, wanted)
        : [await engine.jobs.createOfSeveral(together, wanted).catch((error: unknown) => ({ error }))]
    for (const [index, outcome] of outcomes.entries()) {
      if ('error' in outcome) tell(start + index, { problem: problemOfError(outcome.error, batch[index] ?? null) })
      else {
        ids.add(outcome.job.id)
        if (interrupted.aborted) await engine.handlers['jobs/cancel']({ id: outcome.job.id })
        tell(start + index, { id: outcome.job.id })
      }
    }
    if (interrupted.aborted) return undefined
    start += batch.length
    // Ahead of what an earlier run left in the queue: this is what the person waits for.
    if (others > 0) engine.queue.runAllNext([...ids])
    if (start === batch.length) await engine.start()
  }
  return undefined
}
