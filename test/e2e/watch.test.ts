/**
 * A watched folder in a real Chromium: asked for on the command line beside the window, told and announced in it. Its files
 * are months of the weather of Seattle, as they were measured.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openWindow, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { projectRoot, storyglass } from '../support/command-line.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

const weather = path.join(projectRoot, 'node_modules/vega-datasets/data/seattle-weather.csv')

/** The days of a month, `2012-01`, under the header of the file. */
function daysOf(month: string): string {
  const [header = '', ...days] = readFileSync(weather, 'utf8').trim().split('\n')
  return [header, ...days.filter((day) => day.startsWith(month)), ''].join('\n')
}

it('a second month that arrives in a watched folder is told, and what changed is announced', () =>
  withTemporaryFolder(async (folder) => {
    const [watched, dataDir] = [path.join(folder, 'exports'), path.join(folder, 'data')]
    mkdirSync(watched)
    const engine = await startEngine(dataDir)
    const { page, context, problems } = await openWindow(engine.address)
    try {
      const add = await storyglass(['watch', 'add', watched, '--data-dir', dataDir])
      expect(add).toMatchObject({ status: 0, stderr: '' })
      await page.evaluate(() => {
        window.location.hash = '#/library'
      })
      const list = page.getByTestId('watch-list')
      await list.locator('summary').click()
      await list.getByText('Watched', { exact: true }).waitFor({ timeout: 30_000 })
      await list.getByTestId('watch-folder').click()
      await expect.poll(() => list.getByRole('status').textContent()).toContain('storyglass watch add')
      expect(await violations(page)).toEqual([])

      writeFileSync(path.join(watched, 'weather-2012-01.csv'), daysOf('2012-01'))
      await list.getByText('The first of its columns').waitFor({ timeout: 90_000 })
      // It stands for some seconds only.
      const notified = page.getByText('New version told: weather-2012-02.csv').first().waitFor({ timeout: 90_000 })
      writeFileSync(path.join(watched, 'weather-2012-02.csv'), daysOf('2012-02'))
      await list.getByText(/Last: weather-2012-02\.csv/).waitFor({ timeout: 90_000 })
      await expect.poll(() => list.textContent()).toMatch(/Total precipitation fell by 81(?:\.0)? \(46\.7%\)/)
      // No day is in both months: that all days of the first are gone explains nothing.
      await expect.poll(() => list.textContent()).not.toContain('rows that are gone')
      await notified
      await list.getByRole('link', { name: 'What changed' }).click()
      await page.getByTestId('comparison-headline').waitFor()

      const listed = await storyglass(['watch', 'list', '--format', 'json', '--data-dir', dataDir])
      expect(JSON.parse(listed.stdout)).toMatchObject({ watches: [{ path: watched, state: 'watched' }] })
      expect(await storyglass(['watch', 'remove', watched, '--data-dir', dataDir])).toMatchObject({ status: 0 })
      const left = await storyglass(['watch', 'list', '--format', 'json', '--data-dir', dataDir])
      expect(JSON.parse(left.stdout)).toEqual({ watches: [] })
      expect(problems).toEqual([])
    } finally {
      await context.close()
      await engine.stop()
    }
  }))
