/** What axe finds on each screen in both themes: nothing. And the main way through by keyboard alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { projectRoot } from '../support/command-line.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')

let folder: string
let engine: RunningEngine
let storyPath: string
let failedPath: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-axe-'))
  engine = await startEngine(path.join(folder, 'data'))
  const { page, context } = await openWindow(engine.address)
  await page.getByTestId('file-input').setInputFiles(weather)
  await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
  storyPath = new URL(page.url()).hash
  await page.goto(`${new URL(page.url()).origin}/#/`)
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) })
  await page.getByTestId('job-error').waitFor({ timeout: 30_000 })
  failedPath = new URL(page.url()).hash
  await context.close()
})

afterAll(async () => {
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  const screens: [string, () => string][] = [
    ['home', () => '#/'],
    ['story', () => storyPath],
    ['library', () => '#/library'],
    ['jobs', () => '#/jobs'],
    ['failed jobs', () => '#/jobs?show=failed'],
    ['metrics', () => '#/metrics'],
    ['failed job', () => failedPath],
  ]
  it.each(screens)('axe finds nothing on the %s screen', async (_name, hash) => {
    const { page, context, problems } = await openWindow(engine.address, { colorScheme })
    await page.goto(`${new URL(page.url()).origin}/${hash()}`)
    await page.getByRole('main').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await violations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('by keyboard alone', () => {
  it('a story is reached from the first screen and its first number explained', async () => {
    const { page, context } = await openWindow(engine.address)
    await page.getByTestId('story-card').first().waitFor()
    await page.getByTestId('story-card').first().getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('story-title').waitFor()
    await page.getByTestId('stated-number').first().focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('evidence-panel').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('evidence-panel').waitFor({ state: 'hidden' })
    await context.close()
  })
})
