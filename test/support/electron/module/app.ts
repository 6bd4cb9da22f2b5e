/** `app`: its life from start to quit, in Electron's order. */
import { EventEmitter } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** An event whose default can be prevented. */
export class StandInEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

interface ClosableWindow {
  close(): void
}

const lockPollMs = 50

class StandInApp extends EventEmitter {
  name = 'Electron'
  /** As a packaged application behaves, where a test asks for it. */
  readonly isPackaged = process.env.STORYGLASS_STANDIN_PACKAGED === '1'
  sandboxed = false
  readonly switches: Record<string, string> = {}
  /** Kept by `BrowserWindow`. */
  readonly windows = new Set<ClosableWindow>()
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  #isReady = false
  #isQuitting = false

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      if (this.#isReady) throw new Error('a switch after ready has no effect')
      this.switches[name] = value
    },
    /** Chromium takes switches from anywhere before `--`. */
    hasSwitch: (name: string): boolean =>
      process.argv
        .slice(0, process.argv.indexOf('--'))
        .some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }

  becomeReady(): void {
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready')
    this.#ready.resolve()
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReady
  }

  getAppPath(): string {
    return process.argv[1] ?? ''
  }

  /** Of the machine of whoever runs the tests, whatever that is set to. */
  getPreferredSystemLanguages(): string[] {
    return ['en-GB']
  }

  getVersion(): string {
    return JSON.parse(readFileSync(path.join(this.getAppPath(), 'package.json'), 'utf8')).version
  }

  setName(name: string): void {
    this.name = name
  }

  setPath(name: string, folder: string): void {
    if (!existsSync(folder)) throw new Error(`Failed to set path: ${folder} does not exist`)
    this.#paths.set(name, folder)
  }

  getPath(name: string): string {
    const folder = this.#paths.get(name)
    if (folder === undefined) throw new Error(`the stand-in has no path '${name}' unless it is set`)
    return folder
  }

  /** A file in `userData` with the owner's process id; a second process leaves its message beside it. */
  requestSingleInstanceLock(additionalData?: unknown): boolean {
    const folder = this.getPath('userData')
    const lock = path.join(folder, 'standin-lock')
    const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (owner > 0 && isAlive(owner)) {
      const message = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
      const temporary = path.join(folder, `standin-second-${process.pid}.tmp`)
      writeFileSync(temporary, JSON.stringify(message))
      writeFileSync(temporary.replace(/tmp$/, 'json'), JSON.stringify(message))
      rmSync(temporary)
      return false
    }
    writeFileSync(lock, String(process.pid))
    setInterval(() => this.#hearSecond(folder), lockPollMs).unref()
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  }

  #hearSecond(folder: string): void {
    for (const name of readdirSync(folder)) {
      if (!/^standin-second-\d+\.json$/.test(name)) continue
      const file = path.join(folder, name)
      const { argv, workingDirectory, additionalData } = JSON.parse(readFileSync(file, 'utf8'))
      rmSync(file)
      this.emit('second-instance', new StandInEvent(), argv, workingDirectory, additionalData)
    }
  }

  quit(): void {
    if (this.#isQuitting) return
    const event = new StandInEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#isQuitting = true
    for (const window of [...this.windows]) window.close()
    this.emit('will-quit', new StandInEvent())
    this.exit(0)
  }

  exit(code = 0): void {
    process.exit(code)
  }

  /** Called by `BrowserWindow` when one is gone. */
  windowGone(): void {
    if (this.windows.size > 0 || this.#isQuitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export const app = new StandInApp()
