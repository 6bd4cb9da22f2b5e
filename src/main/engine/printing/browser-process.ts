/** A browser without a window, on a profile of its own that goes with it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { makeScratchFolder } from '../../../disk/scratch.ts'
import { type BrowserPipe, openBrowserPipe } from './browser-pipe.ts'

/** How long a browser may take to end by itself, ms. */
const farewellMs = 3_000
/** How long its output may stay open after it has ended, ms. */
const lastWordsMs = 1_000
const mostComplaints = 2_000

const quiet = [
  ...['--headless=new', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions'],
  ...['--disable-dev-shm-usage', '--hide-scrollbars', '--mute-audio', '--password-store=basic', '--use-mock-keychain'],
]
/** What is printed asks for nothing; this keeps the browser itself from its maker's servers. */
const offline = [
  ...['--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-domain-reliability', '--no-pings', '--disable-quic'],
]

/**
 * Chromium does not start with its sandbox as root on Linux, which is the usual user of a container. Given up only there,
 * for a page that Storyglass wrote itself, whose policy lets it run no script and fetch nothing.
 */
function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * Starts `program`, lets `work` use it, and ends it with all its processes and its profile, whatever happens. Throws what
 * went wrong, with the last that the browser itself said of it.
 */
export async function withBrowser<Result>(
  program: string,
  signal: AbortSignal,
  work: (pipe: BrowserPipe) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted()
  const profile = await makeScratchFolder()
  const child = spawn(
    program,
    [
      ...quiet,
      ...offline,
      ...sandboxArguments(),
      `--user-data-dir=${profile.path}`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    // A group of its own: a wrapper script and the browser's helpers are ended with it.
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32', windowsHide: true },
  )
  let complaints = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-mostComplaints)
  })
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, by) => reject(new Error(`the browser ended (${by ?? code})`)))
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  failed.catch(() => undefined)
  const [, , , input, output] = child.stdio
  const pipe = openBrowserPipe(input as Writable, output as Readable)
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  try {
    return await Promise.race([work(pipe), failed])
  } catch (error) {
    // What it complains of may arrive after it has gone.
    await end(child, pipe, signal)
    await Promise.race([closed, pause(lastWordsMs)])
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${complaints}`.trim(), { cause: error })
  } finally {
    await end(child, pipe, signal)
    await profile.remove()
  }
}

async function end(child: ChildProcess, pipe: BrowserPipe, { aborted }: AbortSignal): Promise<void> {
  const isOver = (): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null
  if (!isOver()) {
    const ended = once(child, 'exit')
    if (!aborted) {
      pipe.ask('Browser.close').catch(() => undefined)
      const timer = setTimeout(() => killAll(child), farewellMs)
      await ended
      clearTimeout(timer)
    } else {
      killAll(child)
      await ended
    }
  }
  // Its helpers end with it, a moment later.
  killAll(child)
}

function killAll({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // All of them are gone already.
  }
}
