/** A table row by row: opened from its story, scrolled, sorted, filtered, copied, and back where one came from. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { projectRoot } from '../support/command-line.ts'

const rows = 4_000
const towns = ['Bergen', 'Aalborg', 'Cork', 'Ålesund']
const patient = { timeout: 20_000 }

let folder: string
let engine: RunningEngine
let storyHash: string

/** Row i: its number, a town by turns, an amount that depends on the town, a remark that a spreadsheet would compute. */
function csv(): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const amount = ((at * 37) % 400) + (at % towns.length) * 250
    return `${at + 1},${towns[at % towns.length]},${at % 50 === 7 ? '' : amount},${at === 1 ? '=1+1' : `remark ${at}`}`
  })
  return `number,town,amount,remark\n${lines.join('\n')}\n`
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-grid-'))
  engine = await startEngine(path.join(folder, 'data'))
  const file = path.join(folder, 'sales.csv')
  writeFileSync(file, csv())
  storyHash = await tell(file)
})

afterAll(async () => {
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Tells a story of the file; gives its place in the window. */
async function tell(file: string): Promise<string> {
  const { page, context } = await openWindow(engine.address)
  await page.getByTestId('file-input').setInputFiles(file)
  await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
  const { hash } = new URL(page.url())
  await context.close()
  return hash
}

/** A published table: days of Seattle and New York, with what its cells are in the file. */
async function weatherOfTowns(): Promise<{ hash: string; names: string[]; rows: string[][] }> {
  const file = path.join(projectRoot, 'node_modules/vega-datasets/data/weather.csv')
  const [names = [], ...lines] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  return { hash: await tell(file), names, rows: lines }
}

async function open(hash: string, width = 1280): ReturnType<typeof openWindow> {
  const opened = await openWindow(engine.address, { width })
  await opened.page.goto(`${new URL(opened.page.url()).origin}/${hash}`)
  return opened
}

/** Texts of a row's cells as they stand; the row by its place in the view, from 0. */
function cells(page: Page, row: number): Promise<(string | null)[]> {
  return page.locator(`[role=gridcell][data-row="${row}"]`).allTextContents()
}

const count = (page: Page) => page.getByTestId('grid-count').textContent()
const head = (page: Page, name: string) =>
  page.getByTestId('grid-header').filter({ has: page.locator(`button[title="${name}"]`) })

it('is opened from the story, scrolled, sorted, filtered, copied, and left again, over two towns’ weather', async () => {
  const weather = await weatherOfTowns()
  const { page, context, problems } = await open(weather.hash)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByTestId('open-data').click()
  await expect.poll(() => cells(page, 0), patient).toContain('drizzle')
  await expect.poll(() => count(page)).toBe('2,922 rows')
  const shown = (row: number, at: number) => async () => (await cells(page, row))[at]
  const [location, warmest] = ['location', 'temp_max'].map((name) => weather.names.indexOf(name)) as [number, number]

  // To the middle, by the wheel's own element.
  const grid = page.getByTestId('data-grid')
  await grid.evaluate((element) => element.scrollTo({ top: 2_000 * 30 }))
  await expect.poll(shown(2_003, warmest), patient).toBe(weather.rows[2_003]?.[warmest])
  await expect.poll(() => page.url(), patient).toContain('row=2001')
  await page.reload()
  await expect.poll(shown(2_003, warmest), patient).toBe(weather.rows[2_003]?.[warmest])

  // Sorted by a click, and the other way round by another: the coldest day first, then the warmest.
  const degrees = weather.rows.map((row) => Number(row[warmest]))
  const numberOf = (text: string | null | undefined) => Number(text?.replace(/[−–]/u, '-'))
  await head(page, 'temp_max').getByRole('button', { name: 'temp_max', exact: true }).click()
  await expect.poll(async () => numberOf(await shown(0, warmest)()), patient).toBe(Math.min(...degrees))
  await head(page, 'temp_max').getByRole('button', { name: 'temp_max', exact: true }).click()
  await expect.poll(async () => numberOf(await shown(0, warmest)()), patient).toBe(Math.max(...degrees))
  await expect.poll(() => head(page, 'temp_max').getAttribute('aria-sort')).toBe('descending')

  // Filtered as one cell, by keyboard: Enter opens the column's panel.
  await grid.focus()
  await expect.poll(shown(0, location)).toBe('New York')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByTestId('cell-value').textContent()).toBe('New York')
  await page.getByTestId('only-this').click()
  await expect.poll(() => count(page), patient).toBe('1,461 of 2,922 rows')
  await expect.poll(() => page.getByTestId('grid-filters').textContent()).toContain('location is New York')
  await page.getByTestId('column-panel').press('Escape')
  await page.getByTestId('column-panel').waitFor({ state: 'hidden' })
  expect(await violations(page)).toEqual([])

  // What is filtered is taken along.
  const download = page.waitForEvent('download')
  await page.getByTestId('grid-export').click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(1_462)
  expect(lines[0]).toBe(weather.names.join(','))
  expect(lines.slice(1).filter((line) => !line.includes('New York'))).toEqual([])

  // A rectangle of cells is summed and copied.
  await grid.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(() => page.getByTestId('grid-status').textContent(), patient).toContain('2 rows × 2 columns')
  await page.keyboard.press('Control+c')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()), patient)
    .toMatch(/^New York\t\d{4}-\d\d-\d\d\r?\nNew York\t\d{4}-\d\d-\d\d\r?\n$/u)

  // Back takes the filter out again, and the link leads to the story.
  await page.goBack()
  await expect.poll(() => count(page), patient).toBe('2,922 rows')
  await page.getByTestId('back-to-story').click()
  await page.getByTestId('story-title').waitFor()
  expect(problems).toEqual([])
  await context.close()
}, 180_000)

it('comes back to the row it was left at, and summarises no column again for another order', async () => {
  const { page, context, problems } = await open(storyHash)
  const isSummary = (request: Request) => request.url().endsWith('/api/grid/column')
  const asked: string[] = []
  let answered = 0
  page.on('request', (request) => {
    if (isSummary(request)) asked.push(request.postData() ?? '')
  })
  page.on('requestfinished', (request) => {
    if (isSummary(request)) answered += 1
  })
  await page.getByTestId('open-data').click()
  await expect.poll(() => cells(page, 0), patient).not.toEqual([])
  await page.getByTestId('data-grid').evaluate((element) => element.scrollTo({ top: 2_000 * 30 }))
  await expect.poll(() => page.url(), patient).toContain('row=2001')
  // Columns are asked about one after another, so nothing under way does not mean that nothing is still to be asked.
  await expect.poll(() => answered, patient).toBe(4)
  asked.length = 0
  await head(page, 'amount').getByRole('button', { name: 'amount', exact: true }).click()
  await expect.poll(() => cells(page, 0), patient).toContain('0')
  await expect.poll(() => page.url(), patient).not.toContain('row=')
  await page.waitForTimeout(600)
  expect(page.url()).not.toContain('row=')
  expect(asked).toEqual([])
  await page.goBack()
  await expect.poll(() => cells(page, 2_003), patient).toContain('remark 2003')
  await page.waitForTimeout(600)
  expect(page.url()).toContain('row=2001')

  // With rows that have to be counted first as well.
  await page.goto(
    `${
      page
        .url()
        .split('&')[0]
        ?.replace(/row=\d+/u, '') ?? ''
    }search=Cork&row=801`,
  )
  await expect.poll(() => count(page), patient).toBe('1,000 of 4,000 rows')
  await expect.poll(() => cells(page, 803), patient).toContain('Cork')
  await head(page, 'number').getByRole('button', { name: 'number', exact: true }).click()
  await expect.poll(() => cells(page, 0), patient).toContain('Cork')
  await page.goBack()
  await expect.poll(() => cells(page, 803), patient).toContain('Cork')
  await page.waitForTimeout(600)
  expect(page.url()).toContain('row=801')
  expect(problems).toEqual([])
  await context.close()
})

it('is made wider from the panel of a column, by a step from the width it has', async () => {
  const { page, context, problems } = await open(storyHash)
  await page.getByTestId('open-data').click()
  await expect.poll(() => cells(page, 0), patient).not.toEqual([])
  const width = async () => (await head(page, 'remark').boundingBox())?.width ?? 0
  const before = await width()
  await page.getByTestId('data-grid').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.getByTestId('wider').click()
  await expect.poll(width, patient).toBe(before + 40)
  expect(problems).toEqual([])
  await context.close()
})

it('says when no row is left and leads back to all of them; a filter it does not understand, too', async () => {
  const [, id] = /#\/stories\/([^/?]+)/u.exec(storyHash) ?? []
  const { page, context, problems } = await open(`#/data/${id}?search=nothing-like-this`)
  await page.getByTestId('grid-no-rows').waitFor(patient)
  await page.getByRole('button', { name: 'Show all rows' }).click()
  await expect.poll(() => count(page), patient).toBe('4,000 rows')

  await page.getByTestId('grid-filter').click()
  await page.getByTestId('grid-filter-text').fill('colour = red')
  await page.getByTestId('grid-filter-text').press('Enter')
  await page.getByText('there is no column “colour”').waitFor()
  await page.getByTestId('grid-filter-text').fill('town = Cork and amount is not missing')
  await page.getByTestId('grid-filter-text').press('Enter')
  await expect.poll(() => count(page), patient).toMatch(/ of 4,000 rows$/u)
  await expect.poll(() => page.getByTestId('grid-filters').getByRole('listitem').count(), patient).toBe(3)
  expect(problems).toEqual([])
  await context.close()
})

it('a statement leads to its rows and back to its place; all fits a narrow window', async () => {
  const { page, context, problems } = await open(storyHash, 360)
  await page.getByTestId('stated-number').first().click()
  await page.getByTestId('to-the-rows').click()
  await page.getByTestId('data-grid').waitFor()
  await expect.poll(() => cells(page, 0), patient).not.toEqual([])
  expect(page.url()).toContain('table=sales')
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(isWider).toBe(false)
  await page.getByTestId('back-to-story').click()
  await page.getByTestId('story-title').waitFor()
  expect(problems).toEqual([])
  await context.close()
})
