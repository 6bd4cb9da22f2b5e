/** Enqueue, claim and list with ten thousand jobs in the queue, on a library on disk. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createEngine } from '../../../src/main/engine.ts'
import { dataLayout } from '../../../src/main/intake/layout.ts'
import type { CreateRequest } from '../../../src/main/jobs/changes.ts'
import { writeSetting } from '../../../src/main/store/settings.ts'
import { commands } from '../../../src/shared/contract/commands.ts'
import { largest, lifecycleBench } from '../../support/engine/library.ts'
import { fakeWorkerFile } from '../../support/engine/worker-files.ts'
import { type Figure, milliseconds, percentile, timed } from './report.ts'

const jobs = 10_000
const batch = 500
const pageSize = 100
const claims = 200

function request(number: number): CreateRequest {
  return {
    source: {
      sha256: String(number).padStart(64, '0'),
      name: `file ${number}.csv`,
      path: `/files/${number}.csv`,
      bytes: 1_000,
      modified_at: 1,
      owned: 0,
    },
    pipeline: 'story',
    options: '{"depth":"standard","seed":1,"sheet":null}',
    optionsKey: 'standard',
    priority: 'normal',
  }
}

export async function benchQueue(folder: string): Promise<Figure[]> {
  const dataDir = path.join(folder, 'data')
  mkdirSync(dataDir, { recursive: true })
  const bench = lifecycleBench({ file: dataLayout(dataDir).library })
  const { library, lifecycle } = bench
  const began = performance.now()
  for (let first = 0; first < jobs; first += batch) {
    lifecycle.createAll(Array.from({ length: batch }, (_, index) => request(first + index)))
  }
  const batched = jobs / ((performance.now() - began) / 1_000)
  let next = jobs
  const single = timed(claims, () => lifecycle.create(request(next++)))
  // What one wait for this disk costs, whatever is written: no durable commit can be faster.
  const floor = timed(claims, () => library.transaction(() => writeSetting(library, 'bench', next++)))
  const claimed = timed(claims, () => {
    bench.clock.now += 1
    if (lifecycle.claim(largest) === null) throw new Error('nothing to claim')
  })
  library.close()

  const engine = createEngine({ dataDir, workerFile: fakeWorkerFile, samplesDir: null, version: '0.0.0' })
  const pages: Figure[] = []
  const requests = {
    'newest first': { statuses: [] },
    'in the order of the queue': { statuses: [], order: 'queue' },
    'waiting and running': { statuses: ['queued', 'processing'] },
    'searched for a name': { statuses: [], search: 'file 99' },
  } as const
  for (const [what, filter] of Object.entries(requests)) {
    const elapsedMs: number[] = []
    for (let round = 0; round < 30; round += 1) {
      const started = performance.now()
      const input = commands['jobs/list'].input.parse({ ...filter, limit: pageSize })
      const output = commands['jobs/list'].output.parse(await engine.handlers['jobs/list'](input))
      elapsedMs.push(performance.now() - started)
      if (output.jobs.length !== pageSize) throw new Error(`${what}: a page of ${output.jobs.length}`)
    }
    pages.push({
      what: `page of ${pageSize}, ${what}: p50, p95`,
      value: `${percentile(elapsedMs, 0.5).toFixed(1)}, ${percentile(elapsedMs, 0.95).toFixed(1)} ms`,
      aim: 'aim 16 ms',
    })
  }
  await engine.close()
  return [
    {
      what: `enqueue, ${batch} files at once`,
      value: `${Math.round(batched)} a second`,
      aim: 'aim 5,000 a second, durable',
    },
    {
      what: 'enqueue, one file at a time, durable: p50',
      value: milliseconds(percentile(single, 0.5)),
      aim: `floor of this disk ${milliseconds(percentile(floor, 0.5))}`,
    },
    {
      what: 'claim: p50, p99',
      value: `${percentile(claimed, 0.5).toFixed(2)}, ${percentile(claimed, 0.99).toFixed(2)} ms`,
      aim: 'aim 1 ms',
    },
    ...pages,
  ]
}
