import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { closeBrowser, dropFile, openWindow, startEngine } from '../test/support/app.ts'
const dir = mkdtempSync('/work/tmp/hand-look-')
const engine = await startEngine(dir)
const shot = (name: string) => `/work/tmp/hand-${name}.png`
try {
  const { page, context } = await openWindow(engine.address)
  await dropFile(page, 'node_modules/vega-datasets/data/seattle-weather.csv')
  await page.getByTestId('story-title').waitFor({ timeout: 120_000 })
  const hash = await page.evaluate(() => location.hash)
  const number = page.locator('[data-form=key] [data-number]').first()
  const n = (await number.count()) > 0 ? number : page.locator('article p button').first()
  await n.scrollIntoViewIfNeeded()
  await n.click()
  await page.getByTestId('evidence-panel').waitFor()
  await page.screenshot({ path: shot('evidence-1280') })
  await page.keyboard.press('Escape')
  const chart = page.locator('[data-chart^="chart-group_difference"]').first()
  await chart.scrollIntoViewIfNeeded()
  await chart.getByTestId('chart-marks').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('explain-answer').getByTestId('ask-sentence').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(800)
  await page.screenshot({ path: shot('explain-1280') })
  await page.keyboard.press('Escape')
  await page.evaluate((h) => { location.hash = h.replace('#/stories/', '#/retell/') }, hash)
  await page.waitForTimeout(1500)
  console.log(await page.evaluate(() => location.hash))
  await page.getByTestId('facts-rows').scrollIntoViewIfNeeded()
  await page.getByTestId('facts-rows').selectOption('population')
  await page.screenshot({ path: shot('facts-1280') })
  const retellHash = await page.evaluate(() => location.hash)
  await context.close()
  for (const [name, options] of [['dark-360', { colorScheme: 'dark', width: 360, height: 800 }], ['light-800', { width: 800, height: 900 }]] as const) {
    const w = await openWindow(engine.address, options)
    if (name.startsWith('dark')) { await w.page.evaluate(() => { localStorage.setItem('LANG', 'de') }) }
    await w.page.evaluate(() => { const k = Object.keys(localStorage); console.log(k) })
    await w.page.evaluate((h) => { location.hash = h }, retellHash)
    await w.page.getByTestId('facts-rows').scrollIntoViewIfNeeded()
    await w.page.screenshot({ path: shot(`facts-${name}`) })
    await w.page.evaluate((h) => { location.hash = h }, hash)
    const b = w.page.locator('[data-form=key] p button').first()
    await b.scrollIntoViewIfNeeded()
    await b.click()
    await w.page.getByTestId('evidence-panel').waitFor()
    await w.page.waitForTimeout(400)
    await w.page.screenshot({ path: shot(`evidence-${name}`) })
    await w.context.close()
  }
} finally {
  await closeBrowser()
  await engine.stop()
}
