/**
 * How smoothly the window's long lists scroll: `node scripts/node24.cjs test/bench/window-lists.ts ADDRESS...`, each the
 * address of a served gallery (`scripts/gallery.mjs`). Several are compared: they take turns, so that whatever else the
 * machine does strikes all alike.
 */
import { chromium, type Page } from 'playwright-core'
import { chromiumLaunchOptions } from '../support/chromium.ts'

const rounds = 5
const frames = 120
const viewport = { width: 1440, height: 900 }

interface Scroll {
  readonly name: string
  /** Name of a scene, with the place in the window where it is not the scene's own. */
  readonly scene: string
  /** CSS selector of the element that scrolls; null: the page itself. */
  readonly frame: string | null
  /** CSS pixels a frame. */
  readonly step: number
}

const scrolls: readonly Scroll[] = [
  { name: '10,000 jobs, by wheel', scene: 'jobs-many', frame: null, step: 60 },
  { name: '10,000 jobs, flung', scene: 'jobs-many', frame: null, step: 2_500 },
  { name: '5,000 stories, by wheel', scene: 'library', frame: null, step: 60 },
  { name: '5,000 stories, flung', scene: 'library', frame: null, step: 1_500 },
  {
    name: '2,000 pages, by wheel',
    scene: 'document-huge#/documents/huge/p1',
    frame: '[data-testid=document-pages]',
    step: 60,
  },
  {
    name: '2,000 thumbnails, flung',
    scene: 'document-huge#/documents/huge/p1',
    frame: '[data-testid=thumbnails]',
    step: 400,
  },
]

interface Measured {
  /** Times from frame to frame, ms. */
  readonly frameMs: readonly number[]
  /** Processor time of the main thread in all, and of script and layout within it, ms a frame. */
  readonly taskMs: number
  readonly scriptMs: number
  readonly layoutMs: number
  /** After a collection, MB. */
  readonly heapMb: number
}

async function measure(page: Page, address: string, { scene, frame, step }: Scroll): Promise<Measured> {
  await page.goto(`${address}?scene=${scene}`)
  await page.waitForTimeout(1_200)
  const session = await page.context().newCDPSession(page)
  // Time the thread ran, not time that passed: other processes do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<Map<string, number>> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }
  const before = await read()
  const frameMs = await page.evaluate(
    async ({ selector, by, count }) => {
      const element = selector === null ? document.scrollingElement : document.querySelector(selector)
      if (element === null) throw new Error(`nothing to scroll: ${selector}`)
      const times: number[] = []
      let last = performance.now()
      for (let frame = 0; frame < count; frame += 1) {
        element.scrollTop += by
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        times.push(now - last)
        last = now
      }
      return times.slice(1)
    },
    { selector: frame, by: step, count: frames },
  )
  const after = await read()
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const heap = (await read()).get('JSHeapUsedSize') ?? 0
  const spent = (name: string): number => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1000) / frames
  return {
    frameMs,
    taskMs: spent('TaskDuration'),
    scriptMs: spent('ScriptDuration'),
    layoutMs: spent('LayoutDuration') + spent('RecalcStyleDuration'),
    heapMb: heap / 1e6,
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

const addresses = process.argv.slice(2)
if (addresses.length === 0) throw new Error('Give the address of a served gallery.')
const browser = await chromium.launch(await chromiumLaunchOptions())
try {
  for (const scroll of scrolls) {
    const all = new Map<string, Measured[]>(addresses.map((address) => [address, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [address, measured] of all) {
        const context = await browser.newContext({ viewport })
        measured.push(await measure(await context.newPage(), address, scroll))
        await context.close()
      }
    }
    for (const [address, measured] of all) {
      const times = measured.flatMap(({ frameMs }) => frameMs)
      const middle = (of: (one: Measured) => number): string => quantile(measured.map(of), 0.5).toFixed(2)
      process.stdout.write(
        `${scroll.name.padEnd(26)} ${new URL(address).port.padEnd(6)}` +
          ` frame ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms` +
          ` · main thread ${middle(({ taskMs }) => taskMs)} ms a frame` +
          ` (script ${middle(({ scriptMs }) => scriptMs)}, layout ${middle(({ layoutMs }) => layoutMs)})` +
          ` · heap ${middle(({ heapMb }) => heapMb)} MB\n`,
      )
    }
  }
} finally {
  await browser.close()
}
