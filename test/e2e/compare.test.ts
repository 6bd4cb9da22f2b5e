/** Two versions of one file in a real Chromium: what changed is said by itself, and on a screen of its own. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dropFile, openWindow, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { ordersCsv, ordersOf } from '../support/shop-months.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((address) => {
    window.location.hash = address
  }, hash)
}

it('a known file dropped again says what changed, and leads to the screen that shows it', () =>
  withTemporaryFolder(async (folder) => {
    const files = [
      { name: 'shop-01.csv', orders: ordersOf(1, 150) },
      { name: 'shop-02.csv', orders: ordersOf(2, 170, { factor: 2 }) },
    ]
    const engine = await startEngine(path.join(folder, 'data'))
    const { page, context, problems } = await openWindow(engine.address)
    try {
      for (const { name, orders } of files) {
        writeFileSync(path.join(folder, name), ordersCsv(orders))
        await dropFile(page, path.join(folder, name))
        await page.getByTestId('story-title').waitFor({ timeout: 120_000 })
        if (name !== 'shop-01.csv') break
        await page.getByTestId('compared-note').waitFor({ state: 'detached' })
        await goTo(page, '#/')
        await page.getByTestId('drop-zone').waitFor()
      }
      const note = page.getByTestId('compared-note')
      await note.waitFor({ timeout: 60_000 })
      const said = (await note.textContent()) ?? ''
      expect(said).toContain('Compared with shop-01.csv')
      expect(said).toMatch(
        /Total units rose by [\d,]+ \([\d.]+%\), from [\d,]+ to [\d,]+; North alone rose by [\d,]+\./,
      )

      await note.getByRole('link').click()
      const headline = page.getByTestId('comparison-headline')
      await headline.waitFor()
      expect(said).toContain((await headline.textContent()) ?? 'nothing')
      expect(await violations(page)).toEqual([])
      expect(
        await page
          .getByRole('row', { name: /^North/ })
          .first()
          .textContent(),
      ).toContain('+')
      await expect.poll(() => page.getByTestId('fate-held').textContent()).toContain('rise together')

      await headline.getByTestId('stated-number').first().click()
      const panel = page.getByTestId('evidence-panel')
      await expect.poll(() => panel.getByTestId('evidence-value').textContent()).toMatch(/^\d/)
      await panel.getByText('The query over both versions').click()
      await expect.poll(() => panel.textContent()).toContain('"before"."shop-01"')
      await page.keyboard.press('Escape')
      await panel.waitFor({ state: 'detached' })

      // The other way there: from the library, one chosen after the other.
      await page.getByRole('button', { name: 'Swap' }).click()
      await page.waitForFunction(() => /fell by/.test(document.querySelector('main')?.textContent ?? ''))
      await goTo(page, '#/library')
      await page.getByRole('link', { name: 'Compare two stories' }).click()
      await page.getByRole('link', { name: /shop-02\.csv/ }).click()
      await page.getByRole('link', { name: /shop-01\.csv/ }).click()
      await headline.waitFor()
      expect(said).toContain((await headline.textContent()) ?? 'nothing')
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  }))
