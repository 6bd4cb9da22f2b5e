// `npm run test:slow [-- PART...]`: the sweeps that take too long for `npm test`, which runs a short version of each.
// Nothing else should run on the machine meanwhile: some parts measure time and memory.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describeParts } from './test-summary.mjs'

const root = path.dirname(import.meta.dirname)

/** By name: the program and its arguments. Each ends with a status other than 0 when an aim is missed. */
const sweeps = {
  faults: ['test/faults/index.ts'],
  noise: ['test/bench/noise.ts', '400'],
  hostile: ['test/faults/hostile.ts'],
  'hostile-documents': ['test/faults/hostile-documents.ts'],
  'documents-by-others': ['test/bench/documents/corpus.ts'],
  'documents-memory': ['test/bench/documents/memory.ts'],
  tables: ['test/bench/document-tables.ts'],
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => sweeps[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(', ')}. There are: ${Object.keys(sweeps).join(', ')}\n`)
  process.exit(2)
}
const parts = []
const failures = []
for (const [title, args] of Object.entries(sweeps)) {
  if (wanted.length > 0 && !wanted.includes(title)) continue
  process.stdout.write(`\n── ${title}\n`)
  const startedAtMs = performance.now()
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  parts.push({ title, elapsedMs: performance.now() - startedAtMs })
  if (status !== 0) failures.push(title)
}
if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(', ')}\n`)
process.stdout.write(`\n${describeParts(parts)}\n${parts.length - failures.length} passed, ${failures.length} failed\n`)
process.exit(failures.length === 0 ? 0 : 1)
