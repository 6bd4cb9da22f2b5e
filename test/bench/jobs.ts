/**
 * Figures of jobs, each beside its aim: a queue of 10,000, events, cancel by what is cancelled, and
 * time left on real files, what hosts cost. `npm run bench:jobs [-- queue events cancel time-left hosts]`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Script } from '../support/engine/fake-worker.ts'
import { dice, writeTable as writeMonths } from '../support/faults/small-files.ts'
import { writeTable } from './ingestion.ts'
import { benchCancel } from './jobs/cancel.ts'
import { benchEvents } from './jobs/events.ts'
import { benchHosts } from './jobs/hosts.ts'
import { benchQueue } from './jobs/queue.ts'
import { type Figure, printFigures } from './jobs/report.ts'
import { benchTimeLeft } from './jobs/time-left.ts'

const cancels = 30
const hostRounds = 4
const learningRounds = 3
const vega = path.resolve(import.meta.dirname, '../../node_modules/vega-datasets/data')
const vegaFiles = ['zipcodes.csv', 'birdstrikes.csv', 'species.csv', 'sp500-2000.csv', 'airports.csv', 'weather.csv']
/** Rows of 20 columns. */
const generatedRows = [20_000, 80_000, 300_000]
const unseenRows = [50_000, 160_000]
const cancelledRows = 300_000

const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-jobs-'))

async function script(name: string, content: Script): Promise<string> {
  const file = path.join(folder, 'scripts', name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify({ title: name, ...content }))
  return file
}

async function table(rows: number): Promise<string> {
  const file = path.join(folder, `${rows} rows.csv`)
  await writeTable(file, rows)
  return file
}

const parts: Record<string, () => Promise<Figure[]>> = {
  queue: () => benchQueue(folder),
  events: () => benchEvents(folder, script),
  cancel: async () => benchCancel(folder, { script, table: await table(cancelledRows) }, cancels),
  'time-left': async () => {
    const generated: string[] = []
    for (const rows of generatedRows) generated.push(await table(rows))
    const unseen: string[] = []
    for (const rows of unseenRows) unseen.push(await table(rows))
    const files = [...vegaFiles.map((name) => path.join(vega, name)), ...generated]
    return benchTimeLeft(folder, files, unseen, learningRounds)
  },
  hosts: () => benchHosts(folder, writeMonths(folder, 'months.csv', dice(1)), hostRounds),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => parts[name] === undefined)
if (unknown.length > 0) {
  process.stderr.write(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}\n`)
  process.exit(2)
}
try {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    // A figure taken on a busy machine says little; the load beside it lets the reader judge.
    const load = (loadavg()[0] ?? 0).toFixed(1)
    const figures = await part()
    printFigures(`${name} (load ${load} before, ${(loadavg()[0] ?? 0).toFixed(1)} after)`, figures)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
