// `node scripts/node24.cjs scripts/pictures.mjs`: takes the README's pictures again, of the real application in a real
// Chromium telling a bundled sample.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { closeBrowser, openWindow, startEngine } from '../test/support/app.ts'
import { withTemporaryFolder } from '../test/support/temporary.ts'

const root = path.dirname(import.meta.dirname)
const pictures = path.join(root, 'docs/images')
const sample = path.join(root, 'resources/samples/harbour-cafe-sales.csv')

mkdirSync(pictures, { recursive: true })
await withTemporaryFolder(async (folder) => {
  const engine = await startEngine(path.join(folder, 'data'))
  try {
    for (const colorScheme of ['light', 'dark']) {
      const { page, context } = await openWindow(engine.address, { colorScheme, width: 1360, height: 1020 })
      await page.getByTestId('file-input').setInputFiles(sample)
      await page.getByTestId('story-title').waitFor({ timeout: 120_000 })
      // Far enough down for prose and chart to stand side by side, then back so that both are in the picture.
      await page.getByTestId('chart').first().scrollIntoViewIfNeeded()
      await page.waitForTimeout(1500)
      await page.screenshot({ path: path.join(pictures, `story-${colorScheme}.png`) })
      await context.close()
    }
  } finally {
    await closeBrowser()
    await engine.stop()
  }
})
