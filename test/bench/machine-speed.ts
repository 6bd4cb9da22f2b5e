/**
 * How fast this machine is at the moment: what aims in seconds are worth depends on it, and one machine differs from
 * itself by half within an hour when others share its processor.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { quoteText } from '../../src/workers/runtime/duckdb/database.ts'
import { writeTable } from './ingestion.ts'

/** What DuckDB took for the million rows of twenty columns, on two idle cores, when the aims in seconds were set. */
const secondsWhenAimed = 0.99

export interface MachineSpeed {
  /** What DuckDB told the dialect takes now to read them to a table, the mean of before and after what is measured. */
  readonly seconds: number
  /** How many times as long as when the aims were set. */
  readonly slowness: number
}

/** Writes the file that `readMachineSpeed` reads, about 141 MB, into `folder`; gives its path. */
export async function writeYardstick(folder: string): Promise<string> {
  const file = path.join(folder, 'yardstick.csv')
  await writeTable(file, 1_000_000)
  return file
}

/** Does `work` between two reads of `yardstick`, each in a process of its own. */
export function besideMachineSpeed<Result>(yardstick: string, work: () => Result): [Result, MachineSpeed] {
  const before = secondsToRead(yardstick)
  const result = work()
  const seconds = (before + secondsToRead(yardstick)) / 2
  return [result, { seconds, slowness: seconds / secondsWhenAimed }]
}

export function formatMachineSpeed({ seconds, slowness }: MachineSpeed): string {
  const times = slowness >= 1 ? `${slowness.toFixed(2)} times slower` : `${(1 / slowness).toFixed(2)} times faster`
  return `DuckDB reads a CSV of 1M × 20 in ${seconds.toFixed(2)} s beside it, ${times} than where the aims were set (${secondsWhenAimed} s)`
}

function secondsToRead(file: string): number {
  const { status, stdout } = spawnSync(process.execPath, [import.meta.filename, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) throw new Error(`Reading ${file} ended with ${status}`)
  return Number(stdout)
}

if (import.meta.main) {
  const [file = ''] = process.argv.slice(2)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const started = performance.now()
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM read_csv(${quoteText(file)}, delim=',', quote='"', escape='"', header=true)`,
  )
  process.stdout.write(String((performance.now() - started) / 1_000))
}
