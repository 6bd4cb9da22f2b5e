/** A library found damaged at the start: the window says so, what was kept, and is silent once that has been seen. */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWindow, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

describe('a damaged library', () => {
  it('is kept aside, which a banner tells until it has been dismissed, also after a reload', async () => {
    await withTemporaryFolder(async (folder) => {
      const dataDir = path.join(folder, 'data')
      await (await startEngine(dataDir)).stop()
      const file = openSync(path.join(dataDir, 'library.sqlite'), 'r+')
      writeSync(file, Buffer.alloc(4096, 0xa5))
      closeSync(file)

      const engine = await startEngine(dataDir)
      const { page, context, problems } = await openWindow(engine.address)
      try {
        const notice = page.getByTestId('library-notice')
        await notice.getByText('The library was damaged').waitFor()
        const kept = await notice.locator('code').textContent()
        expect(existsSync(path.join(dataDir, kept ?? 'none'))).toBe(true)
        expect(await violations(page)).toEqual([])
        await notice.getByRole('button', { name: 'Understood' }).click()
        await notice.waitFor({ state: 'detached' })
        await page.reload()
        await page.getByTestId('drop-zone').waitFor()
        await page.waitForLoadState('networkidle')
        await expect.poll(() => notice.count()).toBe(0)
        expect(problems).toEqual([])
      } finally {
        await context.close()
        await engine.stop()
      }
    })
  })
})
