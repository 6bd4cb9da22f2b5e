/** The queue as people see it: in two windows at once, across a crash, paused, and when it has something to say. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { coloursOfCanvases, dropFile, openWindow, startEngine } from '../support/app.ts'
import { askEngine } from '../support/ask-engine.ts'
import { projectRoot } from '../support/command-line.ts'
import { salesCsv } from '../support/data.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')

/** What comes by events comes soon; a busy machine is not a failure. */
const patient = { timeout: 20_000 }

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}

function badge(page: Page, name: string) {
  return page.locator(`[data-testid=job-badge][aria-label="${name}"]`)
}

/** Names in the list as it stands, top to bottom. */
function namesInOrder(page: Page): Promise<(string | null)[]> {
  return page
    .locator('[data-testid=queue-list] [data-place]')
    .evaluateAll((rows) =>
      rows
        .sort((a, b) => Number(a.getAttribute('data-place')) - Number(b.getAttribute('data-place')))
        .map((row) => row.querySelector('[data-testid=job-badge]')?.getAttribute('aria-label') ?? null),
    )
}

function smallFile(folder: string, name: string, seed: number): string {
  const file = path.join(folder, name)
  writeFileSync(file, salesCsv({ rows: 400, seed }))
  return file
}

/** Chooses several files of the same columns at once, each to be told by itself: they become jobs in this order. */
async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  await goTo(page, '#/')
  await page.getByTestId('file-input').setInputFiles([...files])
  await page.getByTestId('tell-each').click()
}

async function choosePriority(page: Page, name: string, priority: string): Promise<void> {
  await badge(page, name).getByTestId('job-menu').click()
  await page.getByTestId(`priority-${priority}`).click()
}

describe('two windows', () => {
  it('see the same queue move: paused, put in order, cancelled, resumed, without a reload', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const one = await openWindow(engine.address)
      const other = await openWindow(engine.address)
      try {
        await goTo(other.page, '#/jobs')
        await askEngine(one.page, 'queue/set-paused', { paused: true })
        await chooseFiles(
          one.page,
          ['a.csv', 'b.csv', 'c.csv'].map((name, index) => smallFile(folder, name, index + 1)),
        )
        await goTo(one.page, '#/jobs')
        await expect.poll(() => namesInOrder(one.page), patient).toEqual(['a.csv', 'b.csv', 'c.csv'])
        await expect.poll(() => namesInOrder(other.page), patient).toEqual(['a.csv', 'b.csv', 'c.csv'])
        await other.page.getByTestId('queue-paused').waitFor()

        await choosePriority(one.page, 'c.csv', 'urgent')
        await expect.poll(() => namesInOrder(other.page), patient).toEqual(['c.csv', 'a.csv', 'b.csv'])
        await expect.poll(() => badge(other.page, 'c.csv').textContent()).toContain('Urgent')
        await expect.poll(() => badge(other.page, 'c.csv').textContent()).toContain('Next in line')

        await badge(other.page, 'b.csv').getByTestId('job-menu').click()
        await other.page.getByRole('menuitem', { name: 'Run this next' }).click()
        await expect.poll(() => namesInOrder(one.page), patient).toEqual(['b.csv', 'c.csv', 'a.csv'])

        await badge(one.page, 'a.csv').getByTestId('cancel-job').click()
        await other.page.locator('[data-testid=job-badge][aria-label="a.csv"][data-status=cancelled]').waitFor()

        await other.page.getByTestId('resume-queue').click()
        await one.page.getByTestId('queue-paused').waitFor({ state: 'hidden' })
        for (const { page } of [one, other]) {
          for (const name of ['b.csv', 'c.csv']) {
            await page
              .locator(`[data-testid=job-badge][aria-label="${name}"][data-status=completed]`)
              .waitFor({ timeout: 90_000 })
          }
        }
        expect((await askEngine(one.page, 'stories/list', {})).total).toBe(2)

        await goTo(other.page, '#/jobs?show=cancelled')
        await expect.poll(() => namesInOrder(other.page), patient).toEqual(['a.csv'])
        await goTo(other.page, '#/jobs')
        await other.page.getByTestId('jobs-search').fill('C.C')
        await expect.poll(() => namesInOrder(other.page), patient).toEqual(['c.csv'])
        expect([...one.problems, ...other.problems]).toEqual([])
      } finally {
        await one.context.close()
        await other.context.close()
        await engine.stop()
      }
    })
  })
})

describe('an engine killed in the middle of a job', () => {
  it('is said to be gone, and started again it goes on from the unfinished stage: one story', async () => {
    await withTemporaryFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      const first = await startEngine(dataDir)
      const before = await openWindow(first.address)
      const large = path.join(folder, 'large sales.csv')
      writeFileSync(large, salesCsv({ rows: 500_000, seed: 3 }))
      await before.page.getByTestId('file-input').setInputFiles(large)
      await before.page.locator('[data-testid=stage-analyze][data-state=running]').waitFor({ timeout: 90_000 })
      const id = new URL(before.page.url()).hash.replace('#/jobs/', '')
      await first.stop('SIGKILL')
      const banner = before.page.getByTestId('connection-lost')
      await banner.waitFor()
      await expect.poll(() => banner.textContent()).toContain('open the address it prints')
      await before.context.close()

      const second = await startEngine(dataDir)
      const after = await openWindow(second.address)
      try {
        const early = (await askEngine(after.page, 'jobs/get', { id })).job
        expect(early.stages.map(({ name }) => name).slice(0, 2)).toEqual(['import', 'convert'])
        await goTo(after.page, `#/jobs/${id}`)
        await after.page.getByTestId('story-title').waitFor({ timeout: 120_000 })
        const { job } = await askEngine(after.page, 'jobs/get', { id })
        expect(job.status).toBe('completed')
        // Converted once, before the crash: the same finish is on record.
        expect(job.stages.find(({ name }) => name === 'convert')).toEqual(
          early.stages.find(({ name }) => name === 'convert'),
        )
        const listed = await askEngine(after.page, 'stories/list', {})
        expect(listed.stories.map(({ id: story }) => story)).toEqual([job.storyId])
        expect((await askEngine(after.page, 'jobs/list', {})).total).toBe(1)
        expect((await askEngine(after.page, 'metrics/get', {})).recoveries).toBe(1)
        expect(after.problems).toEqual([])
      } finally {
        await after.context.close()
        await second.stop()
      }
    })
  })
})

describe('the rest of the queue', () => {
  it('holds a dropped file while paused, tells elsewhere when its story is ready, and counts it', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const { page, context, problems } = await openWindow(engine.address)
      try {
        await goTo(page, '#/metrics')
        await page.getByText('Nothing to measure yet').waitFor()

        // A job to have something to pause after, and its toast, while another screen is open.
        await goTo(page, '#/')
        await dropFile(page, weather)
        await page.getByTestId('processing').waitFor()
        await goTo(page, '#/library')
        const toast = page.getByTestId('notice').filter({ hasText: 'Story ready' })
        await toast.waitFor({ timeout: 90_000 })
        await toast.getByRole('button', { name: 'Read it' }).click()
        await page.getByTestId('story-title').waitFor()
        await expect.poll(() => page.getByTestId('notice').count()).toBe(0)

        await goTo(page, '#/jobs')
        await page.getByTestId('pause-queue').click()
        await page.getByTestId('queue-paused').waitFor()
        await goTo(page, '#/')
        await dropFile(page, smallFile(folder, 'held.csv', 9))
        await page.locator('[data-testid=processing][data-status=queued]').waitFor()
        await goTo(page, '#/jobs')
        await badge(page, 'held.csv').waitFor()
        const held = await askEngine(page, 'jobs/list', { search: 'held' })
        expect(held.jobs.map(({ status, attempt }) => ({ status, attempt }))).toEqual([
          { status: 'queued', attempt: 0 },
        ])
        await page.getByTestId('resume-queue').click()
        await page
          .locator('[data-testid=job-badge][aria-label="held.csv"][data-status=completed]')
          .waitFor({ timeout: 90_000 })

        const empty = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }
        await page.getByTestId('file-input').setInputFiles(empty)
        await page.getByTestId('job-error').waitFor({ timeout: 30_000 })

        await goTo(page, '#/metrics')
        await expect.poll(() => page.getByTestId('success-rate').textContent(), patient).toBe('67%')
        await expect.poll(() => page.getByTestId('jobs-created').textContent()).toBe('3')
        await page.getByText('Empty file: the one failure').waitFor()
        for (const chart of await page.getByTestId('chart').all()) await chart.scrollIntoViewIfNeeded()
        await expect.poll(async () => Math.min(...(await coloursOfCanvases(page)))).toBeGreaterThan(3)
        expect(problems).toEqual([])
      } finally {
        await context.close()
        await engine.stop()
      }
    })
  })

  it('is worked by keyboard, cleaned with a preview, and retried as a whole', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const { page, context, problems } = await openWindow(engine.address)
      try {
        await askEngine(page, 'queue/set-paused', { paused: true })
        await chooseFiles(
          page,
          ['one.csv', 'two.csv', 'three.csv'].map((name, index) => smallFile(folder, name, index + 21)),
        )
        await goTo(page, '#/jobs')
        await expect.poll(() => namesInOrder(page), patient).toEqual(['one.csv', 'two.csv', 'three.csv'])
        await badge(page, 'one.csv').getByRole('link').focus()
        await page.keyboard.press('ArrowDown')
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('two.csv')
        await page.keyboard.press('n')
        await expect.poll(() => namesInOrder(page), patient).toEqual(['two.csv', 'one.csv', 'three.csv'])
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('two.csv')
        await page.keyboard.press('End')
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('three.csv')
        await page.keyboard.press('Delete')
        await page.locator('[data-testid=job-badge][aria-label="three.csv"][data-status=cancelled]').waitFor()

        await page.getByTestId('queue-menu').click()
        await page.getByTestId('clean-jobs').click()
        await page.getByText('No job is that old').waitFor()
        await page.getByTestId('storage').waitFor()
        await page.getByLabel('Completed and cancelled, ended').selectOption('0')
        await page.getByTestId('clean-preview').filter({ hasText: '1 job would be removed' }).waitFor()
        expect((await askEngine(page, 'jobs/list', {})).total).toBe(3)
        await page.getByTestId('clean-remove').click()
        await expect.poll(() => namesInOrder(page), patient).toEqual(['two.csv', 'one.csv'])

        for (const name of ['nothing.csv', 'naught.csv']) {
          await page.getByTestId('file-input').setInputFiles({
            name,
            mimeType: 'text/csv',
            buffer: Buffer.from(name === 'nothing.csv' ? '' : 'a,b\n'),
          })
          await page.getByTestId('processing').waitFor()
        }
        await goTo(page, '#/jobs')
        await page.getByTestId('resume-queue').click()
        await page.getByTestId('retry-all').filter({ hasText: 'Retry all 2 failed' }).click({ timeout: 60_000 })
        await page.getByText('2 jobs will be tried again').waitFor()
        await expect
          .poll(async () => (await askEngine(page, 'metrics/get', {})).manualRetries, { timeout: 30_000 })
          .toBe(2)
        expect(problems).toEqual([])
      } finally {
        await context.close()
        await engine.stop()
      }
    })
  })
})
