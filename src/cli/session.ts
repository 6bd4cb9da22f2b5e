/** One engine for one command: opened, interrupted by Ctrl-C, closed whatever happens. */
import path from 'node:path'
import { createFileLogger } from '../main/engine/log-file.ts'
import { createEngine, type Engine, type LibraryReading, openLibraryReading, resolveDataDir } from '../main/engine.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import { findInstallation } from './installation.ts'
import { terminalTexts } from './language.ts'
import { sayNotices } from './notices.ts'
import { endFromOutside } from './stop-signals.ts'

export interface EngineSession {
  readonly engine: Engine
  /** Aborted by Ctrl-C or a request to end. */
  readonly interrupted: AbortSignal
}

/** Opens the library, puts back what a dead process left running, does `work`, and lets the library go. */
export async function withEngine<Result>(
  dataDir: string | undefined,
  work: (session: EngineSession) => Promise<Result>,
): Promise<Result> {
  const installation = findInstallation()
  const folder = resolveDataDir(dataDir)
  const engine = createEngine({
    dataDir: folder,
    workerFile: installation.workerFile,
    samplesDir: installation.samplesDir,
    version: installation.version,
    logger: createFileLogger(path.join(folder, 'logs')),
    texts: terminalTexts(),
  })
  return withInterruption(async (interrupted) => {
    try {
      await sayNotices(engine.notices)
      await engine.recover()
      return await work({ engine, interrupted })
    } finally {
      if ((await engine.close()).length > 0) endFromOutside()
    }
  })
}

/**
 * For commands that only look. They work beside a window that has the library open, too: then it is read as that window
 * has saved it. Ctrl-C ends what they have begun.
 */
export async function withReading<Result>(
  dataDir: string | undefined,
  work: (library: LibraryReading) => Promise<Result>,
): Promise<Result> {
  try {
    return await withEngine(dataDir, ({ engine, interrupted }) => {
      interrupted.addEventListener('abort', () => void engine.close())
      return work(engine)
    })
  } catch (error) {
    if (!(error instanceof StoryglassError) || error.reason !== 'library_in_use') throw error
    const library = openLibraryReading({
      dataDir: resolveDataDir(dataDir),
      workerFile: findInstallation().workerFile,
      texts: terminalTexts(),
    })
    return withInterruption(async (interrupted) => {
      interrupted.addEventListener('abort', () => void library.close())
      try {
        return await work(library)
      } finally {
        await library.close()
      }
    })
  }
}

/** Gives `work` a signal for Ctrl-C, for being asked to end, and for output that nobody reads any more. More of them change nothing: stopping is on its way. */
export async function withInterruption<Result>(work: (interrupted: AbortSignal) => Promise<Result>): Promise<Result> {
  const abort = new AbortController()
  const interrupt = (): void => abort.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const outputs = [process.stdout, process.stderr]
  for (const signal of signals) process.on(signal, interrupt)
  // Not SIGPIPE, whose default Node would put back with the last listener: that ends the process at the next write.
  for (const output of outputs) output.on('error', interrupt)
  try {
    return await work(abort.signal)
  } finally {
    for (const signal of signals) process.off(signal, interrupt)
    for (const output of outputs) output.off('error', interrupt)
  }
}
