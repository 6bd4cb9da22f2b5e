import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { browser, closeBrowser } from '../test/support/app.ts'
const page = await (await browser()).newPage({ viewport: { width: 720, height: 1840 } })
for (const name of ['page-seattle', 'page-unemployment']) {
  await page.goto(pathToFileURL(path.resolve('docs/images', `${name}.jpg`)).href)
  await page.screenshot({ path: `/tmp/s12t/${name}.png` })
}
await closeBrowser()
