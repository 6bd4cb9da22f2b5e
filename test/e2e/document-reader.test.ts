/** The reader of documents in a real Chromium: markup that means harm, text that is copied, links, keys, narrow windows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageReading } from '../../src/shared/document/reading.ts'
import { browser, dropFile, openWindow, type RunningEngine, startEngine } from '../support/app.ts'
import { violations } from '../support/axe.ts'
import { pdfBytes, textAt } from '../support/pdf-document.ts'

/** A machine that is busy takes its time. */
const patient = { timeout: 60_000 }

let folder: string
let engine: RunningEngine
/** Hashes of a page of markup and of a PDF of three pages, both read to their end. */
let markupPath: string
let pdfPath: string

const lines = ['The harbour had a remark-', 'able year, and the pilots', 'said so.']

async function readToItsEnd(page: Page, file: string): Promise<string> {
  await dropFile(page, file)
  await page.waitForURL(/#\/documents\//, patient)
  await page.getByTestId('document-reader').and(page.locator('[data-status=completed]')).waitFor(patient)
  const hash = new URL(page.url()).hash.replace(/\/p\d+.*$/, '')
  await page.evaluate(() => {
    window.location.hash = '#/'
  })
  await page.getByTestId('drop-zone').waitFor()
  return hash
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'storyglass-reader-'))
  const markup = path.join(folder, 'page.html')
  writeFileSync(markup, '<h1>A page</h1><p>Its words.</p>')
  const pdf = path.join(folder, 'year.pdf')
  const body = lines.map((line, place) => textAt(line, 72, 700 - 16 * place)).join('\n')
  const pages = [body, textAt('The second page of the year.', 72, 700), textAt('The third page.', 72, 700)]
  writeFileSync(pdf, pdfBytes({ pages: pages.map((content) => ({ content })) }))
  engine = await startEngine(path.join(folder, 'data'))
  const { page, context } = await openWindow(engine.address)
  markupPath = await readToItsEnd(page, markup)
  pdfPath = await readToItsEnd(page, pdf)
  await context.close()
})

afterAll(async () => {
  await engine?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a document whose pages arrive as the engine would never leave them. */
async function openChanged(page: Page, hash: string, change: (reading: PageReading) => PageReading): Promise<void> {
  await page.route('**/api/documents/page', async (route: Route) => {
    const answer = (await (await route.fetch()).json()) as { ok: boolean; output: PageReading }
    await route.fulfill({ json: { ...answer, output: change(answer.output) } })
  })
  await page.evaluate((place) => {
    window.location.hash = place
  }, hash)
}

/** Before the window closes: a page that is still being changed would come after it, as an error of no test. */
function noMoreChanged(page: Page): Promise<void> {
  return page.unrouteAll({ behavior: 'wait' })
}

function isInSight(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })
}

const hostile = `<h1 class="title takeover">Harmless</h1>
<script>window.harm = 'script'</script><style>body { display: none !important }</style>
<img src="https://evil.invalid/pixel.png" alt="a picture" onerror="window.harm = 'onerror'">
<img src="x" onerror="window.harm = 'onerror of nothing'"><img src="//evil.invalid/2.png"><img src="../../api/x">
<img srcset="https://evil.invalid/3.png 2x" src="data:image/svg+xml,<svg onload=alert(1)>">
<svg onload="window.harm = 'svg'"><script>window.harm = 'svg script'</script><text>drawn</text></svg>
<math><mtext><table><mglyph><style><img src=x onerror="window.harm = 'mutation'"></style></mglyph></table></mtext></math>
<p style="position:fixed;inset:0;background:url(https://evil.invalid/4.png)" onclick="window.harm = 'click'" id="root">Words</p>
<a href="javascript:window.harm='link'">A link</a> <a href="https://evil.invalid/" target="_top">An outside link</a>
<form action="https://evil.invalid/"><input name="q" autofocus onfocus="window.harm = 'focus'"><button>Send</button></form>
<iframe src="https://evil.invalid/frame" srcdoc="<script>parent.harm = 'frame'</script>"></iframe>
<object data="https://evil.invalid/o"></object><embed src="https://evil.invalid/e"><video src="https://evil.invalid/v"></video>
<base href="https://evil.invalid/"><meta http-equiv="refresh" content="0;url=https://evil.invalid/"><link rel="stylesheet" href="https://evil.invalid/s.css">
<template shadowrootmode="open"><script>window.harm = 'template'</script></template>
<p>Last words</p>`

describe.each([
  ['under the window’s own policy', false],
  ['even without any policy', true],
])('markup that means harm, %s', (_name, bypassCSP) => {
  it('is shown as text, and neither runs, styles, fetches nor leads anywhere', async () => {
    const context = await (await browser()).newContext({ bypassCSP, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const outside: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('evil.invalid')) outside.push(request.url())
    })
    await page.goto(engine.address)
    await openChanged(page, markupPath, (reading) => ({ ...reading, page: { ...reading.page, html: hostile } }))
    const content = page.getByTestId('flow-content')
    await content.getByText('Last words').waitFor(patient)
    await content.getByText('A link', { exact: true }).click()
    await content.getByText('Words', { exact: true }).click()
    await content.getByText('An outside link').click()
    await expect.poll(() => page.getByTestId('outside-address').textContent()).toBe('https://evil.invalid/')
    // Whatever would run or be fetched has had its time.
    await page.waitForTimeout(300)
    const found = await page.evaluate(() => {
      const root = document.querySelector('[data-testid=flow-content]')?.shadowRoot
      const elements = [...(root?.querySelectorAll('*') ?? [])]
      return {
        harm: (window as unknown as { harm?: string }).harm ?? null,
        tags: [...new Set(elements.map((element) => element.localName))].sort(),
        attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))].sort(),
        visible: getComputedStyle(document.body).display,
      }
    })
    expect(found).toEqual({
      harm: null,
      tags: ['div', 'h1', 'p', 'span'],
      attributes: ['class', 'data-address', 'role', 'tabindex', 'title'],
      visible: 'block',
    })
    expect(outside).toEqual([])
    expect(new URL(page.url()).hash.startsWith(markupPath)).toBe(true)
    await noMoreChanged(page)
    await context.close()
  })
})

describe('markup set as text', () => {
  it('has what is found marked in it, and links within it followed', async () => {
    const { page, context, problems } = await openWindow(engine.address)
    const far = '<p>Between.</p>'.repeat(120)
    const html = `<p>See <a href="#doc-end">the <b>end</b></a>, dear rea<i>der</i>.</p>${far}<h2 id="doc-end">The end, reader</h2>`
    const text = `See the end, dear reader.\n\n${'Between.\n\n'.repeat(120)}The end, reader`
    await openChanged(page, markupPath, (reading) => ({ ...reading, page: { ...reading.page, html, text } }))
    const link = page.getByTestId('flow-content').getByRole('link', { name: 'the end' })
    await link.waitFor(patient)
    await page.route('**/api/documents/search', (route) => {
      const hits = [...text.matchAll(/reader/g)].map(({ index }) => ({
        page: 1,
        start: index,
        end: index + 6,
        snippet: 'reader',
        snippetStart: 0,
        snippetEnd: 6,
      }))
      return route.fulfill({ json: { ok: true, output: { hits, total: hits.length } } })
    })
    await page.keyboard.press('Control+f')
    await page.keyboard.type('reader')
    await page.getByTestId('find-count').getByText('1 of 2', { exact: true }).waitFor()
    const marked = (name: string): Promise<string[]> =>
      page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.toString()), name)
    await expect.poll(() => marked('document-current')).toEqual(['reader'])
    expect(await marked('document-hit')).toEqual(['reader'])
    await page.keyboard.press('Enter')
    const end = page.getByTestId('flow-content').getByRole('heading', { name: 'The end' })
    await expect.poll(() => isInSight(end)).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('k')
    await link.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => isInSight(end)).toBe(true)
    expect(problems).toEqual([])
    await noMoreChanged(page)
    await context.close()
  })
})

describe('the text over a page', () => {
  it('is copied as the document reads: over lines, broken words whole', async () => {
    const { page, context, problems } = await openWindow(engine.address)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate((place) => {
      window.location.hash = place
    }, pdfPath)
    const layer = page.locator('[data-text-layer="1"]')
    await layer.getByText('able year').waitFor(patient)
    await layer.evaluate((element) => {
      const drawn = [...element.querySelectorAll('[data-line]')]
      const last = drawn.at(-1)
      const first = drawn.find((line) => line.textContent?.includes('harbour'))
      if (first && last) document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
    })
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.replace(/\n/g, ' ')).toBe('The harbour had a remarkable year, and the pilots said so.')
    expect(problems).toEqual([])
    await context.close()
  })

  it('lies over the words it stands for: a double click on a mark selects what was found', async () => {
    const { page, context } = await openWindow(engine.address)
    await page.evaluate((place) => {
      window.location.hash = `${place}?find=pilots`
    }, pdfPath)
    const mark = page.getByTestId('mark-current')
    await mark.waitFor(patient)
    await page.locator('[data-text-layer="1"] [data-line]').first().waitFor()
    const box = await mark.boundingBox()
    if (box === null) throw new Error('the mark is not in sight')
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
    expect((await page.evaluate(() => document.getSelection()?.toString()))?.trim()).toBe('pilots')
    await context.close()
  })
})

describe('an address with words to find', () => {
  it('leads to the first of them on its page or after it, not to those before', async () => {
    const { page, context, problems } = await openWindow(engine.address)
    await page.evaluate((place) => {
      window.location.hash = `${place}/p3?find=page`
    }, pdfPath)
    await page.getByTestId('find-count').getByText('2 of 2', { exact: true }).waitFor(patient)
    await expect.poll(() => page.getByTestId('page-field').inputValue(), patient).toBe('3')
    await page.getByTestId('mark-current').waitFor()
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('links on a page', () => {
  it('lead to a page of the document, or only tell their address', async () => {
    const { page, context, problems } = await openWindow(engine.address)
    await openChanged(page, pdfPath, (reading) => ({
      ...reading,
      page: {
        ...reading.page,
        links: [
          { box: [72, 300, 200, 320], url: 'https://example.org/a?b=c', page: null },
          { box: [72, 340, 200, 360], url: null, page: 3 },
        ],
      },
    }))
    await page.getByTestId('outside-link').first().click()
    await expect.poll(() => page.getByTestId('outside-address').textContent()).toBe('https://example.org/a?b=c')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByTestId('outside-address').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Go to page 3' }).first().click()
    await expect.poll(() => page.getByTestId('page-field').inputValue()).toBe('3')
    await page.goBack()
    await expect.poll(() => page.getByTestId('page-field').inputValue()).toBe('1')
    expect(problems).toEqual([])
    await noMoreChanged(page)
    await context.close()
  })
})

describe('by keyboard alone', () => {
  it('pages are turned, named, made larger, and searched', async () => {
    const { page, context, problems } = await openWindow(engine.address)
    await page.evaluate((place) => {
      window.location.hash = place
    }, pdfPath)
    const field = page.getByTestId('page-field')
    await page.locator('[data-page="1"][data-ready]').waitFor(patient)
    await page.keyboard.press('j')
    await expect.poll(() => field.inputValue()).toBe('2')
    await page.keyboard.press('k')
    await expect.poll(() => field.inputValue()).toBe('1')
    await page.keyboard.press('p')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('3')
    await page.keyboard.press('Escape')
    const before = await page.getByTestId('zoom').textContent()
    await page.keyboard.press('Control+=')
    await expect.poll(() => page.getByTestId('zoom').textContent()).not.toBe(before)
    await expect.poll(() => field.inputValue()).toBe('3')
    await page.keyboard.press('Control+0')
    await expect.poll(() => page.getByTestId('zoom').textContent()).toBe(before)

    await page.keyboard.press('Control+f')
    await page.keyboard.type('page')
    await page.getByTestId('find-count').getByText('2 of 2', { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByTestId('find-count').getByText('1 of 2', { exact: true }).waitFor()
    await expect.poll(() => field.inputValue()).toBe('2')
    await page.keyboard.press('Shift+Enter')
    await page.getByTestId('find-count').getByText('2 of 2', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('find-bar').waitFor({ state: 'hidden' })
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('on a narrow window', () => {
  it('panels lie over the pages and make room once they were used; nothing is wider than the window', async () => {
    const { page, context, problems } = await openWindow(engine.address, { width: 360, height: 740 })
    await page.evaluate((place) => {
      window.location.hash = place
    }, pdfPath)
    await page.locator('[data-page="1"][data-ready]').waitFor(patient)
    await expect.poll(() => page.getByTestId('side-panel').count()).toBe(0)
    await page.getByTestId('toggle-panel').click()
    await page.getByTestId('thumbnails').getByRole('link', { name: 'Page 2' }).click()
    await page.getByTestId('side-panel').waitFor({ state: 'hidden' })
    await expect.poll(() => page.getByTestId('page-field').inputValue()).toBe('2')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
    expect(problems).toEqual([])
    await context.close()
  })
})
