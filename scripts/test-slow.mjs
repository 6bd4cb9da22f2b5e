// `npm run test:slow [-- PART...] [--short]`: the sweeps that take too long for `npm test`, which runs a short version of
// the most important. Nothing else should run on the machine meanwhile: some parts measure time and memory. `--short` runs
// each part on as little as it can: whether the sweeps themselves still work, in minutes.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { describeParts } from './test-summary.mjs'

const root = path.dirname(import.meta.dirname)
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false } },
})

/**
 * By name: the program, its arguments, and those of the short run; null where the part can be no shorter than it is. Each
 * ends with a status other than 0 when an aim is missed.
 */
const sweeps = {
  faults: { program: 'test/faults/index.ts', whole: [], short: ['--kills', '30', '--only-kills'] },
  noise: { program: 'test/bench/noise.ts', whole: ['500'], short: ['20'] },
  planted: { program: 'test/bench/insight/planted-recall.ts', whole: ['2'], short: ['1', 'trend', 'correlation'] },
  hostile: { program: 'test/faults/hostile.ts', whole: [], short: ['--only', 'csv'] },
  'hostile-documents': {
    program: 'test/faults/hostile-documents.ts',
    whole: [],
    short: ['--mutations', '1', '--only', 'sample'],
  },
  mutations: { program: 'test/faults/mutations.ts', whole: [], short: ['--count', '60'] },
  'documents-by-others': { program: 'test/bench/documents/corpus.ts', whole: [], short: null },
  'documents-memory': { program: 'test/bench/documents/memory.ts', whole: [], short: null },
  tables: { program: 'test/bench/document-tables.ts', whole: [], short: ['two on a page'] },
  // Tests of `test/sweeps`: more cases of mechanisms that `npm test` holds by a case of each kind.
  cases: {
    program: 'node_modules/vitest/vitest.mjs',
    whole: ['run', '--project', 'sweeps'],
    short: ['run', '--project', 'sweeps', '-t', 'penguins'],
  },
}

const unknown = wanted.filter((name) => sweeps[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(', ')}. There are: ${Object.keys(sweeps).join(', ')}\n`)
  process.exit(2)
}
const parts = []
const failures = []
for (const [title, { program, whole, short }] of Object.entries(sweeps)) {
  if (wanted.length > 0 && !wanted.includes(title)) continue
  process.stdout.write(`\n── ${title}\n`)
  const startedAtMs = performance.now()
  const args = values.short && short !== null ? short : whole
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' })
  parts.push({ title, elapsedMs: performance.now() - startedAtMs })
  if (status !== 0) failures.push(title)
}
if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(', ')}\n`)
process.stdout.write(`\n${describeParts(parts)}\n${parts.length - failures.length} passed, ${failures.length} failed\n`)
process.exit(failures.length === 0 ? 0 : 1)
