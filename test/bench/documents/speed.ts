/** Pages a second with one thread and with two, in turn, so that a machine that slows down slows both. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { printFigures } from '../jobs/report.ts'
import { readRange, runTask, withReport, withThreads } from './reading.ts'

const pages = 64
const warmUpPages = 8
const rounds = 3

await withReport(pages, async (report) => {
  const outputDir = path.join(report.folder, 'reading')
  await mkdir(outputDir)
  const began = performance.now()
  let openedMs = 0
  let firstMs = Number.NaN
  await withThreads(2, async (pool) => {
    await runTask(pool, 'document-open', { source: report.source, password: null })
    openedMs = performance.now() - began
    await runTask(
      pool,
      'document-pages',
      { source: report.source, kind: 'pdf', password: null, outputDir, pages: [1, 2] },
      (done) => {
        if (done > 0 && Number.isNaN(firstMs)) firstMs = performance.now() - began
      },
    )
  })
  const elapsed = { 1: 0, 2: 0 }
  await withThreads(1, (one) =>
    withThreads(2, async (two) => {
      // Each thread loads its libraries first.
      await readRange(one, 1, report, outputDir, [1, warmUpPages])
      await readRange(two, 2, report, outputDir, [1, 2 * warmUpPages])
      for (let round = 0; round < rounds; round += 1) {
        for (const [threads, pool] of [[1, one] as const, [2, two] as const]) {
          const started = performance.now()
          await readRange(pool, threads, report, outputDir, [1, pages])
          elapsed[threads] += performance.now() - started
        }
      }
    }),
  )
  const rate = (ms: number): number => (rounds * pages) / (ms / 1_000)
  printFigures(`${pages} pages, ${rounds} rounds`, [
    { what: 'one thread, pages a second', value: rate(elapsed[1]).toFixed(2) },
    { what: 'two threads, pages a second', value: rate(elapsed[2]).toFixed(2) },
    { what: 'ratio', value: (elapsed[1] / elapsed[2]).toFixed(2), aim: 'at least 1.7' },
    { what: 'opened, by a thread that has loaded nothing', value: `${openedMs.toFixed(0)} ms` },
    { what: 'first page readable, by threads that have loaded nothing', value: `${firstMs.toFixed(0)} ms` },
  ])
})
