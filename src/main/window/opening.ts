/**
 * Files from outside the window: the command line, a second start of the application, the dock or file manager. Each
 * becomes a job; what comes before the engine is up waits for it.
 */
import type { ReportBug } from '../../shared/contract/dispatch.ts'
import { failureOf } from '../../shared/contract/dispatch.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { ShellEngine } from '../../shared/contract/shell.ts'
import { type Failure, StoryglassError } from '../../shared/failure/failure.ts'

/** The files among a program's arguments: what is not a switch, and everything after `--`. */
export function filesAmong(args: readonly string[]): string[] {
  const files: string[] = []
  let isEnded = false
  for (const argument of args) {
    if (!isEnded && argument === '--') isEnded = true
    else if (isEnded || !argument.startsWith('-')) files.push(argument)
  }
  return files
}

export interface Opener {
  /** Absolute paths. Resolves to the job of the first that became one. Never rejects. */
  open(files: readonly string[]): Promise<string | null>
  /** The engine is up: what waited is opened now, and everything later at once. */
  start(engine: Pick<ShellEngine, 'adoptPath' | 'handlers'>, tell: (event: EngineEvent) => void): void
}

export function createOpener(options: {
  readonly report: ReportBug
  /** A file that cannot even become a job: there is no job to show its failure in. */
  readonly onFailure: (failure: Failure) => void
}): Opener {
  const started = Promise.withResolvers<{
    engine: Pick<ShellEngine, 'adoptPath' | 'handlers'>
    tell: (event: EngineEvent) => void
  }>()

  async function openOne(file: string): Promise<string | null> {
    const { engine, tell } = await started.promise
    try {
      const { handle } = await engine.adoptPath(file)
      const { job } = await engine.handlers['jobs/create']({ source: { handle }, options: {}, priority: 'normal' })
      tell({ name: 'job/opened', payload: { id: job.id } })
      return job.id
    } catch (error) {
      if (!(error instanceof StoryglassError)) options.report('opening a file', error)
      options.onFailure(failureOf(error, file.split(/[\\/]/).at(-1) || file))
      return null
    }
  }

  return {
    start: (engine, tell) => started.resolve({ engine, tell }),
    async open(files) {
      let first: string | null = null
      for (const file of files) {
        const id = await openOne(file)
        first ??= id
      }
      return first
    },
  }
}
