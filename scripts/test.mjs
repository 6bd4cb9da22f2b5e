// `npm test`: everything that must hold, one runner after another, and one closing line that adds them up.
// A runner that could not run at all counts as a failure; nothing is skipped in silence.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describeParts, describeRead } from './test-summary.mjs'

const root = path.dirname(import.meta.dirname)
const node = process.execPath
const results = path.join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
let failed = 0
const failures = []

// Colours are for a person's eyes; in a log they bury the text.
const corporaReport = path.join(results, 'corpora.jsonl')
const env = { ...process.env, STORYGLASS_CORPORA_REPORT: corporaReport }
if (!process.stdout.isTTY) env.NO_COLOR = '1'

/** Wall time of each part, in the order they ran. */
const parts = []

function run(title, args) {
  process.stdout.write(`\n── ${title}\n`)
  const startedAtMs = performance.now()
  const result = spawnSync(node, args, { cwd: root, stdio: 'inherit', env })
  parts.push({ title, elapsedMs: performance.now() - startedAtMs })
  if (result.error) process.stderr.write(`${result.error.message}\n`)
  return result.status === 0
}

function check(title, args) {
  if (run(title, args)) passed += 1
  else {
    failed += 1
    failures.push(title)
  }
}

/** Counts single tests from vitest's own report; a run without one counts as failed. */
function suite(project) {
  const report = path.join(results, `${project}.json`)
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const succeeded = run(`${project} tests`, args)
  if (!existsSync(report)) {
    failed += 1
    failures.push(`${project} tests did not run`)
    return
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that breaks before its first test has no tests to count, and a skipped test proves nothing.
  // Nor does a file whose list of cases came out empty, or one the runner never looked at.
  const brokenFiles = testResults.filter((file) => file.assertionResults.length === 0).map((file) => file.name)
  const reported = new Set(testResults.map((file) => file.name))
  for (const file of globSync(`test/${project}/**/*.test.{ts,tsx}`, { cwd: root })) {
    if (!reported.has(path.join(root, file))) brokenFiles.push(path.join(root, file))
  }
  const notRun = (numPendingTests ?? 0) + (numTodoTests ?? 0)
  passed += numPassedTests
  failed += numFailedTests + brokenFiles.length + notRun
  for (const file of brokenFiles) failures.push(`${path.relative(root, file)}: no test ran`)
  for (const file of testResults) {
    for (const test of file.assertionResults) {
      if (test.status !== 'passed')
        failures.push(`${path.relative(root, file.name)}: ${test.fullName} (${test.status})`)
    }
  }
  if (!succeeded && numFailedTests + brokenFiles.length + notRun === 0) {
    failed += 1
    failures.push(`${project} tests ended badly (an error outside any test?)`)
  }
}

const only = process.argv.slice(2)
const wanted = (name) => only.length === 0 || only.includes(name)

if (wanted('checks')) {
  check('types', ['scripts/types.mjs', '--whole'])
  check('lint and format', [realBinary('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])
  check('import rules', ['scripts/imports.mjs'])
  check('lock file', ['scripts/complete-lock.mjs', '--check'])
}
if (wanted('unit')) suite('unit')
if (wanted('integration')) suite('integration')
if (wanted('e2e')) {
  check('build', ['scripts/ensure-built.mjs'])
  if (run('a Chromium to test in', ['test/support/chromium.ts'])) suite('e2e')
  else {
    failed += 1
    failures.push('end-to-end tests: no Chromium')
  }
}

function realBinary(file) {
  return path.join(root, 'node_modules', file)
}

if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}\n`)
process.stdout.write(`\n${describeRead(corporaReport)}${describeParts(parts)}`)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
