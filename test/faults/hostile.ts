/**
 * `npm run test:hostile [-- --only PATTERN]`: files made to exhaust, trick or run, of every kind that is read, told one
 * after the other by one real engine, with a small sound file after each. Each is to be answered or refused within the
 * bounds of `judge.ts`, leave no file, and let the next be told. Ends with a table, and a status other than 0 for a bound
 * that was missed and is not among the known exceptions.
 */
import { lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { withBundle } from '../support/faults/bundle.ts'
import { dice, writeTable } from '../support/faults/small-files.ts'
import { bombs } from '../support/hostile/bombs.ts'
import { createEngineRunner } from '../support/hostile/engine-runner.ts'
import { type Judged, judge } from '../support/hostile/judge.ts'
import { describeHostile, describeOne, isWithinPromise } from '../support/hostile/report.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const only = new RegExp(values.only, 'iu')
const support = path.resolve(import.meta.dirname, '../support/hostile')
const programs = {
  child: path.join(support, 'engine-child.ts'),
  worker: path.resolve(import.meta.dirname, '../../src/workers/index.ts'),
}
const chosen = bombs.filter(({ name }) => only.test(name))
const judged: Judged[] = []

await withBundle(async (bundle) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-bombs-'))
  const runner = createEngineRunner(bundle)
  try {
    await runner.tell(writeTable(folder, 'first.csv', dice(0)))
    for (const [index, bomb] of chosen.entries()) {
      const own = path.join(folder, String(index))
      mkdirSync(own)
      const file = path.join(own, bomb.name)
      await bomb.write(file)
      const size = lstatSync(file).size
      const outcome = await runner.tell(file)
      const next = await runner.tell(writeTable(folder, `next-${index}.csv`, dice(index + 1)))
      rmSync(own, { recursive: true, force: true })
      const one = judge(bomb.name, size, outcome, next)
      judged.push(one)
      process.stderr.write(describeOne(one))
    }
  } finally {
    await runner.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, programs)
process.stdout.write(describeHostile(judged, chosen.length === bombs.length))
process.exitCode = isWithinPromise(judged, chosen.length === bombs.length) ? 0 : 1
