/** A mark of a story's chart explained beside it, by mouse and by keyboard, and its rows opened. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { projectRoot } from '../support/command-line.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')
const patient = { timeout: 30_000 }

let folder: string
let engine: RunningEngine
let storyHash: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-explain-'))
  engine = await startEngine(path.join(folder, 'data'))
  const { page, context } = await openWindow(engine.address)
  await page.getByTestId('file-input').setInputFiles(weather)
  await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
  storyHash = new URL(page.url()).hash
  await context.close()
}, 120_000)

afterAll(async () => {
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openChart(options: Parameters<typeof openWindow>[1] = {}) {
  const window = await openWindow(engine.address, options)
  await window.page.evaluate((hash) => {
    location.hash = hash
  }, storyHash)
  const chart = window.page.locator('[data-chart^="chart-group_difference"]').first()
  await chart.scrollIntoViewIfNeeded(patient)
  await chart.getByTestId('chart-marks').waitFor(patient)
  return { ...window, chart }
}

it('explains a mark by keyboard, gives the focus back, and leads to its rows', async () => {
  const { page, context, chart, problems } = await openChart()
  const marks = chart.getByTestId('chart-marks')
  await marks.focus()
  await page.keyboard.press('End')
  const value = await marks.getAttribute('aria-valuetext')
  const category = value?.split(':')[0] ?? ''
  await page.keyboard.press('Enter')
  const panel = page.getByTestId('explain-panel')
  await panel.getByTestId('explain-answer').getByTestId('ask-sentence').first().waitFor(patient)
  await expect.poll(() => panel.getByTestId('explain-question').textContent()).toContain(`weather is ${category}`)
  await expect.poll(() => panel.textContent()).toMatch(/in all other rows[\s\S]*tested at once/)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  expect(await marks.evaluate((element) => element === document.activeElement)).toBe(true)

  await page.keyboard.press('Enter')
  await panel.getByTestId('to-the-marked-rows').click()
  await expect.poll(() => page.url(), patient).toContain(encodeURIComponent(category))
  await page.getByRole('grid').waitFor(patient)
  expect(problems).toEqual([])
  await context.close()
})

it('keeps what was explained in the story, and lets it go again', async () => {
  const { page, context, chart, problems } = await openChart()
  await chart.getByTestId('chart-marks').focus()
  await page.keyboard.press('Enter')
  const keep = page.getByTestId('explain-panel').getByTestId('keep-answer').first()
  await keep.waitFor(patient)
  await keep.click()
  const section = page.getByTestId('story-section').filter({ hasText: 'Asked of this story' })
  await section.waitFor(patient)
  await page.reload()
  await section.waitFor(patient)
  // A number of it leads to its evidence like any other.
  await section.getByTestId('stated-number').first().click()
  await page.getByTestId('evidence-panel').waitFor(patient)
  await page.keyboard.press('Escape')
  await section.getByTestId('statement-menu').first().click()
  await page.getByRole('menuitem', { name: 'Let go' }).click()
  await section.waitFor({ state: 'detached' })
  expect(problems).toEqual([])
  await context.close()
})

it('explains a bar that is clicked, in a narrow window as well', async () => {
  const { page, context, chart, problems } = await openChart({ width: 360, height: 780, colorScheme: 'dark' })
  const canvas = chart.locator('canvas')
  const panel = page.getByTestId('explain-panel')
  // Dots stand somewhere along the first line of categories; until the chart has its size, none can be clicked.
  await expect
    .poll(async () => {
      const box = await canvas.boundingBox()
      for (let x = 40; box !== null && x < box.width - 10 && (await panel.count()) === 0; x += 6) {
        await canvas.click({ position: { x, y: 22 + (box.height - 60) / 10 } })
      }
      return panel.count()
    }, patient)
    .toBe(1)
  await panel.getByTestId('ask-sentence').first().waitFor(patient)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(problems).toEqual([])
  await context.close()
})

it('a statement of the text leads to its rows and back to its place', async () => {
  const { page, context, problems } = await openWindow(engine.address)
  await page.evaluate((hash) => {
    location.hash = hash
  }, storyHash)
  await page.getByTestId('stated-number').first().click(patient)
  await page.getByTestId('to-the-rows').click()
  await page.getByTestId('data-grid').waitFor(patient)
  const cells = () => page.locator('[role=gridcell][data-row="0"]').allTextContents()
  await expect.poll(cells, patient).not.toEqual([])
  expect(page.url()).toContain('table=seattle-weather')
  await expect.poll(() => page.getByTestId('grid-count').textContent()).toMatch(/1,461 rows/u)
  await page.getByTestId('back-to-story').click()
  await page.getByTestId('story-title').waitFor(patient)
  expect(problems).toEqual([])
  await context.close()
})
