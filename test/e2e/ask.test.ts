/** A question about a table: typed, understood, answered, changed, and let go. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { projectRoot } from '../support/command-line.ts'

const strikes = path.join(projectRoot, 'node_modules/vega-datasets/data/birdstrikes.csv')
const patient = { timeout: 30_000 }

let folder: string
let engine: RunningEngine
let storyHash: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-ask-'))
  engine = await startEngine(path.join(folder, 'data'))
  const { page, context } = await openWindow(engine.address)
  await page.getByTestId('file-input').setInputFiles(strikes)
  await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
  storyHash = new URL(page.url()).hash
  await context.close()
}, 120_000)

afterAll(async () => {
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openStory(options: Parameters<typeof openWindow>[1] = {}) {
  const window = await openWindow(engine.address, options)
  await window.page.evaluate((hash) => {
    location.hash = hash
  }, storyHash)
  await window.page.getByTestId('ask-input').waitFor(patient)
  return window
}

it('answers a question by keyboard, says what it understood, and answers again when a part is changed', async () => {
  const { page, context, problems } = await openStory()
  const input = page.getByTestId('ask-input')
  await input.focus()
  await input.fill('cost repair by wildlife size')
  await input.press('Enter')
  const sentence = page.getByTestId('ask-sentence')
  await sentence.waitFor(patient)
  await expect.poll(() => sentence.textContent()).toMatch(/^Total cost repair is 23\.3 million for Large/iu)
  await expect
    .poll(() => page.getByTestId('ask-understood').textContent())
    .toBe('understood: total Cost Repair by Wildlife Size')
  await expect.poll(() => page.getByTestId('ask-typed').count()).toBe(0)

  await page.getByTestId('ask-aggregate').selectOption('mean')
  await expect.poll(() => sentence.textContent(), patient).toMatch(/^Average cost repair is 31,3\d\d for Large/iu)
  await page.getByTestId('ask-by').selectOption('Phase of flight')
  await expect.poll(() => sentence.textContent(), patient).toMatch(/^Average cost repair is 8,4\d\d for Climb/iu)

  // A number says what it is exactly, and by which query.
  await sentence.getByTestId('stated-number').first().click()
  const evidence = page.getByTestId('ask-evidence')
  await expect.poll(() => evidence.textContent(), patient).toMatch(/is exactly [\d,]+\.\d+[\s\S]*SELECT/)
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Close the answer' }).click()
  await expect.poll(() => page.getByTestId('ask-answer').count()).toBe(0)
  expect(await input.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(problems).toEqual([])
  await context.close()
})

it('takes a condition away again, and marks what it did not understand', async () => {
  const { page, context, problems } = await openStory({ width: 360, height: 780, colorScheme: 'dark' })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  const before360 = await width()
  const input = page.getByTestId('ask-input')
  await input.fill('average cost repair where time of day is dawn')
  await input.press('Enter')
  const sentence = page.getByTestId('ask-sentence')
  await sentence.waitFor(patient)
  const before = await sentence.textContent()
  expect(before).toMatch(/25,[78]\d\d/)
  expect(await width()).toBe(before360)
  await page.getByTestId('ask-condition').click()
  await expect.poll(() => sentence.textContent(), patient).toMatch(/3,630/)

  await input.fill('zorblax frumious')
  await input.press('Enter')
  await page.getByTestId('ask-nothing').waitFor(patient)
  await expect.poll(() => page.getByTestId('ask-nothing').textContent()).toMatch(/not understood.*Airport Name/)
  await expect
    .poll(() => page.getByTestId('ask-typed').locator('mark').allInnerTexts())
    .toEqual(['zorblax', 'frumious'])
  expect(await width()).toBe(before360)
  expect(problems).toEqual([])
  await context.close()
})
