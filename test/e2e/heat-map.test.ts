/** A cell of a heat map is explained where it is clicked, as the cell that is drawn there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'

const patient = { timeout: 30_000 }
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday']
const works = ['repair', 'delivery', 'cleaning']

let folder: string
let engine: RunningEngine

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-heat-map-'))
  engine = await startEngine(path.join(folder, 'data'))
}, 60_000)

afterAll(async () => {
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Mondays are mostly repairs, the other days alike. */
function jobs(): string {
  const rows = Array.from({ length: 2000 }, (_, index) => {
    const day = days[index % 4]
    const other = works[Math.floor((index * 7919) / 4) % 3]
    const work = day === 'Monday' && index % 40 < 28 ? 'repair' : other
    return `${day},${work},${(index * 613) % 97}`
  })
  return ['day,work,minutes', ...rows].join('\n')
}

it('explains the cell that is clicked, in light and dark, and in a narrow window', async () => {
  const file = path.join(folder, 'jobs.csv')
  writeFileSync(file, jobs())
  for (const options of [{}, { width: 360, height: 780, colorScheme: 'dark' }] as const) {
    const { page, context, problems } = await openWindow(engine.address, options)
    await page.getByTestId('file-input').setInputFiles(file)
    await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
    const chart = page.locator('[data-chart^="chart-association"]').first()
    await chart.scrollIntoViewIfNeeded(patient)
    const canvas = chart.locator('canvas')
    await canvas.waitFor(patient)
    const panel = page.getByTestId('explain-panel')
    // A chart without its size yet has no cells to click.
    await expect
      .poll(async () => {
        const box = await canvas.boundingBox()
        if (box !== null && (await panel.count()) === 0) {
          await canvas.click({ position: { x: 0.6 * box.width, y: 0.5 * box.height } })
        }
        return panel.count()
      }, patient)
      .toBe(1)
    const question = () => panel.getByTestId('explain-question').textContent()
    await expect.poll(question, patient).toMatch(new RegExp(`(${days.join('|')}).*(${works.join('|')})`, 'su'))
    await panel.getByTestId('ask-sentence').first().waitFor(patient)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    )
    expect(await violations(page)).toEqual([])
    expect(problems).toEqual([])
    if (process.env.STORYGLASS_LOOK !== undefined) {
      await page.screenshot({
        path: path.join(process.env.STORYGLASS_LOOK, `heat-panel-${page.viewportSize()?.width}.png`),
      })
      await page.keyboard.press('Escape')
      await chart.screenshot({ path: path.join(process.env.STORYGLASS_LOOK, `heat-${page.viewportSize()?.width}.png`) })
    }
    await context.close()
  }
})
