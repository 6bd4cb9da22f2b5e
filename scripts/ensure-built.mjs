// Builds `out/` when it is missing or older than the sources, so that a fresh checkout runs at once
// and an edited one never runs yesterday's code. An installed package ships its build and no sources.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const INPUTS = ['src', 'config', 'electron.vite.config.ts', 'package.json']
const STAMP = 'out/.built-from'
const LOCK = 'out.lock'
const LOCK_STALE_MS = 180_000

function* files(root, relative) {
  const absolute = path.join(root, relative)
  if (!existsSync(absolute)) return
  if (statSync(absolute).isFile()) {
    yield relative
    return
  }
  for (const entry of readdirSync(absolute).sort()) yield* files(root, path.join(relative, entry))
}

/** One hash over name, size and modification time of all that the build reads. */
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const input of INPUTS) {
    for (const file of files(root, input)) {
      const { size, mtimeMs } = statSync(path.join(root, file))
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function isFresh(root, wanted) {
  const stamp = path.join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** Two processes started together must not build into one folder: the second waits for the first. */
async function withLock(root, work) {
  const lock = path.join(root, 'node_modules', LOCK)
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LOCK_STALE_MS) {
        rmSync(lock, { recursive: true, force: true })
      } else await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Makes `out/` match the sources. Throws with the builder's own output when the build fails. */
export async function ensureBuilt(root) {
  if (!existsSync(path.join(root, 'src'))) return
  const wanted = fingerprint(root)
  if (isFresh(root, wanted)) return
  await withLock(root, () => {
    if (isFresh(root, wanted)) return
    process.stderr.write('Building Storyglass (once after a change of its sources) …\n')
    const builder = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const result = spawnSync(process.execPath, [builder, 'build'], { cwd: root, encoding: 'utf8' })
    if (result.status !== 0) {
      throw new Error(`The build failed.\n${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`)
    }
    writeFileSync(path.join(root, STAMP), wanted)
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  await ensureBuilt(path.dirname(import.meta.dirname))
}
