/** What a person can ask of jobs, one or many; each button is heard once until it is answered. */

import type { CommandResult } from '../../shared/contract/bridge.ts'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { plural } from '../../shared/format/words.ts'
import type { Job, JobPriority } from '../../shared/job/job.ts'
import { formatCount } from '../text/amounts.ts'
import { ask } from './engine.ts'
import { applyReply, markNow } from './jobs.ts'
import { createKeyedStore, useKeyed } from './keyed.ts'
import { tell, tellFailure } from './notices.ts'

export type JobCommand = 'cancel' | 'retry' | 'pause' | 'resume' | 'run-next' | 'prioritize'

const busy = createKeyedStore<JobCommand>()

/** The command under way for a job, so that its button shows it and no other is begun. */
export function useBusy(id: string): JobCommand | undefined {
  return useKeyed(busy, id)
}

/** Gives the failure to show, or null when it was done or one is under way already. */
export async function commandJob(command: Exclude<JobCommand, 'prioritize'>, id: string): Promise<Failure | null> {
  return once(command, id, () => ask(`jobs/${command}`, { id }))
}

export async function prioritizeJob(id: string, priority: JobPriority): Promise<Failure | null> {
  return once('prioritize', id, () => ask('jobs/prioritize', { id, priority }))
}

async function once(
  command: JobCommand,
  id: string,
  run: () => Promise<CommandResult<{ readonly job: Job }>>,
): Promise<Failure | null> {
  if (busy.get(id) !== undefined) return null
  busy.set(id, command)
  const mark = markNow()
  const result = await run()
  busy.set(id, undefined)
  if (!result.ok) return result.failure
  applyReply(result.output.job, mark)
  return null
}

/** The same, with the failure told at the edge of the window. */
export async function orderJob(command: Exclude<JobCommand, 'prioritize'>, id: string): Promise<void> {
  const failure = await commandJob(command, id)
  if (failure !== null) tellFailure(failure)
}

export async function orderPriority(id: string, priority: JobPriority): Promise<void> {
  const failure = await prioritizeJob(id, priority)
  if (failure !== null) tellFailure(failure)
}

export async function retryAllFailed(): Promise<void> {
  const result = await ask('jobs/retry-failed', {})
  if (!result.ok) {
    tellFailure(result.failure)
    return
  }
  const count = result.output.jobs.length
  tell({
    kind: 'plain',
    title: count === 0 ? 'No job has failed' : `${formatCount(count)} ${plural(count, 'job')} will be tried again`,
  })
}

export interface CleanTerms {
  readonly days: number
  readonly failedDays: number
}

/** What a clean-up would remove, or, not as a dry run, has removed. */
export function cleanJobs(terms: CleanTerms, dryRun: boolean): Promise<CommandResult<CommandOutput<'jobs/clean'>>> {
  return ask('jobs/clean', { ...terms, dryRun })
}
