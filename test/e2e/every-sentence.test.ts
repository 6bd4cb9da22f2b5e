/**
 * Every scene of the gallery in the pseudo-language: what is still written in plain letters is of the samples, or a
 * sentence that stands in no catalogue.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { scenes } from '../../dev/gallery/scenes.ts'
import { browser } from '../support/app.ts'
import { projectRoot } from '../support/command-line.ts'

/** Written by `Intl` in the locale the pseudo-language borrows. */
const day = /^\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?$/u
/** Names of units and of the program, which no language changes; what an evidence query of the gallery answers. */
const sameEverywhere = /^(?:Storyglass|kB|MB|GB|CSV|TSV|PDF|HTML|JSON|SQL)$/u

/** What the engine that is none says and holds, as its source has it. */
function samplesText(): string {
  const folder = path.join(projectRoot, 'dev/gallery')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
    .replace(/\s+/gu, ' ')
}

/** Each text that the data of the scenes holds, once: thousands of jobs repeat theirs. */
function dataTexts(): string {
  const found = new Set<string>()
  const gather = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') found.add(String(value))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, held] of Object.entries(value)) {
        found.add(key)
        gather(held)
      }
    }
  }
  for (const { engine } of Object.values(scenes)) gather(engine)
  return [...found].join('\n')
}

async function serveGallery(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'scripts/gallery.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = ''
  for await (const chunk of child.stdout) {
    told += String(chunk)
    const address = /Gallery at (\S+)/u.exec(told)?.[1]
    if (address !== undefined) return { address, stop: () => child.kill() }
  }
  throw new Error('The gallery was not served')
}

/** Texts and spoken attributes of the page, as a person is given them. */
function readable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
          texts.push(node.getAttribute(name) ?? '')
        }
      } else if (node.parentElement?.closest('script, style, [data-testid=hits] a') === null)
        texts.push(node.textContent ?? '')
    }
    return texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '')
  })
}

/** The texts of a page once it has come to rest: five looks alike, or forty where something goes on changing. */
async function settled(page: Page): Promise<string[]> {
  let texts = await readable(page)
  for (let look = 0, quiet = 0; look < 40 && quiet < 5; look += 1) {
    await page.waitForTimeout(60)
    const now = await readable(page)
    quiet = now.join('\n') === texts.join('\n') ? quiet + 1 : 0
    texts = now
  }
  return texts
}

it('no screen has a sentence that is in no catalogue', { timeout: 900_000 }, async () => {
  const samples = `${samplesText()}\n${dataTexts()}`
  // Names the samples are numbered with are cut at their numbers, lists at their commas.
  const pieces = (text: string): string[] =>
    text.replace(/^…\s*/u, '').split(/\s*export-\d+\.csv|[\s,.:]*\d[\d.,]*\s*|[:,] /u)
  const spaced = samples.replaceAll('_', ' ')
  const known = new Map<string, boolean>()
  const isSample = (text: string): boolean => {
    const before = known.get(text)
    if (before !== undefined) return before
    const isThere = samples.includes(text) || spaced.includes(text)
    known.set(text, isThere)
    return isThere
  }
  const isData = (text: string): boolean =>
    sameEverywhere.test(text) || day.test(text) || isSample(text) || pieces(text).every(isSample)
  const gallery = await serveGallery()
  const left: string[] = []
  let pseudo = 0
  try {
    const context = await (await browser()).newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    for (const [name, { address }] of Object.entries(scenes)) {
      await page.goto(`${gallery.address}?scene=${name}&language=en-XA${address}`)
      await page.waitForFunction(() => document.documentElement.lang === 'en-XA')
      for (const text of await settled(page)) {
        if (text.includes('⟦')) pseudo += 1
        else if (/[A-Za-z]{2}/u.test(text) && !isData(text)) left.push(`${name}: ${text}`)
      }
    }
    await context.close()
  } finally {
    gallery.stop()
  }
  expect(pseudo).toBeGreaterThan(1000)
  expect(left).toEqual([])
})
