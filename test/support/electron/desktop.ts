/** Starts the built application on the stand-in and hands over its windows as pages of a real Chromium. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { appPage } from '../../../src/shared/security/app-address.ts'
import { createLink, type Link } from './link.ts'
import type { DialogKind, FrameFacts, MainRecord, Message, Notice, WindowOptions } from './messages.ts'
import { filePaths } from './page-runtime.ts'
import { createWindowPage, type WindowPage } from './window-page.ts'

export interface DesktopWindow {
  readonly id: number
  readonly page: Page
  readonly options: WindowOptions
  /** Everything the page complained of. */
  readonly problems: string[]
  /** Addresses that were asked for and not let through. */
  readonly blocked: string[]
  /** Lets `webUtils.getPathForFile` know a file that is about to be dropped or picked. */
  presentFile(file: string): Promise<void>
  /** As the button in the title bar does. */
  close(): void
}

export interface Desktop {
  readonly process: ChildProcess
  readonly output: () => string
  /** The window with that number; the first is 1. */
  window(id?: number): Promise<DesktopWindow>
  windowCount(): number
  record(): Promise<MainRecord>
  tell(notice: Notice): void
  answerDialog(kind: DialogKind, answer: unknown): void
  /** Whether a page at `address` (the application's own, unless given) may have it. */
  permission(name: string, address?: string): Promise<boolean>
  /** A call on main's IPC as if from any frame whatever. */
  invokeAs(frame: FrameFacts | null, channel: string, ...args: unknown[]): Promise<unknown>
  request(url: string, method?: string): Promise<{ status: number; headers: Record<string, string>; text: string }>
  isRequestAllowed(url: string): Promise<boolean>
  /** The exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  /** Quits as a person does, and waits. */
  quit(): Promise<number | NodeJS.Signals>
}

export interface DesktopOptions {
  readonly browser: Browser
  /** Folder with `package.json` and the build in `out`. */
  readonly appPath: string
  readonly dataDir: string
  readonly files?: readonly string[]
  /** Given before the files, as Chromium's own are. */
  readonly switches?: readonly string[]
  /** Whether the application takes itself for a packaged one. */
  readonly packaged?: boolean
}

const startTimeoutMs = 30_000

export function launchDesktop(options: DesktopOptions): Desktop {
  const { appPath, dataDir, files = [], switches = [], packaged = false } = options
  const register = new URL('./register.ts', import.meta.url).href
  const child = fork(path.join(appPath, 'out/main/index.js'), [...switches, '--', ...files], {
    execArgv: ['--import', register],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      STANDIN_APP_PATH: appPath,
      STORYGLASS_DATA_DIR: dataDir,
      STORYGLASS_STANDIN_PACKAGED: packaged ? '1' : '0',
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  const pages = new Map<number, WindowPage>()
  const opened = new Map<number, ReturnType<typeof Promise.withResolvers<WindowPage>>>()
  const awaited = (id: number) => {
    const entry = opened.get(id) ?? Promise.withResolvers<WindowPage>()
    opened.set(id, entry)
    return entry
  }

  const link: Link = createLink({
    send: (message) => child.connected && child.send(message),
    onNotice: (notice) => {
      if (notice.name === 'window/send') pages.get(notice.windowId)?.send(notice.channel, notice.args)
      else if (notice.name === 'window/destroyed') {
        void pages.get(notice.windowId)?.destroy()
        pages.delete(notice.windowId)
      }
    },
    answerers: {
      'window/open': async ({ windowId, options: windowOptions }) => {
        const page = await createWindowPage(options.browser, link, windowId, windowOptions)
        pages.set(windowId, page)
        awaited(windowId).resolve(page)
        return null
      },
      'window/print': async ({ windowId, options: printed }) => {
        const page = pages.get(windowId)
        if (page === undefined) throw new Error(`no window ${windowId} to print`)
        return page.print(printed)
      },
      'window/load': async ({ windowId, url }) => {
        await pages.get(windowId)?.load(url)
        link.tell({ name: 'window/ready-to-show', windowId })
        return null
      },
    },
  })
  child.on('message', (message) => link.receive(message as Message))
  void ended.then(async (code) => {
    link.lost(`the main process ended (${code})\n${output}`)
    for (const { reject } of opened.values()) reject(new Error(`no such window: main ended (${code})\n${output}`))
    for (const page of pages.values()) await page.destroy()
  })
  // A window nobody waits for may never come: that is no error of anybody's.
  awaited(1).promise.catch(() => undefined)

  return {
    process: child,
    output: () => output,
    ended,
    windowCount: () => pages.size,
    async window(id = 1) {
      const timeout = AbortSignal.timeout(startTimeoutMs)
      const late = new Promise<never>((_resolve, reject) => {
        timeout.addEventListener('abort', () => reject(new Error(`window ${id} did not open\n${output}`)))
      })
      late.catch(() => undefined)
      const { page, windowOptions, problems, blocked } = await Promise.race([awaited(id).promise, late])
      return {
        id,
        page,
        options: windowOptions,
        problems,
        blocked,
        presentFile: (file) =>
          page.evaluate(
            ({ key, entry }) => {
              const known = (window as unknown as Record<string, unknown[]>)[key]
              known?.push(entry)
            },
            { key: filePaths, entry: { name: path.basename(file), size: statSync(file).size, path: file } },
          ),
        close: () => link.tell({ name: 'window/close-asked', windowId: id }),
      }
    },
    record: () => link.ask('record', {}),
    tell: link.tell,
    answerDialog: (kind, answer) => link.tell({ name: 'dialog/answer', kind, answer }),
    permission: (permission, address = appPage) => link.ask('session/permission', { permission, address }),
    invokeAs: (frame, channel, ...args) => link.ask('ipc/invoke', { windowId: 1, frame, channel, args }),
    async request(url, method = 'GET') {
      const { status, headers, body } = await link.ask('protocol/request', { url, method })
      return { status, headers, text: new TextDecoder().decode(body) }
    },
    isRequestAllowed: (url) => link.ask('network/request', { url }),
    async quit() {
      link.tell({ name: 'app/quit-asked' })
      return ended
    },
  }
}
