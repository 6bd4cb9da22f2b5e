/** What a person can ask of jobs, one or many; each button is heard once until it is answered. */
import { create } from 'zustand'
import type { CommandResult } from '../../shared/contract/bridge.ts'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import type { Job, JobPriority } from '../../shared/job/job.ts'
import { ask } from '../bridge/engine.ts'
import { jobReplied } from '../queries/jobs.ts'
import { currentTexts } from './language.ts'
import { notify, notifyOfFailure } from './notices.ts'

export type JobCommand = 'cancel' | 'retry' | 'pause' | 'resume' | 'run-next' | 'prioritize' | 'unlock'

const useBusyJobs = create<Readonly<Record<string, JobCommand>>>()(() => ({}))

/** The command under way for a job, so that its button shows it and no other is begun. */
export function useBusy(id: string): JobCommand | undefined {
  return useBusyJobs((busy) => busy[id])
}

/** Those that need nothing but the job. */
type PlainCommand = Exclude<JobCommand, 'prioritize' | 'unlock'>

/** Gives the failure to show, or null when it was done or one is under way already. */
export async function commandJob(command: PlainCommand, id: string): Promise<Failure | null> {
  return once(command, id, () => ask(`jobs/${command}`, { id }))
}

export async function prioritizeJob(id: string, priority: JobPriority): Promise<Failure | null> {
  return once('prioritize', id, () => ask('jobs/prioritize', { id, priority }))
}

/** When the failure before was told that a password was given for: the same failure later says it was the wrong one. */
const useUnlocked = create<Readonly<Record<string, string>>>()(() => ({}))

/** Tries a protected document again. The password goes to the engine and is kept nowhere in the window. */
export async function unlockJob(job: Job, password: string): Promise<Failure | null> {
  const failure = await once('unlock', job.id, () => ask('jobs/unlock', { id: job.id, password }))
  if (failure === null) useUnlocked.setState({ [job.id]: job.failure?.at ?? '' })
  return failure
}

/** Whether the job failed for want of a password once more after one was given. */
export function useWasUnlockedInVain(job: Job): boolean {
  const before = useUnlocked((unlocked) => unlocked[job.id])
  return before !== undefined && job.failure !== null && job.failure.at !== before
}

async function once(
  command: JobCommand,
  id: string,
  run: () => Promise<CommandResult<{ readonly job: Job }>>,
): Promise<Failure | null> {
  if (useBusyJobs.getState()[id] !== undefined) return null
  useBusyJobs.setState({ [id]: command })
  const askedAt = Date.now()
  const result = await run()
  useBusyJobs.setState(({ [id]: _done, ...others }) => others, true)
  if (!result.ok) return result.failure
  jobReplied(result.output.job, askedAt)
  return null
}

/** The same, with the failure told at the edge of the window. */
export async function orderJob(command: PlainCommand, id: string): Promise<void> {
  const failure = await commandJob(command, id)
  if (failure !== null) notifyOfFailure(failure)
}

export async function orderPriority(id: string, priority: JobPriority): Promise<void> {
  const failure = await prioritizeJob(id, priority)
  if (failure !== null) notifyOfFailure(failure)
}

export async function retryAllFailed(): Promise<void> {
  const texts = currentTexts()
  const result = await ask('jobs/retry-failed', {})
  if (!result.ok) {
    notifyOfFailure(result.failure)
    return
  }
  const count = result.output.jobs.length
  notify({
    kind: 'plain',
    title: count === 0 ? texts.jobs.noJobHasFailed : texts.jobs.willBeTriedAgain({ count }),
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
