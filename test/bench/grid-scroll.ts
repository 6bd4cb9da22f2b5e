/**
 * How smoothly the data view scrolls in the built window: `npm run bench:grid-scroll [-- ROWS [SECONDS]]`, by default a
 * million rows for eight seconds of the wheel. Told is the time from frame to frame, beside its aim, and the longest task
 * of the page. Without a graphics processor Chromium draws by the processor, which the engine shares: then the aim, meant
 * for a quiet machine with one, is only a guide.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { detachedContext } from '../../src/workers/runtime/context.ts'
import { quoteText, withDatabase } from '../../src/workers/runtime/duckdb/database.ts'
import { closeBrowser, openWindow, startEngine } from '../support/app.ts'
import { milliseconds, percentile, printFigures } from './jobs/report.ts'

const aim = 'at most 16.7 ms'
/** CSS pixels of one turn of the wheel, and how often it turns. */
const turn = 120
const turnEveryMs = 30
const tellingMs = 600_000

interface Scrolled {
  readonly frameMs: readonly number[]
  readonly longTaskMs: readonly number[]
}

async function writeTable(file: string, rows: number): Promise<void> {
  const measures = Array.from({ length: 15 }, (_, at) => `round(random() * ${10 ** (at % 6)}, 3) AS "measure ${at}"`)
  const categories = Array.from(
    { length: 4 },
    (_, at) => `'Value ' || CAST(random() * ${4 ** (at + 1)} AS INTEGER) AS "category ${at}"`,
  )
  const list = [`DATE '2015-01-01' + CAST(random() * 3000 AS INTEGER) AS "day"`, ...categories, ...measures].join(', ')
  await withDatabase(detachedContext(), {}, (database) =>
    database.run(`COPY (SELECT ${list} FROM range(${rows}) t(i)) TO ${quoteText(file)} (FORMAT parquet)`),
  )
}

/** Turns the wheel over the grid, counting frames; throws where nothing scrolled. */
async function scrolled(page: Page, seconds: number): Promise<Scrolled> {
  const grid = page.getByTestId('data-grid')
  await page.locator('[role=gridcell]').first().waitFor({ timeout: 60_000 })
  const box = await grid.boundingBox()
  if (box === null) throw new Error('The grid is not in sight.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const counted = grid.evaluate(async (_element, ms) => {
    const frameMs: number[] = []
    const longTaskMs: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTaskMs.push(duration)
    })
    observer.observe({ type: 'longtask' })
    const until = performance.now() + ms
    let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    while (last < until) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      frameMs.push(now - last)
      last = now
    }
    observer.disconnect()
    return { frameMs, longTaskMs }
  }, seconds * 1_000)
  const before = await grid.evaluate((element) => element.scrollTop)
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    await page.mouse.wheel(0, turn)
    await page.waitForTimeout(turnEveryMs)
  }
  const result = await counted
  if ((await grid.evaluate((element) => element.scrollTop)) <= before) throw new Error('The wheel scrolled nothing.')
  return result
}

/** What draws the page, as WebGL names it. */
function drawnBy(page: Page): Promise<string> {
  return page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl')
    const named = gl?.getExtension('WEBGL_debug_renderer_info')
    return gl && named ? String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)) : 'no WebGL'
  })
}

const [rows = 1_000_000, seconds = 8] = process.argv.slice(2).map(Number)
if (!Number.isSafeInteger(rows) || rows < 1_000 || !(seconds >= 1 && seconds <= 120)) {
  process.stderr.write('Give a number of rows, a thousand at least, and of seconds, from 1 to 120.\n')
  process.exit(2)
}
const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-scroll-'))
const engine = await startEngine(path.join(folder, 'data'))
try {
  const file = path.join(folder, 'scrolled.parquet')
  await writeTable(file, rows)
  const { page } = await openWindow(engine.address, { width: 1440, height: 900 })
  await page.getByTestId('file-input').setInputFiles(file)
  await page.getByTestId('story-title').waitFor({ timeout: tellingMs })
  await page.getByTestId('open-data').click()
  const renderer = await drawnBy(page)
  const { frameMs, longTaskMs } = await scrolled(page, seconds)
  const hasProcessor = !/swiftshader|llvmpipe|software|no webgl/iu.test(renderer)
  const note = hasProcessor ? renderer : `no graphics processor: ${renderer}`
  printFigures(
    `data view, ${rows.toLocaleString('en')} rows scrolled for ${seconds} s (${note}; load ${(loadavg()[0] ?? 0).toFixed(1)})`,
    [
      { what: 'frames', value: String(frameMs.length), aim: '' },
      { what: 'from frame to frame, median', value: milliseconds(percentile(frameMs, 0.5)), aim: '' },
      { what: 'from frame to frame, 95 of 100', value: milliseconds(percentile(frameMs, 0.95)), aim },
      {
        what: 'longest task over 50 ms',
        value: longTaskMs.length === 0 ? 'none' : milliseconds(Math.max(...longTaskMs)),
        aim: 'none',
      },
    ],
  )
} finally {
  await closeBrowser()
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
}
