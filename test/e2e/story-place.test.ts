/** Moving about in a story, printing it and taking its charts along, in a real Chromium on the built application. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoryglassBridge } from '../../src/shared/contract/bridge.ts'
import { coloursOfCanvases, dropFile, openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { projectRoot } from '../support/command-line.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')

let engine: RunningEngine
let page: Page
let problems: string[]
let end: () => void
let closed: Promise<void>

beforeAll(async () => {
  const ready = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  end = done.resolve
  closed = withTemporaryFolder(async (folder) => {
    engine = await startEngine(path.join(folder, 'data'))
    const opened = await openWindow(engine.address, { colorScheme: 'dark' })
    page = opened.page
    problems = opened.problems
    await dropFile(page, weather)
    await page.getByTestId('story-title').waitFor({ timeout: 120_000 })
    await page.getByTestId('chart').first().waitFor()
    ready.resolve()
    await done.promise
    await opened.context.close()
    await engine.stop()
  })
  closed.catch(ready.reject)
  await ready.promise
}, 240_000)

afterAll(async () => {
  end()
  await closed
})

const entries = (): ReturnType<Page['locator']> => page.locator('nav[aria-label="Contents"] a')
const lit = (): Promise<string | null> =>
  page.evaluate(() => document.querySelector('nav [aria-current=location]')?.textContent ?? null)
const scrolled = (): Promise<number> => page.evaluate(() => Math.round(window.scrollY))

/** Waits until the page has not scrolled for a while. */
async function settled(): Promise<number> {
  let before = -1
  await expect
    .poll(
      async () => {
        const now = await scrolled()
        const still = now === before
        before = now
        return still
      },
      { interval: 400, timeout: 10_000 },
    )
    .toBe(true)
  return before
}

describe.each(['reduce', 'no-preference'] as const)('with motion “%s”', (reducedMotion) => {
  it('the contents light the entry clicked, also one near the end', async () => {
    await page.emulateMedia({ reducedMotion })
    for (const entry of [...(await entries().all())].reverse()) {
      const text = await entry.textContent()
      await entry.click()
      await expect.poll(lit).toBe(text)
      await settled()
      await expect.poll(() => lit()).toBe(text)
    }
  })

  it('J and K step once each, however quickly, and never stick', async () => {
    await page.emulateMedia({ reducedMotion })
    const texts = await entries().allTextContents()
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, -50_000)
    await expect.poll(lit).toBe(null)
    const seen: (string | null)[] = []
    for (const key of [...texts.map(() => 'j'), ...texts.slice(1).map(() => 'k')]) {
      await page.keyboard.press(key)
      seen.push(await lit())
    }
    expect(seen).toEqual([...texts, ...texts.slice(0, -1).reverse()])
  })
})

it('a reload and the way back from elsewhere return to the very place', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await settled()
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 1234)
  await expect.poll(scrolled).toBeGreaterThan(600)
  const place = await settled()
  await page.waitForTimeout(400)
  await page.reload()
  await page.getByTestId('chart').first().waitFor()
  await expect.poll(scrolled, { timeout: 30_000 }).toBe(place)
  await page.evaluate(() => {
    window.location.hash = '#/library'
  })
  await page.getByTestId('story-card').first().waitFor()
  await page.goBack()
  await page.getByTestId('story-title').waitFor()
  await expect.poll(scrolled, { timeout: 30_000 }).toBe(place)
  await page.waitForTimeout(600)
  await expect.poll(() => scrolled()).toBe(place)
})

it('what is opened over the story leaves its place, and the words looked for, as they are', async () => {
  await page.evaluate(() => {
    window.location.hash = `${window.location.hash.split('?')[0]}?find=rain`
  })
  await page.getByTestId('story-find').waitFor()
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 777)
  const place = await settled()
  await page.waitForTimeout(400)
  expect(page.url()).toContain('find=rain')
  await page.getByTestId('story-title').evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(400)
  await expect.poll(() => scrolled()).toBe(place)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => page.getByTestId('story-find-field').inputValue()).toBe('rain')
  await page.getByTestId('story-find-field').press('Escape')
  await page.getByTestId('story-find').waitFor({ state: 'detached' })
})

it('what is printed has every chart, on white, and numbers on its pages', async () => {
  await page.reload()
  await page.getByTestId('chart').first().waitFor()
  const drawn = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'))
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('[data-testid=chart] canvas')]
    const [corner] = canvases.map((canvas) => getComputedStyle(canvas).backgroundColor)
    return { canvases: canvases.length, widths: canvases.map(({ width }) => width), corner }
  })
  expect(drawn.canvases).toBeGreaterThan(5)
  expect(Math.min(...(await coloursOfCanvases(page)))).toBeGreaterThan(3)
  expect(new Set(drawn.widths)).toEqual(new Set([1280]))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  const pdf = await page.pdf({ format: 'A4' })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const read = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const texts = await Promise.all(
    Array.from({ length: read.numPages }, async (_, index) => {
      const { items } = await (await read.getPage(index + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  expect(read.numPages).toBeGreaterThan(2)
  for (const [index, text] of texts.entries()) expect(text).toContain(`${index + 1} / ${read.numPages}`)
  expect(texts.join(' ')).not.toContain('Export')
})

it('a chart is saved as a picture, with its claim, on white', async () => {
  const chart = page.getByTestId('chart').first()
  const title = (await chart.locator('h3').textContent()) ?? ''
  const saved = async (format: 'png' | 'svg'): Promise<Buffer> => {
    await chart.getByTestId('chart-picture').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(`save-${format}`).click()])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^[^/]+\\.${format}$`))
    return readFile(await download.path())
  }
  const svg = (await saved('svg')).toString('utf8')
  expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg" width="760"')
  expect(svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(title.split(' ').slice(0, 3).join(' '))
  expect(svg.split('<path').length).toBeGreaterThan(5)
  const png = await saved('png')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1520)
  // What was drawn in both is the same: rasterised, the vectors have the colours of the pixels.
  const alike = await page.evaluate(
    async ([vector, pixels]) => {
      const colours = async (address: string): Promise<number[]> => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = 76
        canvas.height = Math.round((76 * image.naturalHeight) / image.naturalWidth)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0, canvas.width, canvas.height)
        return [...(context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])]
      }
      const [left, right] = [await colours(vector ?? ''), await colours(pixels ?? '')]
      const differences = left.map((value, index) => Math.abs(value - (right[index] ?? 0)))
      return differences.reduce((sum, one) => sum + one, 0) / Math.max(1, differences.length)
    },
    [
      `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
      `data:image/png;base64,${png.toString('base64')}`,
    ],
  )
  expect(alike).toBeLessThan(6)
})

it('a story deleted elsewhere says so', async () => {
  const { page: other, context } = await openWindow(engine.address)
  await other.evaluate(async () => {
    const { storyglass } = window as unknown as { storyglass: StoryglassBridge }
    const listed = await storyglass.invoke('stories/list', {})
    const [first] = listed.ok ? listed.output.stories : []
    if (first !== undefined) await storyglass.invoke('stories/delete', { id: first.id })
  })
  await page.getByText('This story was deleted').waitFor()
  await context.close()
  expect(problems).toEqual([])
})
