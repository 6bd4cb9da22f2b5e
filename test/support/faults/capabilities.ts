/** What this machine lets a test do to its own folders. Tests choose by it and say in their name which way they ran. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'

/** A user with rights to nothing, by number: the same on every Linux and macOS that matters here. */
export const nobody = 65_534
/** Whether this process may read and write whatever the permissions say, and become another user. */
export const isRoot = process.getuid?.() === 0

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** `STORYGLASS_TEST_NO_MOUNT` makes the tests run the way they do where nothing may be mounted. */
function tryMount(): boolean {
  if (process.platform !== 'linux' || !isRoot || process.env.STORYGLASS_TEST_NO_MOUNT) return false
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-mount-'))
  const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'storyglass-test', folder)
  if (mounted) run('umount', folder)
  rmSync(folder, { recursive: true, force: true })
  return mounted
}

export const canMount = tryMount()

export interface Mount {
  readonly folder: string
  setReadOnly(readOnly: boolean): void
}

/** A file system of `megabytes` of its own, in memory, for as long as `work` runs. Only where `canMount`. */
export async function withMount<Result>(megabytes: number, work: (mount: Mount) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-mount-'))
  mkdirSync(folder, { recursive: true })
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'storyglass-test', folder)) {
    throw new Error(`a file system could not be mounted at ${folder}`)
  }
  try {
    return await work({
      folder,
      setReadOnly: (readOnly) => {
        if (!run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder))
          throw new Error('could not be mounted anew')
      },
    })
  } finally {
    // Lazily: a thread of the engine may still be on its way out.
    run('umount', '-l', folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

const scriptFile = path.join(import.meta.dirname, 'as-nobody.ts')

/** Does it in a process of a user without rights and gives the reason it was refused for, or `allowed`. Only as root. */
export async function asNobody(what: 'accept' | 'open', where: string): Promise<string> {
  const child = spawn(process.execPath, [scriptFile, what, where], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return output === '' ? errors : output
}
