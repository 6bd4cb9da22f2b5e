// `npm run check`: the quick answer while one works, in under a minute when its caches are warm: import rules, lint of
// what changed, types, and the unit tests that reach what changed since the branch left the main one. `npm test` is the
// whole answer.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describeParts } from './test-summary.mjs'

const root = path.dirname(import.meta.dirname)
const bin = (file) => path.join(root, 'node_modules', file)

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** The commit the branch left the main one at; the last commit where there is no main one, or none to leave. */
function baseOf() {
  for (const main of ['origin/HEAD', 'origin/main', 'main']) {
    const base = git('merge-base', 'HEAD', main)
    if (base) return base
  }
  return 'HEAD'
}

const base = baseOf()
const listed = [git('diff', '--name-only', '--diff-filter=d', base), git('ls-files', '--others', '--exclude-standard')]
const changed = listed
  .flatMap((names) => (names ? names.split('\n') : []))
  .filter((name) => existsSync(path.join(root, name)))
process.stdout.write(`${changed.length} files changed since ${base.slice(0, 10)}\n`)

/** Vitest finds by itself which tests reach a changed file; of the slower suites only a changed test itself is run. */
const slowerTests = changed.filter((name) => /^test\/integration\/.*\.test\.ts$/.test(name))
const vitest = (...args) => [bin('vitest/vitest.mjs'), 'run', '--passWithNoTests', '--reporter=dot', ...args]

const parts = [
  { title: 'import rules', args: ['scripts/imports.mjs'] },
  changed.length > 0 && {
    title: 'lint and format of what changed',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--no-errors-on-unmatched', ...changed],
  },
  { title: 'types', args: ['scripts/types.mjs'] },
  changed.length > 0 && { title: 'related unit tests', args: vitest('--project', 'unit', '--changed', base) },
  slowerTests.length > 0 && {
    title: 'changed integration tests',
    args: vitest('--project', 'integration', ...slowerTests),
  },
].filter(Boolean)

const isTest = ({ title }) => title.endsWith('tests')

/** Runs a part and keeps its words until it has ended: two of them at once would be unreadable. */
function run({ title, args }) {
  return new Promise((resolve) => {
    const startedAtMs = performance.now()
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NO_COLOR: '1' } })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('close', (status) => {
      const succeeded = status === 0
      process.stdout.write(`\n── ${title}${succeeded ? '' : ': FAILED'}\n`)
      if (!succeeded || isTest({ title })) process.stdout.write(Buffer.concat(said))
      resolve({ title, elapsedMs: performance.now() - startedAtMs, succeeded })
    })
  })
}

// Types take one core and tests mostly wait: side by side they take little longer than the slower of the two.
const lanes = [parts.filter((part) => !isTest(part)), parts.filter(isTest)]
const done = (
  await Promise.all(
    lanes.map(async (lane) => {
      const results = []
      for (const part of lane) results.push(await run(part))
      return results
    }),
  )
).flat()
const failed = done.filter(({ succeeded }) => !succeeded).length
process.stdout.write(`\n${describeParts(done)}\n${done.length - failed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
