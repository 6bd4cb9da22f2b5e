/**
 * `node scripts/node24.cjs test/bench/noise.ts [TABLES [FIRST]]`: tables of pure noise with a finding, of a hundred or as many
 * as named; every tenth is a real table whose columns were shuffled. FIRST is the number of the first table, from which its
 * seed follows: another one gives other tables.
 */
import { mostFalsePercent, sweepNoise } from '../support/noise-sweep.ts'

const { tables, tests, found, mismatches } = await sweepNoise(Number(process.argv[2] ?? 100), {
  permuted: true,
  first: Number(process.argv[3] ?? 0),
})
for (const line of found) process.stdout.write(`  ${line}\n`)
process.stdout.write(
  `pure noise: ${found.length} of ${tables} tables with a finding, ${tests} tests, ${mismatches.length} numbers that do not come out (aim: at most ${mostFalsePercent} of 100, and 0)\n`,
)
process.exitCode = 100 * found.length > mostFalsePercent * tables || mismatches.length > 0 ? 1 : 0
