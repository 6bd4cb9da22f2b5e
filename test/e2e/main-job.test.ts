/** The main job, end to end, in a real Chromium on the built application. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  coloursOfCanvases,
  dropFile,
  openWindow,
  type RunningEngine,
  startEngine,
  type WindowOptions,
} from '../support/app.ts'
import { projectRoot } from '../support/command-line.ts'
import { salesCsv } from '../support/data.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')

interface Running {
  readonly page: Page
  readonly engine: RunningEngine
  readonly folder: string
}

async function withApplication(work: (running: Running) => Promise<void>, options: WindowOptions = {}): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const engine = await startEngine(path.join(folder, 'data'))
    const { page, context, problems } = await openWindow(engine.address, options)
    try {
      await work({ page, engine, folder })
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  })
}

interface SeenProgress {
  readonly percents: number[]
  readonly stages: string[]
  readonly facts: string[]
}

/** Notes every percentage, running stage and first facts the window shows, from now on. */
async function watchProgress(page: Page): Promise<() => Promise<SeenProgress>> {
  await page.evaluate(() => {
    const seen = { percents: [] as number[], stages: [] as string[], facts: [] as string[] }
    Object.assign(window, { seenProgress: seen })
    const look = (): void => {
      const circle = document.querySelector('[data-testid=job-progress]')
      const percent = circle?.getAttribute('aria-valuenow')
      if (percent !== null && percent !== undefined && seen.percents.at(-1) !== Number(percent)) {
        seen.percents.push(Number(percent))
      }
      const running = document.querySelector('[data-testid^=stage-][data-state=running]')?.getAttribute('data-testid')
      if (running && seen.stages.at(-1) !== running) seen.stages.push(running)
      const facts = document.querySelector('[data-testid=first-facts]')?.textContent
      if (facts && seen.facts.at(-1) !== facts) seen.facts.push(facts)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  return () => page.evaluate(() => (window as unknown as { seenProgress: SeenProgress }).seenProgress)
}

describe('a person who drops a file', () => {
  it('sees the stages run, gets its story with drawn charts, and finds it again after a reload', async () => {
    await withApplication(async ({ page, folder }) => {
      const file = path.join(folder, 'shop sales.csv')
      writeFileSync(file, salesCsv({ rows: 60_000, seed: 7 }))
      const progress = await watchProgress(page)
      await dropFile(page, file)
      const title = page.getByTestId('story-title')
      await title.waitFor({ timeout: 90_000 })

      const { percents, stages, facts } = await progress()
      expect(facts.at(-1)).toContain('60,000 rows')
      expect(facts.at(-1)).toMatch(/half between [\d.,]+ and [\d.,]+, all between/)
      expect(percents.length).toBeGreaterThan(3)
      expect(percents).toEqual([...percents].sort((a, b) => a - b))
      expect(new Set(stages).size).toBeGreaterThanOrEqual(3)

      const words = (await title.textContent()) ?? ''
      expect(words.length).toBeGreaterThan(5)
      await expect.poll(() => page.getByTestId('story-section').count(), { timeout: 30_000 }).toBeGreaterThanOrEqual(2)
      const charts = page.getByTestId('chart')
      await charts.first().waitFor()
      for (const chart of await charts.all()) await chart.scrollIntoViewIfNeeded()
      await expect
        .poll(async () => Math.min(...(await coloursOfCanvases(page))), { timeout: 10_000 })
        .toBeGreaterThan(3)

      await page.reload()
      await title.waitFor()
      await expect.poll(() => title.textContent()).toBe(words)
    })
  })

  it('can click a number and see the query and the rows it came from; finds the story in the library by a word of the file', async () => {
    await withApplication(async ({ page }) => {
      await dropFile(page, weather)
      await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
      await page.getByTestId('stated-number').first().click()
      const panel = page.getByTestId('evidence-panel')
      await panel.waitFor()
      await panel.getByTestId('evidence-query').locator('summary').click()
      await expect.poll(() => panel.textContent()).toMatch(/select/i)

      const address = new URL(page.url())
      await page.goto(`${address.origin}/#/library`)
      await page.getByTestId('story-card').first().waitFor()
      await page.getByRole('searchbox').fill('precipitation')
      await page.getByTestId('story-card').first().waitFor()
      await page.getByRole('searchbox').fill('zzzznothing')
      await expect.poll(() => page.getByTestId('story-card').count()).toBe(0)
    })
  })
})

describe('a person who changes their mind', () => {
  it('cancels in mid-job, is back home, and the next file is told', async () => {
    await withApplication(async ({ page, folder }) => {
      const large = path.join(folder, 'large.csv')
      writeFileSync(large, salesCsv({ rows: 900_000, seed: 3 }))
      await page.getByTestId('file-input').setInputFiles(large)
      await page.getByTestId('cancel-job').waitFor()
      // Either of the two long stages: a quick machine may be past the first before anybody looks.
      const atWork = ['convert', 'analyze'].map((stage) => `[data-testid=stage-${stage}][data-state=running]`)
      await page.locator(atWork.join(', ')).waitFor({ timeout: 60_000 })
      await page.getByTestId('cancel-job').click()
      await page.getByTestId('drop-zone').waitFor()
      const statuses = await page.evaluate(async () => {
        const { storyglass } = window as unknown as {
          storyglass: import('../../src/shared/contract/bridge.ts').StoryglassBridge
        }
        const listed = await storyglass.invoke('jobs/list', {})
        return listed.ok ? listed.output.jobs.map((job) => job.status) : [listed.failure.message]
      })
      expect(statuses).toEqual(['cancelled'])
      await dropFile(page, weather)
      await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
    })
  })
})

describe('a file that cannot be read', () => {
  it('says what happened and what to do, can be retried, and does not stand in the way of the next', async () => {
    await withApplication(async ({ page, folder }) => {
      const bad = path.join(folder, 'holiday "photos" 🏖.csv')
      writeFileSync(
        bad,
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      )
      await dropFile(page, bad)
      const error = page.getByTestId('job-error')
      await error.waitFor({ timeout: 30_000 })
      await expect.poll(() => error.textContent()).toContain('holiday "photos" 🏖.csv')
      await expect.poll(() => error.getByText('PREPROCESSING_ERROR').isVisible()).toBe(false)
      await page.getByTestId('retry-job').click()
      await error.waitFor({ timeout: 30_000 })
      await page.goto(`${new URL(page.url()).origin}/#/`)
      await dropFile(page, weather)
      await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
    })
  })
})
