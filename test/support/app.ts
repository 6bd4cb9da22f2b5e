/** The application in a real browser: the engine in a process of its own, its window as a page in Chromium. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumLaunchOptions } from './chromium.ts'
import { startStoryglass, whenBuilt } from './command-line.ts'

export interface RunningEngine {
  readonly address: string
  readonly process: ChildProcess
  /** Ends it as Ctrl-C does and waits; `SIGKILL` for a crash. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts `storyglass serve` on a data folder and waits for the one line with its address. */
export async function startEngine(dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<RunningEngine> {
  await whenBuilt()
  const child = startStoryglass(['serve', '--no-open', '--port', '0', '--data-dir', dataDir], env)
  let output = ''
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const match = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(output)
      if (match) resolve(match[0])
    })
    child.once('exit', (code) => reject(new Error(`The engine ended (${code}) before it was up.\n${output}${errors}`)))
  })
  return {
    address,
    process: child,
    stop: async (signal = 'SIGINT') => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}

let shared: Promise<Browser> | undefined

/**
 * One Chromium for all tests of a worker, which ends with it; each window is a context of its own, with nothing kept of
 * another. A new one where the last has crashed.
 */
export async function browser(): Promise<Browser> {
  if (shared !== undefined && !(await shared).isConnected()) shared = undefined
  shared ??= chromiumLaunchOptions().then((options) => chromium.launch(options))
  return shared
}

/** Closes every window that is open, and leaves the browser. */
export async function closeWindows(): Promise<void> {
  if (shared === undefined) return
  await Promise.all((await shared).contexts().map((context) => context.close()))
}

export async function closeBrowser(): Promise<void> {
  const open = shared
  shared = undefined
  if (open) await (await open).close()
}

export interface WindowOptions {
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** Opens a window on the engine's address and hands over whatever went wrong in it: a test ends with none. */
export async function openWindow(
  address: string,
  options: WindowOptions = {},
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const context = await (await browser()).newContext({
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(address)
  return { page, context, problems }
}

/** Drops a file on the window as a person's mouse would: a DataTransfer with real bytes over the drop target. */
export async function dropFile(page: Page, file: string, name = path.basename(file)): Promise<void> {
  const base64 = readFileSync(file).toString('base64')
  const transfer = await page.evaluateHandle(
    ({ base64, name }) => {
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name))
      return transfer
    },
    { base64, name },
  )
  const zone = page.getByTestId('drop-zone')
  for (const type of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer: transfer })
}

/** How many different colours a chart's canvas shows: a blank one has one. */
export function coloursOfCanvases(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('[data-testid=chart] canvas')].map((canvas) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      const colours = new Set<number>()
      for (let i = 0; i < pixels.length; i += 4) {
        colours.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0))
      }
      return colours.size
    }),
  )
}
