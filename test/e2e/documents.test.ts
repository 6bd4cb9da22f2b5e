/** A PDF of a hundred pages, from the drop to a story of one of its tables, with a crash on the way. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentView } from '../../src/shared/document/reading.ts'
import { dropFile, openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { askEngine } from '../support/ask-engine.ts'
import { violations } from '../support/axe.ts'
import { longDocument, printLongDocument } from '../support/long-document.ts'

const { pages, rareWord, rarePage, commonWord, tablePage, tableRows } = longDocument

/** A machine that is busy takes its time. */
const patient = { timeout: 30_000 }

let folder: string
let engine: RunningEngine
let page: Page
let context: BrowserContext
let problems: string[]
let id: string

const dataDir = (): string => path.join(folder, 'data')
/** The images of the pages read so far, with when each was written. */
function imagesRead(): Map<string, number> {
  const images = path.join(dataDir(), 'jobs', id, 'reading', 'pages')
  return new Map(readdirSync(images).map((name) => [name, statSync(path.join(images, name)).mtimeMs]))
}

async function view(): Promise<DocumentView> {
  return (await askEngine(page, 'documents/get', { id })).document
}

async function open(): Promise<void> {
  ;({ page, context, problems } = await openWindow(engine.address))
}

/** To a place of the window, as a link would. */
async function go(hash: string): Promise<void> {
  await page.evaluate((place) => {
    window.location.hash = place
  }, hash)
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-documents-'))
  await printLongDocument(path.join(folder, 'annals.pdf'))
  engine = await startEngine(dataDir())
  await open()
})

afterAll(async () => {
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a PDF of a hundred pages', () => {
  it('opens by itself at its first page while the rest is still read, and the pages are counted up', async () => {
    await dropFile(page, path.join(folder, 'annals.pdf'))
    await page.waitForURL(/#\/documents\//, { timeout: 60_000 })
    id = decodeURIComponent(/#\/documents\/([^/?]+)/.exec(page.url())?.[1] ?? '')
    await page.locator('[data-text-layer="1"]').filter({ hasText: 'inspected in 1800' }).waitFor({ timeout: 60_000 })
    const { status, pages: all } = await view()
    expect(status).toBe('processing')
    expect(all).toHaveLength(pages)
    expect(all.filter(({ ready }) => ready).length).toBeLessThan(pages)
    const counts: number[] = []
    const progress = page.getByTestId('reading-progress')
    while (counts.length < 3) {
      const told = /(\d+) of 100/.exec((await progress.textContent()) ?? '')?.[1]
      if (told !== undefined && Number(told) !== counts.at(-1)) counts.push(Number(told))
      await page.waitForTimeout(30)
    }
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
  })

  it('goes on after the engine was killed, without reading a page again', async () => {
    await expect.poll(() => imagesRead().size, { timeout: 60_000 }).toBeGreaterThan(8)
    await engine.stop('SIGKILL')
    await context.close()
    const parts = path.join(dataDir(), 'jobs', id, 'reading', 'parts')
    const done = readdirSync(parts).map((name) => name.replace('.json', '.webp'))
    const before = imagesRead()
    expect(done.length).toBeGreaterThan(5)
    expect(done.length).toBeLessThan(pages)

    engine = await startEngine(dataDir())
    await open()
    await expect.poll(async () => (await view()).status, { timeout: 170_000, interval: 250 }).toBe('completed')
    const after = imagesRead()
    expect(after.size).toBe(pages)
    for (const name of done) expect(after.get(name), name).toBe(before.get(name))
    expect((await view()).outline.filter(({ level }) => level === 1)).toHaveLength(10)
  })

  it('is found in the library by a word on its fifty-seventh page, and opened there with the word marked', async () => {
    await go('#/library')
    await page.getByTestId('library-search').fill(rareWord)
    const card = page.getByTestId('document-card')
    await card.getByText(`Page ${rarePage}`).waitFor()
    await expect.poll(() => card.locator('mark').textContent()).toBe(rareWord)
    await card.getByRole('link').click()
    await page.waitForURL(new RegExp(`#/documents/${id}/p${rarePage}\\?find=${rareWord}`))
    await expect.poll(() => page.getByTestId('find-count').textContent(), patient).toBe('1 of 1')
    await expect.poll(() => page.getByTestId('page-field').inputValue(), patient).toBe(String(rarePage))
    await page.getByTestId('mark-current').first().waitFor()
  })

  it('is searched as a whole', async () => {
    const field = page.getByTestId('find-field')
    await field.fill(commonWord)
    await expect.poll(() => page.getByTestId('find-count').textContent(), patient).toMatch(/ of 100$/)
    await field.fill('no such words')
    await expect.poll(() => page.getByTestId('find-count').textContent(), patient).toBe('Not found')
  })

  it('axe finds nothing on its screen, nor in the library that holds it, in either theme', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const other = await openWindow(engine.address, { colorScheme })
      await other.page.goto(`${new URL(page.url()).origin}/#/documents/${id}`)
      await other.page.locator('[data-text-layer="1"]').waitFor()
      expect(await violations(other.page), `document, ${colorScheme}`).toEqual([])
      await other.page.goto(`${new URL(page.url()).origin}/#/library`)
      await other.page.getByTestId('document-card').waitFor()
      expect(await violations(other.page), `library, ${colorScheme}`).toEqual([])
      expect(other.problems).toEqual([])
      await other.context.close()
    }
  })

  it('has a table told as a story, which says where it came from and leads back there', async () => {
    const table = (await view()).tables.findIndex((one) => one.page === tablePage)
    expect((await view()).tables[table]?.rows).toHaveLength(tableRows + 1)
    await go(`#/documents/${id}/p${tablePage}`)
    await page.getByTestId('toggle-tables').click()
    await page.locator(`[data-testid=table-outline][data-table="${table}"]`).getByTestId('tell-table').click()
    await page.getByTestId('story-title').waitFor({ timeout: 90_000 })
    await page.getByRole('link', { name: `Table on page ${tablePage} of annals.pdf` }).click()
    await page.waitForURL(new RegExp(`#/documents/${id}/p${tablePage}$`))
    await go('#/library')
    await page.getByTestId('story-card').waitFor()
    await page.getByTestId('document-card').waitFor()
    await page.getByTestId('choice-stories').click()
    await expect.poll(() => page.getByTestId('document-card').count(), patient).toBe(0)
  })

  it('leaves nothing in the window’s log of errors', () => {
    expect(problems).toEqual([])
  })
})
