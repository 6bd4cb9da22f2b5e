/** The browser shell as a program: runs until it is told to stop. Behind `serve`, and behind `desktop` without Electron. */
import path from 'node:path'
import { createFileLogger } from '../main/engine/log-file.ts'
import { createEngine } from '../main/engine.ts'
import { createOpener } from '../shared/contract/opening.ts'
import { startBrowserShell } from '../web/shell.ts'
import { findInstallation } from './installation.ts'
import { windowSpeech } from './language.ts'
import { sayNotices } from './notices.ts'
import { endFromOutside, listenForStop, stopStatus } from './stop-signals.ts'

export interface BrowserSessionOptions {
  /** Absolute. */
  readonly dataDir: string
  /** 0 for any free port. */
  readonly port: number
  readonly open: boolean
  /** Absolute paths of files to tell at once; the page opens on the first. */
  readonly files: readonly string[]
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

/**
 * Prints one line with the address and serves until SIGINT or SIGTERM. Resolves to the exit status. Throws
 * `library_in_use` when another process has the data folder, `EADDRINUSE` when the port is taken.
 */
export async function runBrowserSession(options: BrowserSessionOptions): Promise<number> {
  const { version, workerFile, samplesDir, rendererDir } = findInstallation()
  const logger = createFileLogger(path.join(options.dataDir, 'logs'))
  const speech = windowSpeech()
  const { texts } = speech
  const signals = listenForStop()
  const engine = createEngine({ dataDir: options.dataDir, workerFile, samplesDir, version, logger, speech })
  try {
    await sayNotices(engine.notices)
    const opener = createOpener({
      texts,
      report: logger.bug,
      onFailure: ({ message, hint }) => complain(`${message} ${hint}`),
    })
    const shell = await startBrowserShell({
      engine,
      texts,
      port: options.port,
      rendererDir,
      open: options.open,
      openJobId: opener.openJobId,
      report: logger.bug,
      onReady: (address) => say(texts.terminal.electron.address({ address })),
    })
    try {
      opener.start(engine, shell.emit)
      await Promise.all([engine.start(), opener.open(options.files)])
      return stopStatus(await signals.stopped)
    } finally {
      await shell.close()
    }
  } finally {
    if ((await engine.close()).length > 0) endFromOutside()
    signals.release()
  }
}
