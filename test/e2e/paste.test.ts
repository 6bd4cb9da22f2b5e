/** A table pasted into the window, and files dropped that could be one table. */
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openWindow, startEngine, type WindowOptions } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

async function withWindow(work: (page: Page) => Promise<void>, options: WindowOptions = {}): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const engine = await startEngine(path.join(folder, 'data'))
    const { page, context, problems } = await openWindow(engine.address, options)
    try {
      await page.getByTestId('drop-zone').waitFor()
      await work(page)
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  })
}

/** As Ctrl+V does: the event with what is on the clipboard. */
function paste(page: Page, content: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, content)
}

const months = Array.from({ length: 24 }, (_, index) => ({
  month: `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  sold: 100 + index * 7,
}))

it('a table copied from a web page is told as a source of its own', () =>
  withWindow(async (page) => {
    const rows = months.map(({ month, sold }) => `<tr><td>${month}</td><td>\n  ${sold}<br>pieces</td></tr>`).join('\n')
    await paste(page, {
      'text/html': `<p>Our sales</p><table><tr><th>Month</th><th>Sold\nhere</th></tr>${rows}</table>`,
      'text/plain': `Our sales\n${months.map(({ month, sold }) => `${month}\t${sold}\npieces`).join('\n')}`,
    })
    await page.getByTestId('story-title').waitFor({ timeout: 120_000 })
    const text = (await page.textContent('main')) ?? ''
    expect(text).toMatch(/Pasted table \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.tsv/)
    expect(text).toContain('24 rows')
  }))

it('what is no table is said to be none, and a field keeps what is pasted into it', () =>
  withWindow(async (page) => {
    await paste(page, { 'text/plain': 'Only a sentence, and no table.' })
    await page.getByText('There is no table on the clipboard').waitFor()
    expect(page.url()).toMatch(/#?\/?$/)
  }))

it('files that begin with the same names are offered as one table, and told as one', () =>
  withWindow(async (page) => {
    const files = ['north', 'south'].map((shop, index) => {
      const lines = months.map(({ month, sold }) => `${month},${sold * (index + 1)}`)
      return { name: `${shop}.csv`, text: ['month,sold', ...lines, ''].join('\n') }
    })
    await page.evaluate((given) => {
      const dataTransfer = new DataTransfer()
      for (const { name, text } of given) dataTransfer.items.add(new File([text], name))
      const zone = document.querySelector('[data-testid=drop-zone]')
      for (const type of ['dragenter', 'dragover', 'drop']) {
        zone?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    }, files)
    await page.getByTestId('like-files').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByTestId('tell-as-one').click()
    await page.getByTestId('story-title').waitFor({ timeout: 120_000 })
    const text = (await page.textContent('main')) ?? ''
    expect(text).toContain('48 rows')
    expect(text).toContain('north and 1 more')
  }))
