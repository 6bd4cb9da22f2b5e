// Puts back into the lock file the packages of other platforms that npm left out because the registry it asked (a
// mirror that lags) did not know their version yet; without them `npm ci` refuses the lock everywhere, and a laptop of
// another platform would miss its native parts. Each entry has its integrity: where npm wrote none, the registry is asked,
// for without it whatever is downloaded under that name would be taken. `--check` only says what is missing.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

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

/** Names and versions of entries whose download could not be told from another: `name@version` to its keys in the lock. */
export function withoutIntegrity(lock) {
  const found = new Map()
  for (const [key, { version, link, integrity }] of Object.entries(lock.packages)) {
    if (key === '' || link || /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) continue
    const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const keys = found.get(`${name}@${version}`) ?? []
    found.set(`${name}@${version}`, [...keys, key])
  }
  return found
}

/** What the registry says of one package; throws where it does not know it. */
async function askIntegrity(specifier) {
  const { stdout } = await promisify(execFile)('npm', ['view', specifier, 'dist.integrity'], { shell: false })
  return stdout.trim()
}

/** The lock with `integrity` in each entry, as `ask` gives it. */
export async function completeIntegrity(lock, ask = askIntegrity) {
  const packages = { ...lock.packages }
  for (const [specifier, keys] of withoutIntegrity(lock)) {
    const integrity = await ask(specifier)
    for (const key of keys) {
      const { version, ...rest } = packages[key]
      packages[key] = { version, integrity, ...rest }
    }
  }
  return { ...lock, packages }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  const bare = [...withoutIntegrity(lock).keys()]
  if (process.argv.includes('--check')) {
    const isWhole = added.length === 0 && bare.length === 0
    if (added.length > 0) process.stderr.write(`Missing from package-lock.json: ${added.join(', ')}\n`)
    if (bare.length > 0) process.stderr.write(`Without integrity in package-lock.json: ${bare.join(', ')}\n`)
    if (!isWhole) process.stderr.write('Run: npm run lock\n')
    process.exit(isWhole ? 0 : 1)
  }
  const whole = await completeIntegrity(lock)
  const left = [...withoutIntegrity(whole).keys()]
  if (left.length > 0) throw new Error(`The registry gives no SHA-512 of ${left.join(', ')}`)
  writeFileSync(file, `${JSON.stringify(whole, null, 2)}\n`)
  process.stdout.write(`${added.length} packages of other platforms added, ${bare.length} integrities\n`)
}
