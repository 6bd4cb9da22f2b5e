/** The one window: sandboxed, shown when there is something to see, opened where it was closed. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { ReportBug } from '../../shared/contract/dispatch.ts'
import { appPage } from '../../shared/security/app-address.ts'
import { fitted, readPlacement, smallestSize, writePlacement } from './window-state.ts'

/** The interface's own `--paper`, so that nothing flashes before the page is drawn. */
const paper = { dark: '#0e1413', light: '#f6f7f6' } as const

const settleMs = 500

function keepPlacement(window: BrowserWindow, folder: string): void {
  let timer: NodeJS.Timeout | undefined
  const keep = (): void => {
    clearTimeout(timer)
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    writePlacement(folder, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const keepSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, settleMs)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('close', keep)
  window.on('closed', () => clearTimeout(timer))
}

const crashLoopMs = 30_000

/** A page whose process died is loaded again, from the engine's state; one that dies again soon is left as it is. */
function reviveAfterCrash(window: BrowserWindow, report: ReportBug): void {
  let lastAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    report('the window', new Error(`its process ended: ${reason} (${exitCode})`))
    if (performance.now() - lastAt < crashLoopMs) return
    lastAt = performance.now()
    void window.loadURL(appPage)
  })
}

export interface MainWindowOptions {
  readonly preload: string
  /** Folder in which the window's place is kept. */
  readonly stateFolder: string
  readonly devTools: boolean
  readonly report: ReportBug
}

export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { bounds, maximized } = fitted(readPlacement(options.stateFolder), areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: 'Storyglass',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: options.devTools,
    },
  })
  keepPlacement(window, options.stateFolder)
  reviveAfterCrash(window, options.report)
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  void window.loadURL(appPage)
  return window
}

/** Brings a window to the person: out of the dock, to the front. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
