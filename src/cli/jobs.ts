/** `storyglass jobs` and `storyglass metrics`: the queue and how it has done. */
import type { CommandOutput } from '../shared/contract/commands.ts'
import type { Job, JobStatus } from '../shared/job/job.ts'
import { exitStatus } from './exit-status.ts'
import { terminalTexts } from './language.ts'
import { metricsText } from './metrics-text.ts'
import { problemOfJob } from './outcome.ts'
import { print, printJson, printProblem } from './output.ts'
import { askOnTerminal, givenPassword, type PasswordOptions, untilUnlocked } from './password.ts'
import { showProgress } from './progress.ts'
import { withEngine, withReading } from './session.ts'
import { bytesText, textTable, timeText } from './text-table.ts'

export interface JobsOptions {
  readonly format?: 'json' | 'text'
  readonly dataDir?: string
}

const pageSize = 500

export function listJobs(options: JobsOptions & { readonly status?: JobStatus }): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    const statuses = options.status === undefined ? [] : [options.status]
    const jobs: Job[] = []
    let page: CommandOutput<'jobs/list'>
    do {
      page = await engine.handlers['jobs/list']({ statuses, limit: pageSize, offset: jobs.length })
      jobs.push(...page.jobs)
    } while (page.jobs.length === pageSize)
    if (options.format === 'json') await printJson({ jobs, total: page.total })
    else if (jobs.length === 0) await print(`${terminalTexts().terminal.lists.noJobs}\n`)
    else await print(jobTable(jobs))
    return exitStatus.done
  })
}

export function showJob(id: string, options: JobsOptions): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    const { job } = await engine.handlers['jobs/get']({ id })
    const { lists } = terminalTexts().terminal
    const changes = engine.jobs.events(id).map(({ at, type, status, attempt, stage, detail }) => ({
      at: new Date(at).toISOString(),
      type,
      status,
      attempt,
      stage,
      detail: detail === null ? null : (JSON.parse(detail) as unknown),
    }))
    if (options.format === 'json') await printJson({ job, changes })
    else {
      await print(jobTable([job]))
      if (job.failure !== null) await print(`\n${job.failure.message}\n${job.failure.hint}\n`)
      if (job.failure?.detail) await print(`\n${job.failure.detail}\n`)
      if (job.nextAttemptAt !== null) await print(`\n${lists.triedAgainAt({ moment: timeText(job.nextAttemptAt) })}\n`)
      if (job.storyId !== null) await print(`\n${lists.story({ id: job.storyId })}\n`)
      if (job.documentId) await print(`\n${lists.document({ id: job.documentId })}\n`)
      const rows = changes.map(({ at, type, stage, attempt }) => [timeText(at), type, String(attempt), stage ?? ''])
      const { at, change, attempt, stage } = lists.headers
      await print(`\n${textTable([at, change, attempt, stage], rows)}`)
    }
    return exitStatus.done
  })
}

export interface RetryOptions extends JobsOptions, PasswordOptions {
  readonly quiet?: boolean
}

/** Runs the job to its end, from its first unfinished stage. */
export async function retryJob(id: string, options: RetryOptions): Promise<number> {
  const password = await givenPassword(options)
  return withEngine(options.dataDir, async ({ engine, interrupted }) => {
    const { job } =
      password === null
        ? await engine.handlers['jobs/retry']({ id })
        : await engine.handlers['jobs/unlock']({ id, password })
    const endProgress = options.quiet ? () => undefined : showProgress(engine, new Set([job.id]), process.stderr)
    interrupted.addEventListener('abort', () => void engine.handlers['jobs/cancel']({ id: job.id }))
    try {
      await engine.queue.runNext(job.id)
      await engine.start()
      const over = await untilUnlocked(engine, await engine.jobs.whenOver(job.id), askOnTerminal(options))
      if (over.status === 'completed') {
        await (options.format === 'json' ? printJson({ job: over }) : print(overLine(over)))
        return exitStatus.done
      }
      const problem = problemOfJob(over)
      await printProblem(problem, options.format === 'json')
      return problem.status
    } finally {
      endProgress()
    }
  })
}

export function cancelJob(id: string, options: JobsOptions): Promise<number> {
  return withEngine(options.dataDir, async ({ engine }) => {
    const { job } = await engine.handlers['jobs/cancel']({ id })
    await (options.format === 'json' ? printJson({ job }) : print(overLine(job)))
    return exitStatus.done
  })
}

export interface CleanOptions extends JobsOptions {
  readonly days?: number
  readonly failedDays?: number
  readonly dryRun?: boolean
}

export function cleanJobs(options: CleanOptions): Promise<number> {
  return withEngine(options.dataDir, async ({ engine }) => {
    const report = await engine.clean({
      ...(options.days === undefined ? {} : { days: options.days }),
      ...(options.failedDays === undefined ? {} : { failedDays: options.failedDays }),
      dryRun: options.dryRun === true,
    })
    const { removed, wouldBeRemoved } = terminalTexts().terminal.lists
    const given = { count: report.jobIds.length, size: bytesText(report.bytes) }
    if (options.format === 'json') await printJson(report)
    else await print(`${report.dryRun ? wouldBeRemoved(given) : removed(given)}\n`)
    return exitStatus.done
  })
}

export function showMetrics(options: JobsOptions & { readonly days?: number }): Promise<number> {
  return withReading(options.dataDir, async (engine) => {
    const metrics = engine.metrics(options.days)
    if (options.format === 'json') {
      await printJson(metrics)
      return exitStatus.done
    }
    await print(metricsText(metrics, terminalTexts()))
    return exitStatus.done
  })
}

function overLine(job: Job): string {
  return `${terminalTexts().terminal.lists.over({ name: job.source.name, status: job.status })}\n`
}

/** States stand as `--status` takes them, in every language. */
function jobTable(jobs: readonly Job[]): string {
  const { headers, percent } = terminalTexts().terminal.lists
  return textTable(
    [headers.id, headers.status, headers.done, headers.made, headers.file],
    jobs.map((job) => [
      job.id,
      job.status,
      percent({ percent: Math.floor(job.percent) }),
      timeText(job.createdAt),
      job.source.name,
    ]),
  )
}
