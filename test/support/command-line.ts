/** Runs the real command line, as a person would: `bin/storyglass` with arguments, in a process of its own. */
import { type ChildProcess, type StdioPipe, spawn } from 'node:child_process'
import path from 'node:path'
import { ensureBuilt } from '../../scripts/ensure-built.mjs'

export const projectRoot = path.resolve(import.meta.dirname, '../..')
const entry = path.join(projectRoot, 'bin/storyglass')

export interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

let built: Promise<void> | undefined

/** The build is up to date from here on, so that no command builds first and says so among its own words. */
export function whenBuilt(): Promise<void> {
  built ??= ensureBuilt(projectRoot)
  return built
}

/** Its standard output is `stdout`, a pipe to us unless it is a file that is open. Wait for `whenBuilt` before. */
export function startStoryglass(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  stdout: StdioPipe | number = 'pipe',
): ChildProcess {
  return spawn(process.execPath, [entry, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'pipe'],
  })
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Ends the command by its id, so that a hung one fails its test and no other. */
  readonly timeoutMs?: number
  /** Sees what was written so far to standard error each time more comes, with a way to send a signal. */
  readonly onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void
}

/** Waits for the command's end. */
export async function storyglass(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  await whenBuilt()
  const child = startStoryglass(args, options.env)
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
    options.onStderr?.(output.stderr, (signal) => child.kill(signal))
  })
  const timer = setTimeout(() => child.kill('SIGKILL'), options.timeoutMs ?? 120_000)
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code))
  })
  clearTimeout(timer)
  return { status, ...output }
}
