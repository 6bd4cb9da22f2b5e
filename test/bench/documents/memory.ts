/**
 * The most memory a long report takes, from first page to document: of an engine and the hosts that read for it, as they
 * are in use. `memory.ts [PAGES]`.
 */
import path from 'node:path'
import { createEngine } from '../../../src/main/engine.ts'
import { printFigures } from '../jobs/report.ts'
import { megabytes, withPeak } from './peak.ts'
import { withReport } from './reading.ts'

const pages = Number(process.argv[2] ?? 500)
const mostBytes = 512 * 1024 ** 2
const workerFile = path.resolve(import.meta.dirname, '../../../src/workers/index.ts')

await withReport(pages, async ({ folder, source }) => {
  const engine = createEngine({ dataDir: path.join(folder, 'data'), workerFile, samplesDir: null, version: '0.0.0' })
  await engine.start()
  try {
    const startedAtMs = performance.now()
    const { result: job, peakBytes } = await withPeak(async () =>
      engine.jobs.whenOver((await engine.jobs.createFromPath(source.path)).job.id),
    )
    const wholeMs = performance.now() - startedAtMs
    const { document } = await engine.handlers['documents/get']({ id: job.id })
    const ready = document.pages.filter((page) => page.ready).length
    const warnings = document.warnings.length
    printFigures(`${pages} pages, ${(source.bytes / 1e6).toFixed(0)} MB`, [
      { what: 'read, drawn, put together and told', value: `${(wholeMs / 1_000).toFixed(1)} s` },
      { what: 'peak memory, engine and hosts', value: megabytes(peakBytes), aim: `at most ${megabytes(mostBytes)}` },
      { what: 'pages read, warnings', value: `${ready}, ${warnings}`, aim: 'all, 0' },
    ])
    process.exitCode = ready === pages && warnings === 0 && peakBytes <= mostBytes ? 0 : 1
  } finally {
    await engine.close()
  }
})
