/** `npm run test:faults [-- --kills N --seed N]`: SIGKILLs of a process that does real work, and what survived them. */
import { parseArgs } from 'node:util'
import { withBundle } from '../support/faults/bundle.ts'
import { type KillReport, runKills } from '../support/faults/kills.ts'
import { describeKills, failuresOf } from '../support/faults/report.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const startedAtMs = performance.now()
const report: KillReport = await withBundle((bundle) =>
  runKills(bundle, {
    kills: Number(values.kills),
    seed: Number(values.seed),
    killsPerFolder: 100,
    onProgress: (kills) => {
      if (kills % 100 === 0) process.stderr.write(`${kills} kills, ${elapsedSeconds()} s\n`)
    },
  }),
)
process.stdout.write(`${describeKills(report)}in ${elapsedSeconds()} s, seed ${values.seed}\n`)
const failures = failuresOf(report)
for (const line of [...report.violations.slice(0, 50), ...failures]) process.stdout.write(`${line}\n`)
process.exitCode = failures.length === 0 ? 0 : 1

function elapsedSeconds(): number {
  return Math.round((performance.now() - startedAtMs) / 1_000)
}
