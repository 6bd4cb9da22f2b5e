/** A story whose file was changed, and then moved away, since it was told: said when it is opened, and told again. */
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { storySchema } from '../../src/shared/story/story.ts'
import { openWindow, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { storyglass } from '../support/command-line.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const table = (rows: number): string =>
  `shop,amount\n${Array.from({ length: rows }, (_, row) => `${'ABC'[row % 3]},${10 + ((row * 7) % 23)}`).join('\n')}\n`

it('says that its file has changed, tells it again, and says when it is gone', async () => {
  await withTemporaryFolder(async (folder) => {
    const dataDir = path.join(folder, 'data')
    const file = path.join(folder, 'shops.csv')
    writeFileSync(file, table(60))
    const told = await storyglass(['tell', file, '--format', 'json', '--quiet', '--data-dir', dataDir])
    const { id } = storySchema.parse(JSON.parse(told.stdout))
    const engine = await startEngine(dataDir)
    const { page, context, problems } = await openWindow(engine.address, { width: 360 })
    const open = async (): Promise<void> => {
      await page.evaluate((place) => window.location.assign(place), `#/stories/${id}`)
      await page.reload()
      await page.getByTestId('story-title').waitFor()
    }
    try {
      await open()
      const note = page.getByTestId('source-note')
      // The answer is there before the note could be.
      await page.waitForLoadState('networkidle')
      await expect.poll(() => note.count()).toBe(0)

      writeFileSync(file, table(90))
      await open()
      await note.getByText('The file has changed since this story was told.').waitFor()
      expect(await violations(page)).toEqual([])
      await note.getByRole('button', { name: 'Tell it again' }).click()
      await page.getByTestId('story-scope').filter({ hasText: '90 rows' }).waitFor({ timeout: 90_000 })
      await page.waitForLoadState('networkidle')
      await expect.poll(() => note.count()).toBe(0)

      renameSync(file, path.join(folder, 'elsewhere.csv'))
      await open()
      await note.getByText('The file is no longer where it was.').waitFor()
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  })
})
