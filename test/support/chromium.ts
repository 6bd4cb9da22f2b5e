/**
 * A Chromium to test in: named by `STORYGLASS_CHROMIUM`, the system's, or Playwright's own; installed where the platform
 * lets us. Run as a program it does that and says which one it is, or why there is none (status 1).
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium, type LaunchOptions } from 'playwright-core'
import { browserCandidates, browserVariable } from '../../src/main/engine/printing/find-browser.ts'

const root = path.resolve(import.meta.dirname, '../..')
const insilenceMs = 600_000
/** A file of the right name may be a stub that only says where to get the real one: it must tell its version. */
function works(file: string): boolean {
  if (!existsSync(file)) return false
  // Windows' browsers open a window instead of answering.
  if (process.platform === 'win32') return true
  const asked = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout)
}

export function findChromium(): string | null {
  const named = process.env[browserVariable]
  if (named) {
    if (works(named)) return named
    throw new Error(`${browserVariable} is ${named}, which is no Chromium that runs.`)
  }
  return [...browserCandidates(), chromium.executablePath()].find(works) ?? null
}

interface Attempt {
  readonly what: string
  readonly succeeded: boolean
  readonly lastWords: string
}

function attempt(what: string, command: string, args: readonly string[]): Attempt {
  process.stderr.write(`No Chromium found: trying ${what} …\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const result = spawnSync(command, args, { encoding: 'utf8', env, timeout: insilenceMs, maxBuffer: 1 << 26 })
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trimEnd()
  return { what, succeeded: result.status === 0, lastWords: output.split('\n').slice(-3).join(' ').slice(-400) }
}

/** Tries what this platform allows, in order, and stops at the first that leads to one that runs. */
function installChromium(): { readonly found: string | null; readonly attempts: readonly Attempt[] } {
  const attempts: Attempt[] = []
  const tries: (() => Attempt[])[] = []
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    tries.push(() => {
      const lists = attempt('apt-get update', 'apt-get', ['update'])
      const made = attempt('apt-get install chromium', 'apt-get', [
        'install',
        '-y',
        '--no-install-recommends',
        'chromium',
      ])
      return lists.succeeded ? [made] : [lists, made]
    })
  }
  const playwright = path.join(root, 'node_modules/playwright-core/cli.js')
  tries.push(() => [attempt("Playwright's own Chromium", process.execPath, [playwright, 'install', 'chromium'])])
  for (const one of tries) {
    attempts.push(...one())
    const found = findChromium()
    if (found !== null) return { found, attempts }
  }
  return { found: null, attempts }
}

/** The program to run. Throws, in words, when there is none and none could be had. */
export function requireChromium(): string {
  const present = findChromium()
  if (present !== null) return present
  const { found, attempts } = installChromium()
  if (found !== null) return found
  const tried = attempts.map((one) => `  ${one.what}: ${one.succeeded ? 'done, yet none runs' : one.lastWords}`)
  throw new Error(
    `The end-to-end tests need a Chromium and none was found or could be installed.\n${tried.join('\n')}\n` +
      `Install Chromium or Chrome, or set ${browserVariable} to its program, and run the tests again.`,
  )
}

/** How tests start it: no window, no sandbox where root has none to offer, and no talk with its maker's servers. */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const isRoot = process.getuid?.() === 0
  return {
    executablePath: requireChromium(),
    headless: true,
    chromiumSandbox: !isRoot && process.platform !== 'linux',
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  try {
    process.stdout.write(`${requireChromium()}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
