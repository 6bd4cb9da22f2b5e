import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mutations, randomOf, writeDamagedPackage } from '../../support/hostile/mutations.ts'
import { createSweeper, faults, type Swept } from '../../support/hostile/sweep.ts'
import { pdfBytes, textAt } from '../../support/pdf-document.ts'
import { heading, paragraph, writeWordDocument } from '../../support/word-document.ts'

// `npm run test:hostile-documents` does the same with the corpora and documents made to exhaust.
const folder = mkdtempSync(path.join(tmpdir(), 'storyglass-hostile-test-'))
const sweeper = createSweeper()
const lines = Array.from({ length: 30 }, (_, line) =>
  textAt(`Line ${line} of a page about lakes.`, 72, 720 - 20 * line),
)
let word = ''

beforeAll(async () => {
  const body = `${heading(1, 'Lakes')}${paragraph('Deep &amp; cold.').repeat(20)}<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`
  word = (await writeWordDocument(folder, body)).path
})

afterAll(async () => {
  await sweeper.close()
  rmSync(folder, { recursive: true, force: true })
})

async function sweep(name: string, bytes: Buffer | string): Promise<Swept> {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return sweeper.read(file, name, name)
}

const faulty = (swept: readonly Swept[]): string[] =>
  swept
    .filter(({ verdict }) => faults.includes(verdict))
    .map(({ label, verdict, detail }) => `${label} ${verdict}: ${detail}`)

describe('a document that is damaged', () => {
  it('is read as far as it goes or refused with a clear reason, in every way it can be damaged', async () => {
    const pdf = pdfBytes({ pages: [{ content: lines.join('\n') }, { content: lines.join('\n') }] })
    const swept = [await sweep('sound.pdf', pdf), await sweep('sound.docx', readFileSync(word))]
    expect(swept.map(({ verdict, detail }) => `${verdict} ${detail}`)).toEqual([
      'read pdf, 2 pages',
      'read docx, 1 pages',
    ])
    for (const [index, mutation] of mutations.entries()) {
      swept.push(await sweep(`${index}.pdf`, mutation.apply(pdf, randomOf(index, 'pdf'))))
      swept.push(await sweep(`${index}.docx`, mutation.apply(readFileSync(word), randomOf(index, 'docx'))))
      const within = path.join(folder, 'within.docx')
      expect(await writeDamagedPackage(word, within, mutation, randomOf(index, 'within'))).toBe(true)
      swept.push(await sweeper.read(within, 'within.docx', `${mutation.name} within`))
    }
    expect(faulty(swept)).toEqual([])
    // The damage is damage: some of them cannot be read.
    expect(swept.some(({ verdict }) => verdict === 'refused')).toBe(true)
  })
})

describe('a PDF whose objects are gone', () => {
  // pdf.js leaves promises behind that fail, and nobody waits for: they ended the whole thread.
  it('is read as far as it goes, whatever pdf.js gives up on the way', async () => {
    const pdf = pdfBytes({ pages: Array.from({ length: 4 }, () => ({ content: lines.slice(0, 6).join('\n') })) })
    const swept: Swept[] = []
    for (let at = 200; at < pdf.length - 1_024; at += 250) {
      swept.push(await sweep(`zeros-${at}.pdf`, Buffer.from(pdf).fill(0, at, at + 1_024)))
    }
    expect(faulty(swept)).toEqual([])
  })
})

describe('a document that was made to exhaust', () => {
  it.each<[string, string]>([
    ['nested.html', '<div>'.repeat(100_000)],
    ['spans.html', `<table>${'<tr><td colspan=9999999 rowspan=9999999>x</td></tr>'.repeat(200)}</table>`],
    ['picture.html', `<!doctype html><img src="data:image/png;base64,${'A'.repeat(2_000_000)}"><p>x</p>`],
    ['brackets.md', '['.repeat(20_000)],
    ['quotes.md', `${'>'.repeat(10_000)} x`],
    ['one-line.txt', 'word '.repeat(400_000)],
    ['no-space.txt', 'x'.repeat(400_000)],
    [
      'states.pdf',
      pdfBytes({ pages: [{ content: `${'q '.repeat(1_000)}${textAt('x', 10, 10)}` }] }).toString('latin1'),
    ],
  ])('%s', async (name, content) => {
    expect(faulty([await sweep(name, Buffer.from(content, 'latin1'))])).toEqual([])
  })
})
