/** What the fuses of a packaged application promise, tried on its binary: that it is no Node, whoever starts it how. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** An application that starts well is given so long to do what it must not, ms. */
const defaultWaitMs = 5_000
/** Between two looks whether it has done so, ms. */
const betweenLooksMs = 50

export interface FuseTrial {
  readonly fuse: string
  /** Null where the binary withstood it, else what it did. */
  readonly broken: string | null
}

/**
 * Starts `binary` once a fuse, `args` first, with what an unfused Electron would obey. Electron's names of the fuses are
 * those of `electron-builder.yml`; that of the archive's integrity is Windows' and macOS' alone and is not tried.
 */
export async function tryFuses(
  binary: string,
  args: readonly string[] = [],
  waitMs = defaultWaitMs,
): Promise<FuseTrial[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-fuses-'))
  const mark = (name: string): string => path.join(folder, name)
  const script = path.join(folder, 'script.cjs')
  writeFileSync(script, "require('node:fs').writeFileSync(process.env.STORYGLASS_FUSE_MARK, 'ran')\n")
  const port = await freePort()
  try {
    const started = (given: readonly string[], env: Record<string, string>): ChildProcess =>
      spawn(binary, [...args, ...given], {
        stdio: 'ignore',
        env: { ...process.env, STORYGLASS_DATA_DIR: path.join(folder, 'data'), ...env },
      })
    const asNode = started([script], { ELECTRON_RUN_AS_NODE: '1', STORYGLASS_FUSE_MARK: mark('as-node') })
    const ranAsNode = await becomes(asNode, async () => existsSync(mark('as-node')), waitMs)
    const withOptions = started([], { NODE_OPTIONS: `--require ${script}`, STORYGLASS_FUSE_MARK: mark('options') })
    const tookOptions = await becomes(withOptions, async () => existsSync(mark('options')), waitMs)
    const inspected = started([`--inspect=127.0.0.1:${port}`], {})
    const isInspected = await becomes(inspected, () => isListening(port), waitMs)
    return [
      { fuse: 'runAsNode', broken: ranAsNode ? 'it ran a script as Node' : null },
      { fuse: 'enableNodeOptionsEnvironmentVariable', broken: tookOptions ? 'it obeyed NODE_OPTIONS' : null },
      { fuse: 'enableNodeCliInspectArguments', broken: isInspected ? 'its inspector listens' : null },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether it does what it must not within the time, or until it ends by itself. It has ended after. */
async function becomes(application: ChildProcess, hasDone: () => Promise<boolean>, waitMs: number): Promise<boolean> {
  let over = false
  const exit = new Promise<void>((resolve, reject) => {
    application.once('exit', resolve)
    application.once('error', reject)
  }).finally(() => {
    over = true
  })
  // Awaited below; until then a rejection is not unhandled.
  exit.catch(() => undefined)
  let isDone = false
  for (const endsAtMs = performance.now() + waitMs; !isDone && !over && performance.now() < endsAtMs; ) {
    await sleep(betweenLooksMs)
    isDone = await hasDone()
  }
  if (!over) application.kill('SIGKILL')
  await exit
  return isDone || (await hasDone())
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
