/**
 * Files from outside a window: the command line, a second start of the application, the dock or file manager. Each
 * becomes a job; what comes before the engine is up waits for it.
 */
import { type Failure, StoryglassError } from '../failure/failure.ts'
import type { Texts } from '../texts/texts.ts'
import { failureOf, type ReportBug } from './dispatch.ts'
import type { EngineEvent } from './events.ts'
import type { ShellEngine } from './shell.ts'

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

type OpeningEngine = Pick<ShellEngine, 'adoptPath' | 'handlers'>

export interface Opener {
  /** Absolute paths, in the order they are opened. Never rejects. */
  open(files: readonly string[]): Promise<void>
  /** The job a window that opens now should show: the last one opened from outside. */
  openJobId(): string | null
  /** The engine is up: what waited is opened now, and everything later at once. */
  start(engine: OpeningEngine, emit: (event: EngineEvent) => void): void
}

/**
 * A window never misses a job opened from outside: one that listens gets the event, and one that is still loading asks
 * (`app/info`) after it began to listen. Of several files the first is the one shown.
 */
export function createOpener(options: {
  readonly report: ReportBug
  readonly texts: Texts
  /** A file that cannot even become a job: there is no job to show its failure in. */
  readonly onFailure: (failure: Failure) => void
}): Opener {
  const started = Promise.withResolvers<{ engine: OpeningEngine; emit: (event: EngineEvent) => void }>()
  let latest: string | null = null

  async function jobOf(engine: OpeningEngine, file: string): Promise<string | null> {
    try {
      const { handle } = await engine.adoptPath(file)
      const { job } = await engine.handlers['jobs/create']({ source: { handle }, options: {}, priority: 'normal' })
      return job.id
    } catch (error) {
      if (!(error instanceof StoryglassError)) options.report('opening a file', error)
      options.onFailure(failureOf(options.texts, error, file.split(/[\\/]/).at(-1) || file))
      return null
    }
  }

  return {
    start: (engine, emit) => started.resolve({ engine, emit }),
    openJobId: () => latest,
    async open(files) {
      const { engine, emit } = await started.promise
      let isFirst = true
      for (const file of files) {
        const id = await jobOf(engine, file)
        if (id === null || !isFirst) continue
        isFirst = false
        latest = id
        emit({ name: 'job/opened', payload: { id } })
      }
    },
  }
}
