/** The most memory a long report takes, drawn by two threads and put together, over the process that only waits. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { printFigures } from '../jobs/report.ts'
import { megabytes, withPeak } from './peak.ts'
import { readRange, runTask, withReport, withThreads } from './reading.ts'

const pages = 500
const mostBytes = 512 * 1024 ** 2

await withReport(pages, async (report) => {
  const outputDir = path.join(report.folder, 'reading')
  await mkdir(outputDir)
  const { result, peakBytes } = await withPeak(() =>
    withThreads(2, async (pool) => {
      const started = performance.now()
      const opened = await runTask(pool, 'document-open', { source: report.source, password: null })
      const openedMs = performance.now() - started
      await readRange(pool, 2, report, outputDir, [1, opened.pageCount])
      const readMs = performance.now() - started
      const content = await runTask(pool, 'document-assemble', { outputDir, opened })
      return { opened, content, openedMs, readMs, wholeMs: performance.now() - started }
    }),
  )
  const { content, opened } = result
  const whole = content.pages.length === opened.pageCount && content.warnings.length === 0
  printFigures(`${opened.pageCount} pages, ${(report.source.bytes / 1e6).toFixed(0)} MB`, [
    { what: 'opened: outline and the size of every page', value: `${result.openedMs.toFixed(0)} ms` },
    { what: 'read and drawn', value: `${((result.readMs - result.openedMs) / 1_000).toFixed(1)} s` },
    { what: 'put together', value: `${((result.wholeMs - result.readMs) / 1_000).toFixed(1)} s` },
    { what: 'peak memory over the idle process', value: megabytes(peakBytes), aim: `at most ${megabytes(mostBytes)}` },
    { what: 'pages read, warnings', value: `${content.pages.length}, ${content.warnings.length}`, aim: 'all, 0' },
  ])
  process.exitCode = whole && peakBytes <= mostBytes ? 0 : 1
})
