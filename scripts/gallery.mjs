// Builds the gallery and serves it on loopback under the product's content policy; with `--shots DIR [SCENE...]` it
// takes a screenshot of each scene instead (light and dark; a phone, a laptop and a very wide screen) and reports what
// the page and axe-core complained of, and what is wider than its window.
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { samplePage } from '../dev/gallery/sample-document.ts'
import { drawSamplePage } from '../dev/gallery/sample-page-picture.ts'

const root = path.dirname(import.meta.dirname)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shots: { type: 'string' },
    axe: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
})

const policy =
  "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const sizes = { phone: [360, 780], laptop: [1440, 900], wide: [2560, 1300] }

const output = mkdtempSync(path.join(tmpdir(), 'storyglass-gallery-'))
process.on('exit', () => rmSync(output, { recursive: true, force: true }))
await build({
  root: path.join(root, 'dev/gallery'),
  configFile: false,
  logLevel: 'warn',
  base: './',
  plugins: [react()],
  build: {
    outDir: output,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: path.join(root, 'dev/gallery/index.html') },
  },
})

/** Pages of documents that do not exist are drawn when they are asked for, whatever the ending of their address. */
const pagePattern = /\/documents\/[\w-]+\/(?:pages|thumbnails)\/(\d+)\.webp$/

const server = createServer((request, response) => {
  const name = path.normalize(new URL(request.url ?? '/', 'http://gallery').pathname)
  const page = pagePattern.exec(name)?.[1]
  if (page !== undefined) {
    const picture = drawSamplePage(samplePage(Number(page)))
    response.writeHead(200, { 'Content-Type': 'image/svg+xml', 'Content-Security-Policy': policy }).end(picture)
    return
  }
  const file = path.join(output, name.endsWith('/') ? `${name}index.html` : name)
  if (!file.startsWith(output) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end()
    return
  }
  const type = types[path.extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy })
  createReadStream(file).pipe(response)
})
await new Promise((resolve) => server.listen(Number(values.port), '127.0.0.1', resolve))
const address = `http://127.0.0.1:${server.address().port}/index.html`

if (values.shots === undefined) process.stdout.write(`Gallery at ${address}\n`)
else {
  await shoot(path.resolve(values.shots), positionals)
  server.close()
}

async function shoot(folder, wanted) {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.STORYGLASS_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const list = await browser.newPage()
  await list.goto(address)
  const links = await list.$$eval('a', (found) => found.map((link) => link.getAttribute('href') ?? ''))
  await list.close()
  for (const link of links) {
    const scene = new URLSearchParams(link.slice(1).split('#')[0]).get('scene')
    if (wanted.length > 0 && !wanted.includes(scene)) continue
    for (const colorScheme of ['light', 'dark']) {
      for (const [size, [width, height]] of Object.entries(sizes)) {
        if (colorScheme === 'dark' && size !== 'laptop') continue
        const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: values.axe })
        const page = await context.newPage()
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) process.stdout.write(`${scene}: ${message.text()}\n`)
        })
        page.on('pageerror', (error) => process.stdout.write(`${scene}: ${error.stack}\n`))
        await page.goto(address.replace('/index.html', `/index.html${link}`))
        await page.waitForTimeout(1500)
        // Charts wait until they come near the window; a print shows all of them, and so does a picture of it all.
        await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
        await page.waitForTimeout(500)
        const across = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (across > 0) process.stdout.write(`${scene} ${size}: ${across} px too wide\n`)
        if (values.axe) await complain(page, `${scene} ${colorScheme} ${size}`)
        const fullPage = /story|home-used/.test(scene) && scene !== 'story-forty'
        await page.screenshot({ path: path.join(folder, `${scene}-${colorScheme}-${size}.png`), fullPage })
        await context.close()
      }
    }
  }
  await browser.close()
}

/** Prints what axe-core finds wrong with the page as it stands. */
async function complain(page, where) {
  await page.addScriptTag({ content: axe })
  const violations = await page.evaluate(async () => (await window.axe.run()).violations)
  for (const { id, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      process.stdout.write(`${where}: ${id} at ${target}: ${failureSummary.replaceAll('\n', ' ')}\n`)
    }
  }
}
