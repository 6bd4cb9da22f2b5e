/** The library as a person keeps it: tags, favourites, names, several at once, and words found again in a story. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWindow, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { salesCsv } from '../support/data.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

describe('a library of several stories', () => {
  it('is tagged, filtered, renamed, searched with the places found, and deleted from with a way back', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const { page, context, problems } = await openWindow(engine.address)
      try {
        for (const [index, name] of ['north.csv', 'south.csv'].entries()) {
          const file = path.join(folder, name)
          writeFileSync(file, salesCsv({ rows: 2_000 + index, seed: 5 + index }))
          await page.goto(`${new URL(page.url()).origin}/#/`)
          await page.getByTestId('file-input').setInputFiles(file)
          await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
        }
        await page.goto(`${new URL(page.url()).origin}/#/library`)
        const cards = page.getByTestId('story-card')
        await expect.poll(() => cards.count()).toBe(2)
        const north = cards.filter({ hasText: 'north.csv' })

        await north.hover()
        await north.getByTestId('favourite').click()
        await north.getByTestId('name-and-tags').click()
        await page.getByTestId('entry-title').fill('The north')
        await page.getByTestId('entry-tags').fill('shops, Quarterly')
        await page.getByTestId('entry-save').click()
        await expect.poll(() => north.textContent()).toContain('Quarterly')
        await expect.poll(() => north.textContent()).toContain('The north')
        expect(await violations(page)).toEqual([])

        await page.getByTestId('tag-filter').selectOption('Quarterly')
        await expect.poll(() => cards.count()).toBe(1)
        await page.getByTestId('tag-filter').selectOption('')
        await page.getByTestId('favourites-filter').click()
        await expect.poll(() => cards.count()).toBe(1)
        await page.getByTestId('favourites-filter').click()
        await expect.poll(() => cards.count()).toBe(2)

        // A word of the text: the story opens at the place, the others one after another.
        await page.getByTestId('library-search').fill('visit')
        await expect.poll(() => cards.first().locator('mark').count()).toBeGreaterThan(0)
        await cards.first().getByRole('link').first().click()
        const count = page.getByTestId('story-find-count')
        await expect.poll(() => count.textContent()).toMatch(/^1 of \d+$/)
        await page.getByTestId('story-find-field').press('Enter')
        await expect.poll(() => count.textContent()).toMatch(/^2 of /)
        expect(await page.evaluate(() => CSS.highlights.get('story-find')?.size ?? 0)).toBeGreaterThan(1)
        expect(await violations(page)).toEqual([])
        await page.getByTestId('story-find-field').press('Escape')
        await expect.poll(() => page.getByTestId('story-find').count()).toBe(0)
        await page.keyboard.press('Control+f')
        await page.getByTestId('story-find-field').waitFor()

        await page.goto(`${new URL(page.url()).origin}/#/library`)
        await expect.poll(() => cards.count()).toBe(2)
        for (const box of await page.getByTestId('choose-entry').all()) await box.check()
        await page.getByTestId('delete-chosen').click()
        await expect.poll(() => cards.count()).toBe(0)
        await page.getByRole('button', { name: 'Undo' }).click()
        await expect.poll(() => cards.count()).toBe(2)
        expect(problems).toEqual([])
      } finally {
        await context.close()
        await engine.stop()
      }
    })
  })
})
