/**
 * `npm run test:faults [-- --kills N --seed N --only-kills]`: SIGKILLs of a process that does real work and what survived
 * them, then every other fault: disks, locks, damaged libraries, dying threads, clocks, slow uploads and floods of them.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withBundle } from '../support/faults/bundle.ts'
import { type KillReport, runKills } from '../support/faults/kills.ts'
import { describeKills, failuresOf } from '../support/faults/report.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    'only-kills': { type: 'boolean', default: false },
  },
})
const startedAtMs = performance.now()
const report: KillReport = await withBundle((bundle) =>
  runKills(bundle, {
    kills: Number(values.kills),
    seed: Number(values.seed),
    randomEvery: 2,
    killsPerFolder: 100,
    onProgress: (kills) => {
      if (kills % 100 === 0) process.stderr.write(`${kills} kills, ${elapsedSeconds()} s\n`)
    },
  }),
)
process.stdout.write(`${describeKills(report)}in ${elapsedSeconds()} s, seed ${values.seed}\n`)
const failures = failuresOf(report)
for (const line of [...report.violations.slice(0, 50), ...failures]) process.stdout.write(`${line}\n`)
const others = values['only-kills'] || otherFaultsPass()
process.exitCode = failures.length === 0 && others ? 0 : 1

function otherFaultsPass(): boolean {
  const root = path.resolve(import.meta.dirname, '../..')
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const files = ['library', 'disk', 'full-disk-points', 'data-folder', 'process', 'web'].map(
    (name) => `test/integration/faults/${name}.test.ts`,
  )
  return (
    spawnSync(process.execPath, [vitest, 'run', '--project', 'integration', ...files], { cwd: root, stdio: 'inherit' })
      .status === 0
  )
}

function elapsedSeconds(): number {
  return Math.round((performance.now() - startedAtMs) / 1_000)
}
