/** A story told again with a person's words on its source, in a real Chromium, on a table by others. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dropFile, openWindow, startEngine, type WindowOptions } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { projectRoot } from '../support/command-line.ts'
import { withTemporaryFolder } from '../support/temporary.ts'
import { type PlainCell, rowsOf, writeWorkbook } from '../support/workbook.ts'

const cars = path.join(projectRoot, 'node_modules/vega-datasets/data/cars.json')

async function withStory(
  work: (page: Page, folder: string) => Promise<void>,
  options: WindowOptions & { readonly file?: string } = {},
): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const engine = await startEngine(path.join(folder, 'data'))
    const { page, context, problems } = await openWindow(engine.address, options)
    try {
      await dropFile(page, options.file ?? cars)
      await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
      await work(page, folder)
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  })
}

/** The rows of a table by others, as cells of a sheet: numbers as numbers. */
function cellsOf(name: string): PlainCell[][] {
  const text = readFileSync(path.join(projectRoot, 'node_modules/vega-datasets/data', name), 'utf8')
  return text
    .trim()
    .split(/\r?\n/u)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain = '']) => {
        const cell = quoted?.replaceAll('""', '"') ?? plain
        // `0E8` is the code of an airport, and no number.
        return /^-?\d{1,3}\.\d+$|^[1-9]\d*$/u.test(cell) ? Number(cell) : cell
      }),
    )
}

const columnOf = (page: Page, name: string) => page.locator(`[data-testid=column-told][data-column="${name}"]`)

async function filter(page: Page, column: string, value: string): Promise<void> {
  await page.getByTestId('filter-column').selectOption(column)
  await page.getByTestId('filter-value').fill(value)
  await page.getByTestId('filter-value').press('Enter')
}

describe('a story told differently', () => {
  it('corrects a column, tells only some rows about one column, and goes back', async () => {
    await withStory(async (page) => {
      const scope = (await page.getByTestId('story-scope').textContent()) ?? ''
      const firstAddress = page.url()
      await page.getByTestId('open-retell').click()
      await page.getByTestId('retelling').waitFor()

      const cylinders = columnOf(page, 'Cylinders')
      await cylinders.getByTestId('read-as-category').click()
      await expect.poll(() => cylinders.getByTestId('column-type').inputValue()).toBe('category')
      await filter(page, 'Origin', 'USA')
      await expect.poll(() => page.getByTestId('rows-sentence').textContent()).toBe('Only rows where Origin is USA.')
      await page.getByTestId('target').selectOption('Miles_per_Gallon')
      const name = 'Only USA · What goes with Miles_per_Gallon · Cylinders corrected'
      await expect.poll(() => page.getByTestId('retell-state').textContent()).toBe(`Will be kept as “${name}”.`)

      await page.getByTestId('retell-undo').click()
      await expect.poll(() => page.getByTestId('target').inputValue()).toBe('')
      await page.getByTestId('retell-redo').click()
      await expect.poll(() => page.getByTestId('target').inputValue()).toBe('Miles_per_Gallon')
      // What was not told yet outlasts a look at the story.
      await page.keyboard.press('Escape')
      await page.goBack()
      await page.getByTestId('story-title').waitFor()
      await page.getByTestId('open-retell').click()
      await expect.poll(() => page.getByTestId('target').inputValue()).toBe('Miles_per_Gallon')
      expect(await violations(page)).toEqual([])

      await page.getByTestId('retell-tell').click()
      const versions = page.getByTestId('versions')
      await versions.waitFor({ timeout: 90_000 })
      await expect.poll(() => versions.getByRole('listitem').allTextContents()).toEqual(['As it was read', name])
      await expect.poll(() => page.getByTestId('story-scope').textContent()).toContain('only where Origin is USA')
      await expect.poll(() => page.locator('article').textContent()).toContain('“Cylinders” is read as a category')
      expect(await violations(page)).toEqual([])

      await page.getByTestId('undo-version').click()
      await expect.poll(() => page.getByTestId('story-scope').textContent()).toBe(scope)
      expect(new URL(page.url()).hash.split('/')[2]).toBe(new URL(firstAddress).hash.split('/')[2])
      await page.goto(`${page.url().split('#')[0]}#/library`)
      const card = page.getByTestId('story-card')
      await card.first().waitFor()
      await expect.poll(() => card.count()).toBe(1)
      await expect.poll(() => card.textContent()).toContain('2 versions')
    })
  })

  it('compares two groups of a column, is named by them, and says what is in the way of it', async () => {
    await withStory(async (page) => {
      await page.getByTestId('open-retell').click()
      await page.getByTestId('compare-column').selectOption('Origin')
      await page.getByTestId('compare-first').fill('Europe')
      await page.getByTestId('compare-second').fill('Europe')
      await page.getByTestId('retell-tell').click()
      const failure = page.getByTestId('retell-failure')
      await failure.waitFor({ timeout: 60_000 })
      await expect.poll(() => failure.textContent()).toContain('The two parts of cars.json cannot be compared.')

      await page.getByTestId('compare-second').fill('Japan')
      const name = 'Europe and Japan compared'
      await expect.poll(() => page.getByTestId('retell-state').textContent()).toBe(`Will be kept as “${name}”.`)
      expect(await violations(page)).toEqual([])
      await page.getByTestId('retell-tell').click()
      const versions = page.getByTestId('versions')
      await versions.waitFor({ timeout: 90_000 })
      await expect.poll(() => versions.getByRole('listitem').allTextContents()).toEqual(['As it was read', name])
      await expect.poll(() => page.locator('article').textContent()).toContain('rows where Origin is Europe (73)')
    })
  })

  it('tells two sheets of one workbook together by the key found between them, and apart again', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'flights.xlsx')
      const sheets = ['flights-airport', 'airports'].map((name) => ({ name, data: rowsOf(cellsOf(`${name}.csv`)) }))
      await writeWorkbook(file, { sheets })
      await withStory(
        async (page) => {
          await expect.poll(() => page.locator('article').textContent()).toContain('5,366 of 5,366 rows match')
          await page.getByTestId('open-retell').click()
          const join = page.getByTestId('join')
          await join.check()
          expect(await violations(page)).toEqual([])
          await page.getByTestId('retell-tell').click()
          await page.getByTestId('versions').waitFor({ timeout: 90_000 })
          await expect.poll(() => page.locator('article').textContent()).toContain('5,366 rows before and after')
          await page.getByTestId('undo-version').click()
          await expect
            .poll(() => page.locator('article').textContent(), { timeout: 30_000 })
            .not.toContain('5,366 rows before and after')
        },
        { file },
      )
    })
  })

  it('says why it cannot be told so, keeps what was told, and leaves the story as it is', async () => {
    await withStory(
      async (page) => {
        await page.getByTestId('open-retell').click()
        await filter(page, 'Horsepower', 'many')
        await expect.poll(() => page.getByTestId('retelling').textContent()).toContain('“Horsepower” holds numbers')
        await filter(page, 'Origin', 'Atlantis')
        await page.getByTestId('retell-tell').click()
        const failure = page.getByTestId('retell-failure')
        await failure.waitFor({ timeout: 60_000 })
        await expect.poll(() => failure.textContent()).toContain('No row of cars.json is as you asked.')
        await expect
          .poll(() => page.getByTestId('rows-sentence').textContent())
          .toBe('Only rows where Origin is Atlantis.')
        expect(await violations(page)).toEqual([])

        await page.getByRole('button', { name: 'Remove the filter Origin is Atlantis' }).click()
        await columnOf(page, 'Name').getByTestId('column-role').selectOption('measure')
        await expect.poll(() => page.getByTestId('retell-problems').textContent()).toContain('“Name” cannot be summed')
        await expect.poll(() => page.getByTestId('retell-tell').isDisabled()).toBe(true)
        await page.keyboard.press('Control+z')
        await expect.poll(() => page.getByTestId('retell-problems').count()).toBe(0)
        const [needed = 0, there = 0] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return [scrollWidth, clientWidth]
        })
        expect(needed).toBeLessThanOrEqual(there)

        await page.goBack()
        await page.getByTestId('story-title').waitFor()
        await expect.poll(() => page.getByTestId('versions').count()).toBe(0)
      },
      { width: 360, height: 740, colorScheme: 'dark' },
    )
  })

  it('declares how the rows came about, and keeps what is corrected of a column for files like it', async () => {
    await withStory(async (page) => {
      await page.getByTestId('open-retell').click()
      await page.getByTestId('facts-rows').selectOption('population')
      await page.getByTestId('facts-rows-of').selectOption({ label: 'Origin' })
      await page.getByTestId('facts-rows-of').selectOption('')
      const state = page.getByTestId('retell-state')
      await expect.poll(() => state.textContent()).toBe('Will be kept as “All there are”.')
      await page.getByTestId('retell-undo').click()
      await expect.poll(() => state.textContent()).toContain('“All there are · Rows by Origin”')
      await page.getByTestId('retell-redo').click()
      await columnOf(page, 'Cylinders').getByTestId('read-as-category').click()
      expect(await violations(page)).toEqual([])
      await page.getByTestId('retell-tell').click()
      await page.getByTestId('versions').waitFor({ timeout: 90_000 })
      const said = await page.locator('article').textContent()
      expect(said).toContain('declared to be the whole population')
      expect(said).not.toMatch(/95% interval|may be chance/u)

      await page.getByTestId('preferences').click()
      await page.getByTestId('open-kept-readings').click()
      const kept = page.getByTestId('kept-readings')
      await kept.getByText('what you said of Cylinders').waitFor()
      await kept.getByRole('button', { name: 'Forget what was said of cars.json' }).click()
      await expect.poll(() => kept.textContent()).toContain('Nothing is kept.')
    })
  })

  it('calls a column otherwise and puts categories in an order, through story, answer and table, and takes it back', async () => {
    await withStory(async (page) => {
      await page.getByTestId('open-retell').click()
      const mileage = columnOf(page, 'Miles_per_Gallon').getByTestId('column-name')
      await mileage.fill('x'.repeat(200))
      await mileage.press('Enter')
      await columnOf(page, 'Miles_per_Gallon').getByText('A name has at most 80 characters.').waitFor()
      await mileage.fill('horsepower')
      await mileage.press('Enter')
      const problems = page.getByTestId('retell-problems')
      await expect
        .poll(() => problems.textContent())
        .toContain('“Miles_per_Gallon” cannot be called “horsepower”: another column of the table is.')
      await expect.poll(() => page.getByTestId('retell-tell').isDisabled()).toBe(true)
      await mileage.fill('Economy')
      await mileage.press('Enter')
      await expect.poll(() => problems.count()).toBe(0)

      const order = columnOf(page, 'Origin').getByTestId('column-order')
      await order.locator('summary').click()
      const earlier = order.getByRole('button', { name: 'Move Japan up' })
      await earlier.focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => order.locator('summary').textContent()).toContain('Japan, USA, Europe')
      // The keyboard goes with the category, to its place.
      await expect.poll(() => earlier.evaluate((element) => element === document.activeElement)).toBe(true)
      expect(await violations(page)).toEqual([])
      await page.getByTestId('retell-undo').click()
      await expect.poll(() => order.locator('summary').textContent()).toBe('Order of its categories')
      await page.getByTestId('retell-redo').click()

      const name = 'Economy and Origin corrected'
      await expect.poll(() => page.getByTestId('retell-state').textContent()).toBe(`Will be kept as “${name}”.`)
      await page.getByTestId('retell-tell').click()
      await page.getByTestId('versions').waitFor({ timeout: 90_000 })
      const article = await page.locator('article').textContent()
      expect(article).toContain('“Miles_per_Gallon” is called “Economy”')
      // Only notes on the file quote what it calls the column.
      expect(article).not.toMatch(/(?<!“)miles.per.gallon/iu)

      const chart = page.locator('[data-chart^="chart-dominance"]').first()
      await chart.scrollIntoViewIfNeeded()
      const marks = chart.getByTestId('chart-marks')
      await marks.focus()
      await page.keyboard.press('Home')
      await expect.poll(() => marks.getAttribute('aria-valuetext')).toMatch(/^Japan/u)
      await page.keyboard.press('End')
      await expect.poll(() => marks.getAttribute('aria-valuetext')).toMatch(/^Europe/u)

      const input = page.getByTestId('ask-input')
      await input.fill('average economy by origin')
      await input.press('Enter')
      const answer = page.getByTestId('ask-sentence').first()
      await answer.waitFor({ timeout: 60_000 })
      await expect.poll(() => answer.textContent()).toMatch(/^Average economy is/u)

      await page.getByTestId('open-data').click()
      await page.getByTestId('data-grid').waitFor()
      await page.getByRole('button', { name: 'About Economy' }).click()
      await expect
        .poll(() => page.getByTestId('column-panel').textContent())
        .toContain('“Miles_per_Gallon” in the file')
      await page.goBack()

      await page.getByTestId('open-retell').click()
      const economy = columnOf(page, 'Economy').getByTestId('column-name')
      await expect.poll(() => economy.inputValue()).toBe('Economy')
      await economy.fill('')
      await economy.press('Enter')
      await columnOf(page, 'Origin').getByTestId('column-order').locator('summary').click()
      await page.getByRole('button', { name: 'Order of Origin as judged' }).click()
      await page.getByTestId('retell-tell').click()
      // Told so already: the first version is opened.
      await expect.poll(() => page.locator('article').textContent()).toContain('Miles_per_Gallon')
      await expect.poll(() => page.getByTestId('versions').getByRole('listitem').count()).toBe(2)
    })
  })

  it('reads a file anew by what came second, keeps it for its like, and forgets it', async () => {
    const file = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')
    await withStory(
      async (page) => {
        await page.getByTestId('open-retell').click()
        const header = page.locator('[data-decision=header-rows]')
        await header.getByTestId('take-second').click()
        await expect.poll(() => page.getByTestId('reading-header-rows').inputValue()).toBe('0')
        expect(await violations(page)).toEqual([])
        await page.getByTestId('retell-tell').click()
        await page.getByTestId('versions').waitFor({ timeout: 90_000 })
        // The header is a row of the table now.
        await expect.poll(() => page.getByTestId('story-scope').textContent()).toContain('1,462 rows')
        await page.getByTestId('undo-version').click()
        await expect.poll(() => page.getByTestId('story-scope').textContent()).toContain('1,461 rows')

        await page.getByTestId('preferences').click()
        await page.getByTestId('open-kept-readings').click()
        const kept = page.getByTestId('kept-readings')
        await expect.poll(() => kept.textContent()).toContain('header-rows 0')
        await kept.getByRole('button', { name: 'Forget what was said of seattle-weather.csv' }).click()
        await expect.poll(() => kept.textContent()).toContain('Nothing is kept.')
      },
      { file },
    )
  })
})
