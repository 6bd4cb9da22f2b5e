// Where the compiler keeps what it has seen, so that the next check looks only at what changed. It notices changed
// sources but not a package that came, went or changed its version, so what is kept is thrown away then.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Changes with the lock file and with the version of any package the project names that is installed, or is not. */
export function packagesFingerprint(root) {
  const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
  const hash = createHash('sha256').update(read(path.join(root, 'package-lock.json')))
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  for (const name of Object.keys({ ...dependencies, ...devDependencies }).sort()) {
    hash.update(`\0${name}\0${read(path.join(root, 'node_modules', name, 'package.json'))}`)
  }
  return hash.digest('hex')
}

/** The folder to keep it in; empty when the packages are not those of the last time, or `isWhole` asks for a whole check. */
export function typesMemory(root, isWhole = false) {
  const folder = path.join(root, 'node_modules/.cache/types')
  const stamp = path.join(folder, 'packages')
  const fingerprint = packagesFingerprint(root)
  const isKept = !isWhole && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint
  if (!isKept) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    writeFileSync(stamp, fingerprint)
  }
  return folder
}
