// `node scripts/node24.cjs scripts/page-pictures.mjs [NAME...]`: takes the README's pictures of exported pages again, of
// tables of `vega-datasets` told and exported by the command line and opened in a real Chromium.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { browser, closeBrowser } from '../test/support/app.ts'
import { withTemporaryFolder } from '../test/support/temporary.ts'

const root = path.dirname(import.meta.dirname)
const tables = {
  birdstrikes: 'birdstrikes.csv',
  gapminder: 'gapminder-health-income.csv',
  penguins: 'penguins.json',
  seattle: 'seattle-weather.csv',
  unemployment: 'unemployment-across-industries.json',
}
const size = { width: 700, height: 1820 }
const wanted = process.argv.slice(2)

await withTemporaryFolder(async (folder) => {
  const page = await (await browser()).newPage({ viewport: size, colorScheme: 'light' })
  for (const [name, file] of Object.entries(tables)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const out = path.join(folder, `${name}.html`)
    const source = path.join(root, 'node_modules/vega-datasets/data', file)
    const given = ['tell', source, '--format', 'html', '--out', out, '--quiet', '--data-dir', path.join(folder, 'data')]
    execFileSync(process.execPath, [path.join(root, 'bin/storyglass'), ...given], { stdio: 'inherit' })
    await page.goto(pathToFileURL(out).href)
    await page.evaluate(() => document.fonts.ready)
    const picture = path.join(root, `docs/images/page-${name}.jpg`)
    await page.screenshot({ path: picture, type: 'jpeg', quality: 40 })
  }
  await closeBrowser()
})
