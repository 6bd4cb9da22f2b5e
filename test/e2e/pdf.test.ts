/** A story as PDF: by the command line with a Chromium of this machine, by the desktop shell with the one it is. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { storySchema } from '../../src/shared/story/story.ts'
import { browser } from '../support/app.ts'
import { findChromium } from '../support/chromium.ts'
import { projectRoot, storyglass, whenBuilt } from '../support/command-line.ts'
import { launchDesktop } from '../support/electron/desktop.ts'
import { textOfPdf } from '../support/pdf-text.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const table = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')
const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '')

it('prints every paragraph with page numbers, never over a file unasked, and says so where there is no browser', async () => {
  await withTemporaryFolder(async (folder) => {
    const dataDir = ['--data-dir', path.join(folder, 'data')]
    const env = { STORYGLASS_CHROMIUM: findChromium() ?? '' }
    const told = await storyglass(['tell', table, '--format', 'json', '--quiet', ...dataDir])
    const story = storySchema.parse(JSON.parse(told.stdout))
    const out = path.join(folder, 'out', 'story.pdf')
    const write = (...more: string[]) => [
      'stories',
      'export',
      story.id,
      '--format',
      'pdf',
      '--out',
      out,
      ...more,
      ...dataDir,
    ]
    expect(await storyglass(write(), { env })).toMatchObject({ status: 0, stderr: '' })
    const pages = await textOfPdf(out)
    const whole = squeezed(pages.join(''))
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) expect(page).toContain(`${index + 1} / ${pages.length}`)
    for (const { paragraphs } of story.sections) {
      // A page's number may stand in the middle of a paragraph that goes on overleaf.
      for (const { text } of paragraphs) {
        for (const sentence of text.split(/(?<=[.]) /u)) expect(whole).toContain(squeezed(sentence).slice(0, 40))
      }
    }

    const again = await storyglass(write(), { env })
    expect(again.status).not.toBe(0)
    const without = await storyglass(write('--force'), { env: { STORYGLASS_CHROMIUM: path.join(folder, 'none') } })
    expect(without.stderr).toContain('no browser on this machine')
    expect(without.status).not.toBe(0)
    expect(readdirSync(path.dirname(out))).toEqual(['story.pdf'])
    expect(await textOfPdf(out)).toEqual(pages)
  })
})

it('prints in the desktop shell, in a window that reaches its page only', async () => {
  await whenBuilt()
  await withTemporaryFolder(async (folder) => {
    writeFileSync(path.join(folder, 'marker.txt'), 'not the page')
    const desktop = launchDesktop({
      browser: await browser(),
      appPath: projectRoot,
      dataDir: path.join(folder, 'data'),
      files: [table],
    })
    try {
      const { page, problems } = await desktop.window()
      await page.getByTestId('export-menu').click({ timeout: 120_000 })
      const out = path.join(folder, 'story.pdf')
      desktop.answerDialog('showSaveDialog', { canceled: false, filePath: out })
      await page.getByTestId('export-pdf').click()
      for (let waited = 0; !existsSync(out) && waited < 600; waited += 1) await page.waitForTimeout(100)
      const pages = await textOfPdf(out)
      expect(pages.at(-1)).toContain(`${pages.length} / ${pages.length}`)
      expect(desktop.windowCount()).toBe(1)
      expect(problems).toEqual([])
    } finally {
      await desktop.quit()
    }
  })
})
