/** The desktop shell, composed: one engine, one window, the contract between them. */
import { mkdirSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { app, type BrowserWindow, nativeTheme, session } from 'electron'
import { createOpener } from '../shared/contract/opening.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import { speechOf } from '../shared/texts/speech.ts'
import { createFileLogger } from './engine/log-file.ts'
import { createEngine, type Engine } from './engine.ts'
import { resolveDataDir } from './intake/data-dir.ts'
import { carryContract } from './ipc/carrier.ts'
import { pickFiles, showFailure, showStartFailure } from './window/dialogs.ts'
import { desktopHandlers } from './window/handlers.ts'
import { closeNetworkOfProcess, closeSession, denyLeaving, openingSwitch } from './window/lockdown.ts'
import { bringForward, openMainWindow } from './window/main-window.ts'
import { installMenu } from './window/menu.ts'
import { windowPrinter } from './window/print.ts'
import { registerAppScheme, serveApp } from './window/protocol.ts'
import { filesAtStart, isFirstInstance } from './window/single-instance.ts'
import { describeStartFailure } from './window/start-failure.ts'
import { utilityHost } from './window/utility-host.ts'

// DuckDB's queries and files' reads share libuv's threads. Read when the first of them is asked for, which is later.
process.env.UV_THREADPOOL_SIZE ||= String(Math.max(8, 2 * cpus().length + 4))

const startFailedStatus = 7
/** DuckDB opens the samples by their path on the disk, not inside the archive of a packaged application. */
const unpackedRoot = app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked')
const devTools = !app.isPackaged

const dataDir = resolveDataDir(undefined)
const logger = createFileLogger(path.join(dataDir, 'logs'))
let window: BrowserWindow | null = null
let engine: Engine | null = null

const speech = speechOf(process.env, app.getPreferredSystemLanguages())
const { texts } = speech

const opener = createOpener({
  texts,
  report: logger.bug,
  onFailure: (failure) => void showFailure(window, failure),
})

function openWindow(): void {
  window = openMainWindow({
    preload: path.join(app.getAppPath(), 'out/preload/index.cjs'),
    stateFolder: app.getPath('userData'),
    devTools,
    report: logger.bug,
  })
  window.on('closed', () => {
    window = null
  })
}

async function openPicked(): Promise<void> {
  await opener.open(await pickFiles(texts, window))
}

async function start(files: readonly string[]): Promise<void> {
  await app.whenReady()
  const created = createEngine({
    dataDir,
    workerFile: path.join(app.getAppPath(), 'out/main/workers/index.js'),
    launchHost: utilityHost,
    printer: windowPrinter(),
    samplesDir: path.join(unpackedRoot, 'resources/samples'),
    version: app.getVersion(),
    logger,
    speech,
  })
  engine = created
  closeSession(session.defaultSession)
  serveApp(session.defaultSession, {
    rendererDir: path.join(app.getAppPath(), 'out/renderer'),
    documentAsset: (id, name) => created.documents.asset(id, name),
  })
  const handlers = desktopHandlers(created, { window: () => window, openJobId: opener.openJobId, texts })
  const carrier = carryContract({ handlers, engine: created, report: logger.bug, texts })
  opener.start(created, carrier.emit)
  const showMenu = (): void => installMenu(app, devTools, { openFiles: () => void openPicked() }, texts)
  showMenu()
  created.subscribe(({ name }) => {
    if (name === 'app/language') showMenu()
  })
  openWindow()
  app.on('activate', () => window ?? openWindow())
  await Promise.all([created.start(), opener.open(files)])
}

function fail(error: unknown): void {
  logger.bug('start', error)
  const { message, hint } = describeStartFailure(texts, error, dataDir)
  showStartFailure(message, hint)
  app.exit(startFailedStatus)
}

/** Once: the engine gives its jobs back to the queue and lets the data folder go, then the process ends. */
function closeBeforeQuit(): void {
  let isClosing = false
  app.on('before-quit', (event) => {
    if (engine === null) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    void engine.close().then(
      (unfinished) => {
        // A thread still at work would be torn down by an exit, and abort; what is stored is safe at every moment.
        if (unfinished.length > 0) process.kill(process.pid, 'SIGKILL')
        app.exit(0)
      },
      (error: unknown) => {
        logger.bug('close', error)
        app.exit(startFailedStatus)
      },
    )
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
}

nativeTheme.themeSource = 'system'
app.setName('Storyglass')
mkdirSync(path.join(dataDir, 'desktop'), { recursive: true, mode: 0o700 })
app.setPath('userData', path.join(dataDir, 'desktop'))
registerAppScheme()
// Every renderer, also one that a window made elsewhere would have.
app.enableSandbox()
closeNetworkOfProcess(app)
denyLeaving(app)
// Sent by macOS, possibly before the application is ready.
app.on('open-file', (event, file) => {
  event.preventDefault()
  void opener.open([file])
})

const files = filesAtStart(app, process.argv, process.cwd())
const onSecond = (others: readonly string[]): void => {
  if (window) bringForward(window)
  else if (engine) openWindow()
  void opener.open(others)
}
const refused = openingSwitch(app)
if (refused !== null) fail(new StoryglassError('switch_refused', `--${refused}`))
else if (isFirstInstance(app, files, onSecond)) {
  closeBeforeQuit()
  start(files).catch(fail)
} else app.quit()
