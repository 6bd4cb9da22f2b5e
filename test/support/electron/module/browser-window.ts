/** `BrowserWindow` and its `webContents`: here only what main knows of them; the page itself is in the other half. */
import { EventEmitter } from 'node:events'
import type { PrintOptions } from '../messages.ts'
import { app, StandInEvent } from './app.ts'
import { link } from './main-link.ts'
import type { StandInPartition } from './session.ts'

interface Options {
  readonly show?: boolean
  readonly backgroundColor?: string
  readonly width?: number
  readonly height?: number
  readonly x?: number
  readonly y?: number
  readonly webPreferences?: {
    readonly preload?: string
    readonly contextIsolation?: boolean
    readonly sandbox?: boolean
    readonly nodeIntegration?: boolean
    readonly webSecurity?: boolean
    readonly javascript?: boolean
    readonly session?: StandInPartition
  }
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

class StandInWebContents extends EventEmitter {
  readonly id: number
  webRtcPolicy = 'default'
  #url = ''
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(id: number) {
    super()
    this.id = id
  }

  getURL(): string {
    return this.#url
  }

  wentTo(url: string): void {
    this.#url = url
  }

  send(channel: string, ...args: unknown[]): void {
    link().tell({ name: 'window/send', windowId: this.id, channel, args })
  }

  async printToPDF(options: PrintOptions): Promise<Buffer> {
    return Buffer.from(await link().ask('window/print', { windowId: this.id, options }))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy
  }

  mayOpen(url: string): boolean {
    return this.#openHandler({ url }).action === 'allow'
  }

  mayNavigate(url: string): boolean {
    const event = Object.assign(new StandInEvent(), { url, isMainFrame: true })
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }
}

const byId = new Map<number, BrowserWindow>()
let nextId = 1

export class BrowserWindow extends EventEmitter {
  readonly id: number
  readonly webContents: StandInWebContents
  /** Of its session; empty for the default one. */
  readonly partition: string
  focusCount = 0
  #visible: boolean
  #maximized = false
  #destroyed = false
  readonly #bounds: { x: number; y: number; width: number; height: number }
  readonly #opened: Promise<null>

  static getAllWindows(): BrowserWindow[] {
    return [...byId.values()]
  }

  static withId(id: number): BrowserWindow {
    const window = byId.get(id)
    if (!window) throw new Error(`no window ${id}`)
    return window
  }

  constructor(options: Options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.id = nextId
    nextId += 1
    const { width = 800, height = 600, x = 0, y = 0, webPreferences = {} } = options
    this.#bounds = { x, y, width, height }
    this.#visible = options.show ?? true
    this.partition = webPreferences.session?.partition ?? ''
    this.webContents = new StandInWebContents(this.id)
    byId.set(this.id, this)
    app.windows.add(this)
    app.emit('web-contents-created', new StandInEvent(), this.webContents)
    this.#opened = link().ask('window/open', {
      windowId: this.id,
      options: {
        show: this.#visible,
        backgroundColor: options.backgroundColor ?? null,
        width,
        height,
        preload: webPreferences.preload ?? null,
        contextIsolation: webPreferences.contextIsolation ?? true,
        sandbox: webPreferences.sandbox ?? true,
        nodeIntegration: webPreferences.nodeIntegration ?? false,
        webSecurity: webPreferences.webSecurity ?? true,
        javascript: webPreferences.javascript ?? true,
      },
    })
  }

  async loadURL(url: string): Promise<void> {
    await this.#opened
    this.webContents.wentTo(url)
    await link().ask('window/load', { windowId: this.id, url })
    this.webContents.emit('did-finish-load')
  }

  show(): void {
    this.#visible = true
    this.emit('show')
  }

  focus(): void {
    this.focusCount += 1
    this.emit('focus')
  }

  maximize(): void {
    this.#maximized = true
  }

  restore(): void {
    this.#maximized = false
  }

  isVisible(): boolean {
    return this.#visible
  }

  isMaximized(): boolean {
    return this.#maximized
  }

  isMinimized(): boolean {
    return false
  }

  isFullScreen(): boolean {
    return false
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { ...this.#bounds }
  }

  close(): void {
    if (this.#destroyed) return
    const event = new StandInEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return
    this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    byId.delete(this.id)
    app.windows.delete(this)
    link().tell({ name: 'window/destroyed', windowId: this.id })
    this.emit('closed')
    app.windowGone()
  }
}
