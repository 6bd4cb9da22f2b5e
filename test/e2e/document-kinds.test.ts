/** Documents of every kind as they are dropped: opened, unlocked, or refused in a sentence that says what to do. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dropFile, openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { askEngine } from '../support/ask-engine.ts'
import { violations } from '../support/axe.ts'
import { projectRoot } from '../support/command-line.ts'
import { encryptedPdf } from '../support/encrypted-pdf.ts'
import { pdfBytes, textAt } from '../support/pdf-document.ts'
import { heading, paragraph, writeWordDocument } from '../support/word-document.ts'

let folder: string
let engine: RunningEngine
let page: Page
let context: BrowserContext
let problems: string[]

function file(name: string, content: string | Uint8Array): string {
  const target = path.join(folder, name)
  writeFileSync(target, content)
  return target
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-kinds-'))
  // Without a PATH there is no text recogniser, whatever this machine has.
  engine = await startEngine(path.join(folder, 'data'), { PATH: folder, Path: folder })
})

afterAll(async () => {
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  ;({ page, context, problems } = await openWindow(engine.address))
})

afterEach(async () => {
  await context.close()
  expect(problems).toEqual([])
})

/** Waits until the whole of what was dropped last is read. */
async function readToItsEnd(): Promise<void> {
  await page.getByTestId('document-reader').and(page.locator('[data-status=completed]')).waitFor({ timeout: 90_000 })
}

describe('a PDF with a password', () => {
  it('asks for it, says when it is wrong, opens with the right one, and keeps it nowhere', async () => {
    const secret = 'correct horse 7'
    await dropFile(page, file('sealed.pdf', encryptedPdf('What stands in the sealed letter.', secret)))
    const field = page.getByLabel('Password of the file')
    await field.waitFor({ timeout: 60_000 })
    // By keyboard alone: the field has the focus already.
    await expect
      .poll(() => field.evaluate((element) => element === document.activeElement), { timeout: 10_000 })
      .toBe(true)
    expect(await violations(page)).toEqual([])
    await expect.poll(() => field.getAttribute('type')).toBe('password')
    await page.getByRole('button', { name: 'Show or hide the password' }).click()
    await expect.poll(() => field.getAttribute('type')).toBe('text')
    await field.fill('sesame')
    await field.press('Enter')
    await page.getByRole('alert').getByText('That password did not open it').waitFor({ timeout: 60_000 })
    await expect.poll(() => field.inputValue()).toBe('')
    expect(await violations(page)).toEqual([])
    await field.fill(secret)
    await field.press('Enter')
    await page.getByText('What stands in the sealed letter').first().waitFor({ timeout: 60_000 })
    await readToItsEnd()
    const { jobs } = await askEngine(page, 'jobs/list', {})
    expect(JSON.stringify(jobs)).not.toContain(secret)
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      secret,
    )
  })
})

describe('a workbook with a password', () => {
  it('asks for it in the same field, says when it is wrong, and is told with the right one', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/'
    })
    await page.getByTestId('drop-zone').waitFor()
    await dropFile(page, path.join(projectRoot, 'test/fixtures/workbooks/protected-agile.xlsx'))
    const field = page.getByLabel('Password of the file')
    await field.waitFor({ timeout: 60_000 })
    await field.fill('geheim u')
    await field.press('Enter')
    await page.getByRole('alert').getByText('That password did not open it').waitFor({ timeout: 60_000 })
    await field.fill('geheim ü')
    await field.press('Enter')
    await page.getByTestId('story-title').waitFor({ timeout: 60_000 })
    expect(await violations(page)).toEqual([])
  })
})

describe('documents that are flowed', () => {
  it('a Word document opens with its headings and its table', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`
    const body = `${heading(1, 'Minutes of the parish')}${paragraph('The meeting was opened at seven.')}<w:tbl><w:tr>${cell('Item')}${cell('Pounds')}</w:tr><w:tr>${cell('Roof')}${cell('1200')}</w:tr></w:tbl>`
    await writeWordDocument(folder, body, { name: 'minutes.docx' })
    await dropFile(page, path.join(folder, 'minutes.docx'))
    await page.getByText('The meeting was opened at seven.').first().waitFor({ timeout: 60_000 })
    await readToItsEnd()
    await expect.poll(() => page.getByTestId('document-title').textContent()).toBe('Minutes of the parish')
    await page.getByRole('cell', { name: '1200' }).first().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('Markdown opens as it is meant, and no script of a page is run', async () => {
    await dropFile(page, file('notes.md', '# Notes on the tide\n\nHigh water came **late**.\n'))
    await page.getByRole('heading', { name: 'Notes on the tide' }).last().waitFor({ timeout: 60_000 })
    await readToItsEnd()
    await page.evaluate(() => {
      window.location.hash = '#/'
    })
    await page.getByTestId('drop-zone').waitFor()
    const html =
      '<h1>A page</h1><p>Its words.</p><script>document.title = "taken over"</script><img src=x onerror="document.title=1">'
    await dropFile(page, file('page.html', html))
    await page.getByText('Its words.').first().waitFor({ timeout: 60_000 })
    await readToItsEnd()
    expect(await page.title()).toContain('A page')
  })
})

describe('what cannot be read', () => {
  it('a scanned PDF opens, and says what is missing to read its words', async () => {
    const bars = Array.from({ length: 64 }, (_, index) => String.fromCharCode(index % 8 < 4 ? 0x20 : 0xe0)).join('')
    const picture = `q 500 0 0 700 50 50 cm BI /W 8 /H 8 /CS /G /BPC 8 ID ${bars} EI Q`
    await dropFile(
      page,
      file('scan.pdf', pdfBytes({ pages: [{ content: picture }, { content: textAt('Read.', 72, 700) }] })),
    )
    await page.getByTestId('document-reader').waitFor({ timeout: 60_000 })
    await readToItsEnd()
    await page.getByTestId('document-warnings').click()
    await page.getByRole('menuitem').filter({ hasText: 'needs a text recogniser (OCR), and finds none' }).waitFor()
  })

  it('a damaged PDF is refused with what happened and what to do, and nothing technical in the foreground', async () => {
    await dropFile(page, file('half.pdf', `%PDF-1.7\n${'garbage '.repeat(500)}`))
    const error = page.getByTestId('job-error')
    await error.getByText('half.pdf is damaged and cannot be read as a document.').waitFor({ timeout: 60_000 })
    await error.getByText('If another program still opens it', { exact: false }).waitFor()
    await expect.poll(() => error.getByText('damaged_document').isVisible()).toBe(false)
    await expect.poll(() => page.getByTestId('password').count()).toBe(0)
  })
})
