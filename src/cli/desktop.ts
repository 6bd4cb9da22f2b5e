/** `storyglass desktop`: the window in Electron where that can be had, otherwise the same window in the browser. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { runBrowserSession } from './browser-session.ts'
import { findElectron } from './electron-binary.ts'
import { findInstallation } from './installation.ts'
import { terminalTexts } from './language.ts'
import { listenForStop, type StopSignal, stopStatus } from './stop-signals.ts'

export interface DesktopOptions {
  /** Absolute. */
  readonly dataDir: string
  /** Of the browser shell, should it come to that; 0 for any free port. */
  readonly port?: number
  /** Whether the default browser may be opened then. */
  readonly open?: boolean
}

function note(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** An Electron that ends itself this early never had a window: a missing library, or a sandbox it was not allowed. */
const earlyEndMs = 15_000
/** Our own main process ends with this when it could not start, having said why in a dialog. */
const startFailedStatus = 7

type ElectronRun =
  | { readonly outcome: 'ended'; readonly status: number }
  | { readonly outcome: 'never_started'; readonly why: string }

/** Chromium refuses to run its sandbox for root, who on Linux is the usual user of a container. */
function sandboxArguments(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  note(terminalTexts().terminal.electron.asRoot)
  return ['--no-sandbox']
}

function runElectron(binary: string, root: string, files: readonly string[], dataDir: string): Promise<ElectronRun> {
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const startedAt = performance.now()
  const signals = listenForStop()
  const child = spawn(binary, [root, ...sandboxArguments(), '--', ...files], {
    stdio: 'inherit',
    env: { ...env, STORYGLASS_DATA_DIR: dataDir },
  })
  let stoppedBy: StopSignal | null = null
  void signals.stopped.then((signal) => {
    stoppedBy = signal
    child.kill(signal)
  })
  return new Promise<ElectronRun>((resolve) => {
    child.on('error', (error) => resolve({ outcome: 'never_started', why: error.message }))
    child.on('exit', (code, signal) => {
      if (stoppedBy !== null) return resolve({ outcome: 'ended', status: stopStatus(stoppedBy) })
      const isEarly = performance.now() - startedAt < earlyEndMs
      if (isEarly && code !== 0 && code !== startFailedStatus) {
        return resolve({
          outcome: 'never_started',
          why: terminalTexts().terminal.electron.endedAtOnce({ status: signal ?? code ?? '' }),
        })
      }
      return resolve({ outcome: 'ended', status: code ?? startFailedStatus })
    })
  }).finally(() => signals.release())
}

/**
 * Opens the window, on the story of the first of `files` being told, and stays until it is closed. Resolves to the exit
 * status. Without an Electron that runs, says why in one line and serves the same window to the browser until Ctrl-C.
 */
export async function openDesktop(files: readonly string[], options: DesktopOptions): Promise<number> {
  const absolute = files.map((file) => path.resolve(file))
  const { root } = findInstallation()
  const { electron: texts } = terminalTexts().terminal
  const electron = await findElectron({ root, texts, onDownload: () => note(texts.downloading) })
  let why: string
  if (electron.found) {
    const run = await runElectron(electron.binary, root, absolute, options.dataDir)
    if (run.outcome === 'ended') return run.status
    why = texts.whyNot.notStarted({ why: run.why })
  } else why = electron.why
  note(texts.inBrowser({ why }))
  return runBrowserSession({
    dataDir: options.dataDir,
    port: options.port ?? 0,
    open: options.open ?? true,
    files: absolute,
  })
}
