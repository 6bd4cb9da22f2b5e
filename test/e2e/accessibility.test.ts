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
  let window: Awaited<ReturnType<typeof openWindow>>
  beforeAll(async () => {
    window = await openWindow(engine.address, { colorScheme })
  })
  afterAll(() => window.context.close())

  const badge = '[data-testid=job-badge]'
  /** With what is there once the screen is, and not before. */
  const screens: [string, () => string, string][] = [
    ['home', () => '#/', '[data-testid=drop-zone]'],
    ['story', () => storyPath, '[data-testid=chart]'],
    ['library', () => '#/library', '[data-testid=story-card]'],
    ['jobs', () => '#/jobs', `${badge}[data-status=completed]`],
    [
      'failed jobs',
      () => '#/jobs?show=failed',
      `main:not(:has(${badge}[data-status=completed])) ${badge}[data-status=failed]`,
    ],
    ['metrics', () => '#/metrics', '[data-testid=jobs-created]'],
    ['failed job', () => failedPath, '[data-testid=job-error]'],
  ]
  it.each(screens)('axe finds nothing on the %s screen', async (_name, hash, shown) => {
    const { page, problems } = window
    await page.goto(`${new URL(page.url()).origin}/${hash()}`)
    await page.locator(shown).first().waitFor()
    expect(await violations(page)).toEqual([])
    expect(problems).toEqual([])
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
