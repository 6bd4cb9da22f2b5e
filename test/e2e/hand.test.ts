/** A person puts their hand to a story, and finds it again in what they export and in the next telling. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openWindow, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { salesCsv } from '../support/data.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

interface Reading {
  readonly page: Page
  readonly folder: string
}

async function withStory(work: (reading: Reading) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const engine = await startEngine(path.join(folder, 'data'))
    const { page, context, problems } = await openWindow(engine.address)
    try {
      await tell(page, folder, { rows: 3_000, seed: 7 })
      await work({ page, folder })
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  })
}

async function tell(page: Page, folder: string, data: Parameters<typeof salesCsv>[0]): Promise<void> {
  const file = path.join(folder, 'shop sales.csv')
  writeFileSync(file, salesCsv(data))
  await page.getByTestId('file-input').setInputFiles(file)
  await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
}

const opening = (page: Page) => page.locator('[data-testid=story-section][data-form=key]')
const statements = (page: Page) => opening(page).locator('p[class*=paragraph]')

async function choose(page: Page, statement: number, item: string): Promise<void> {
  // By the keyboard alone: the menu is reached like any button.
  await opening(page).getByTestId('statement-menu').nth(statement).focus()
  await page.keyboard.press('Enter')
  const entry = page.getByRole('menuitem', { name: item })
  await entry.focus()
  await page.keyboard.press('Enter')
}

async function exported(page: Page, format: string): Promise<string> {
  await page.getByTestId('export-menu').click()
  const download = page.waitForEvent('download')
  await page.getByTestId(`export-${format}`).click()
  return readFileSync(await (await download).path(), 'utf8')
}

describe('a story under a person’s hand', () => {
  it('is pinned, written anew, noted, hidden, undone, exported, and told again', async () => {
    await withStory(async ({ page, folder }) => {
      const texts = await statements(page).allTextContents()
      const [first = '', second = '', third = ''] = texts

      await choose(page, 2, 'Pin to the beginning')
      await expect.poll(() => statements(page).first().textContent()).toBe(third)
      await expect.poll(() => page.getByTestId('hand-marks').first().textContent()).toContain('Pinned by you')

      await page.keyboard.press('Control+z')
      await expect.poll(() => statements(page).first().textContent()).toBe(first)
      await page.keyboard.press('Control+Shift+Z')
      await expect.poll(() => statements(page).first().textContent()).toBe(third)
      await page.getByTestId('undo-hand').click()

      // Escape loses nothing of what was typed.
      await choose(page, 0, 'Edit text')
      const field = page.getByTestId('hand-field')
      await field.fill('Sales of 123.45 units were mine.')
      await page.keyboard.press('Escape')
      await page.getByTestId('hand-unfinished').click()
      await expect.poll(() => field.inputValue()).toBe('Sales of 123.45 units were mine.')
      await page.keyboard.press('Control+Enter')
      await expect.poll(() => page.getByTestId('unverified-number').first().textContent()).toContain('123.45')

      await choose(page, 1, 'Write a note')
      await field.fill('Ask Kowalczyk.')
      await page.getByTestId('hand-save').click()
      await expect.poll(() => page.getByTestId('statement-note').textContent()).toBe('Ask Kowalczyk.')

      await choose(page, 2, 'Hide this statement')
      await expect.poll(() => page.getByTestId('hidden-statements').textContent()).toContain('Show again')
      await expect.poll(() => statements(page).allTextContents()).not.toContain(third)

      await page.getByTestId('rename').first().click()
      await field.fill('What my shop sold')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.getByTestId('story-title').textContent()).toBe('What my shop sold')
      expect(await violations(page)).toEqual([])

      const markdown = await exported(page, 'md')
      expect(markdown).toContain('# What my shop sold')
      expect(markdown).toContain('Sales of 123.45 units were mine.')
      expect(markdown).toContain('> Text edited by hand; not verified: 123.45.')
      expect(markdown).toContain('> Note: Ask Kowalczyk.')
      expect(markdown).not.toContain(third)
      const html = await exported(page, 'html')
      expect(html).toContain('Note: Ask Kowalczyk.')
      const { hand, title, findings, facts } = JSON.parse(await exported(page, 'json'))
      expect(hand.title).toBe('What my shop sold')
      expect(title).not.toBe(hand.title)
      expect([...findings, ...facts].map(({ id }: { id: string }) => id)).toEqual(
        expect.arrayContaining(hand.dismissed),
      )

      await page.reload()
      await expect.poll(() => page.getByTestId('story-title').textContent()).toBe('What my shop sold')
      await page.getByTestId('restore-statement').first().click()
      await expect.poll(() => statements(page).allTextContents()).toContain(third)
      await choose(page, 2, 'Hide this statement')
      await page.getByTestId('hidden-statements').waitFor()

      // The same file with other rows: the note and what was hidden are there again, at what they are about.
      await page.goto(`${new URL(page.url()).origin}/#/`)
      await tell(page, folder, { rows: 3_100, seed: 7 })
      await expect.poll(() => page.getByTestId('statement-note').count(), { timeout: 30_000 }).toBe(1)
      await expect.poll(() => page.getByTestId('statement-note').textContent()).toBe('Ask Kowalczyk.')
      await expect.poll(() => page.getByTestId('hidden-statements').locator('li').count()).toBe(1)
      await expect.poll(() => page.getByTestId('story-title').textContent()).not.toBe('What my shop sold')
      expect(second).not.toBe('')
    })
  })
})
