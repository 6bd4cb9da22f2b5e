// Puts back into the lock file the packages of other platforms that npm left out because the registry it asked (a
// mirror that lags) did not know their version yet; without them `npm ci` refuses the lock everywhere, and a laptop of
// another platform would miss its native parts. `--check` only says whether any is missing.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const file = path.join(path.dirname(import.meta.dirname), 'package-lock.json')
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/** What such a package declares of the platform it is for, read off its name; null where the name says none. */
export function platformOf(name) {
  const words = name.split(/[/-]/)
  const system = systems.find((one) => words.includes(one))
  const processor = processors.find((one) => words.includes(one))
  if (system === undefined || processor === undefined) return null
  if (system !== 'linux') return { cpu: [processor], os: [system] }
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'
  return { cpu: [processor], libc: [libc], os: [system] }
}

/** The lock with what is missing added, and the names added. */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  const added = []
  for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const key = `node_modules/${name}`
      const platform = platformOf(name)
      if (packages[key] !== undefined || platform === null || !/^\d+\.\d+\.\d+/.test(version)) continue
      packages[key] = { version, ...platform, ...(dev ? { dev } : {}), optional: true }
      added.push(name)
    }
  }
  const { '': root, ...rest } = packages
  const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { lock: { ...lock, packages: { '': root, ...sorted } }, added }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  if (process.argv.includes('--check')) {
    if (added.length > 0)
      process.stderr.write(`Missing from package-lock.json: ${added.join(', ')}\nRun: npm run lock\n`)
    process.exit(added.length === 0 ? 0 : 1)
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${added.length} packages of other platforms added\n`)
}
