// Writes what this build is made of as a CycloneDX list, `out/bill-of-materials.cdx.json`: from the lock, by npm itself,
// with what only builds and tests marked `development`. Its time is the commit's, so that the same commit gives the same list.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Serial number and time made to follow from the content alone. */
export function reproducible(list, time) {
  const { timestamp: _timestamp, ...metadata } = list.metadata
  const content = { ...list, metadata }
  delete content.serialNumber
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const uuid = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ]
  return { ...content, serialNumber: `urn:uuid:${uuid.join('-')}`, metadata: { timestamp: time, ...metadata } }
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const list = JSON.parse(run('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']))
  const time = new Date(run('git', ['log', '-1', '--format=%cI']).trim()).toISOString()
  mkdirSync(path.join(root, 'out'), { recursive: true })
  const file = path.join(root, 'out/bill-of-materials.cdx.json')
  writeFileSync(file, `${JSON.stringify(reproducible(list, time), null, 1)}\n`)
  process.stdout.write(`${list.components.length} packages in ${path.relative(root, file)}\n`)
}
