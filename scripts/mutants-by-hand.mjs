// The changes of config/mutation/by-hand.mjs, each given to its tests, which have to fail.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { handMadeChanges } from '../config/mutation/by-hand.mjs'

const root = path.dirname(import.meta.dirname)
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const report = path.join(root, 'node_modules/.cache/mutation/by-hand.json')

/** @returns {{noticed: number, changes: number, survivors: import('./mutation-report.mjs').Survivor[]}} */
export function runByHand() {
  const survivors = handMadeChanges.filter((change) => !isNoticed(change))
  return {
    noticed: handMadeChanges.length - survivors.length,
    changes: handMadeChanges.length,
    survivors: survivors.map(({ name, file, before, after }) => ({
      place: `${file}: ${name}`,
      file,
      before,
      after,
      change: `  - ${before}\n  + ${after}`,
    })),
  }
}

function isNoticed({ name, file, before, after, tests }) {
  if (readFileSync(path.join(root, file), 'utf8').split(before).length !== 2) {
    throw new Error(`${name}: its text does not stand once in ${file}; mend config/mutation/by-hand.mjs`)
  }
  const args = [vitest, 'related', file, '--run', '--config=config/mutation/vitest.config.ts', '--maxWorkers=1']
  rmSync(report, { force: true })
  const said = ['--bail=1', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, ...said], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      STORYGLASS_MUTATION_TESTS: JSON.stringify(tests),
      STORYGLASS_MUTATION_CHANGE: JSON.stringify({ file, before, after }),
    },
  })
  if (status === 0) return false
  // A change that breaks the file is no change that a test noticed.
  if (existsSync(report) && JSON.parse(readFileSync(report, 'utf8')).numFailedTests > 0) return true
  throw new Error(`${name}: no test ran\n${stdout}${stderr}`)
}
