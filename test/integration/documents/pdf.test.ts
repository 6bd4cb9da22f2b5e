/** PDFs written by hand, each for its trap, through the converter. */
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { type DocumentContent, documentContentSchema } from '../../../src/shared/document/document.ts'
import { CancelledError } from '../../../src/shared/failure/failure.ts'
import type { Progress } from '../../../src/shared/job/stage.ts'
import { convertPdf } from '../../../src/workers/formats/pdf/convert-pdf.ts'
import { detachedContext, type WorkContext } from '../../../src/workers/runtime/context.ts'
import { corporaOf, noteRead } from '../../support/corpora.ts'
import { distinctSteps } from '../../support/distinct-steps.ts'
import { readPdfManifest, scorePdfCorpus } from '../../support/pdf-corpus.ts'
import { type PdfParts, pdfBytes, textAt } from '../../support/pdf-document.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

async function convertFile(
  file: string,
  outputDir: string | null = null,
  context: WorkContext = detachedContext(),
  password: string | null = null,
): Promise<DocumentContent> {
  const source = { path: file, name: path.basename(file), bytes: readFileSync(file).length }
  return documentContentSchema.parse(await convertPdf(source, { outputDir, password }, context))
}

function convertMade(parts: PdfParts | Buffer, context?: WorkContext): Promise<DocumentContent> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'made.pdf')
    await writeFile(file, Buffer.isBuffer(parts) ? parts : pdfBytes(parts))
    return convertFile(file, null, context)
  })
}

describe('a PDF', () => {
  it('has no image of a page on which too much is drawn, but its text; a map of small lines is drawn', async () => {
    const words = textAt('Words on it', 72, 400)
    const lines = (count: number, length: number): string =>
      Array.from({ length: count }, (_, line) => `${line % 50} 0 m ${length} ${length + (line % 50)} l S`).join('\n')
    const pages = [lines(36_000, 700), lines(5_000, 5)].map((drawn) => ({ content: `${words}\n${drawn}` }))
    await withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'lines.pdf')
      await writeFile(file, pdfBytes({ pages }))
      const content = await convertFile(file, folder)
      expect(content.pages.map(({ text, image }) => [text, image])).toEqual([
        ['Words on it', null],
        ['Words on it', 'pages/0002.webp'],
      ])
      const cause = 'There is too much drawn on it'
      expect(content.warnings).toEqual([
        {
          ...{ code: 'image_failed', page: 1, message: `Page 1 could not be drawn: ${cause}.` },
          noted: { code: 'documents.imageFailed', given: { page: 1, cause } },
        },
      ])
    })
  })

  it('gives text, size, title, language and metadata', async () => {
    const content = await convertMade({
      pages: [{ content: `${textAt('Hello, reader.', 72, 720)} ${textAt('Good-bye.', 72, 700)}`, size: [300, 800] }],
      info: { Title: 'A small file', Author: 'Nobody', CreationDate: 'D:20240102030405Z' },
      language: 'en-GB',
    })
    expect(content).toMatchObject({ title: 'A small file', language: 'en-GB', pageCount: 1, warnings: [] })
    expect(content.metadata).toMatchObject({ author: 'Nobody', creationDate: '2024-01-02T03:04:05.000Z' })
    expect(content.pages[0]).toMatchObject({
      number: 1,
      width: 300,
      height: 800,
      text: 'Hello, reader.\nGood-bye.',
      words: 3,
      ocr: false,
      image: null,
    })
  })

  it('reads turned pages and turned text the way they are held', async () => {
    const sideways = textAt('Along the edge', 40, 100, 12, '0 1 -1 0')
    const content = await convertMade({
      pages: [{ content: `${sideways} ${textAt('Upright', 200, 400)}` }, { content: sideways, rotate: 90 }],
    })
    expect(content.pages.map((page) => page.text)).toEqual(['Upright\n\nAlong the edge', 'Along the edge'])
    expect(content.pages[1]).toMatchObject({ width: 792, height: 612 })
  })

  it('draws each page and its thumbnail as WebP, and counts pages up', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'three.pdf')
      await writeFile(
        file,
        pdfBytes({ pages: [1, 2, 3].map((page) => ({ content: textAt(`Page ${page}`, 72, 400) })) }),
      )
      const heard: Progress[] = []
      const content = await convertFile(file, folder, detachedContext({ progress: (progress) => heard.push(progress) }))
      expect(distinctSteps(heard)).toEqual([0, 1, 2, 3].map((done) => [done, 3, 'pages']))
      for (const page of content.pages) {
        for (const name of [page.image, page.thumbnail]) {
          const bytes = readFileSync(path.join(folder, name ?? ''))
          expect(bytes.toString('latin1', 8, 12)).toBe('WEBP')
        }
      }
      expect(content.pages[2]).toMatchObject({ image: 'pages/0003.webp', thumbnail: 'thumbnails/0003.webp' })
    }))

  it('with a page of a size beyond all screens is drawn within limits', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'huge.pdf')
      await writeFile(file, pdfBytes({ pages: [{ content: textAt('Far', 72, 400), size: [200_000, 200_000] }] }))
      const { pages } = await convertFile(file, folder)
      const bytes = readFileSync(path.join(folder, pages[0]?.image ?? ''))
      expect(bytes.length).toBeLessThan(500_000)
    }))

  it('goes on after a page that cannot be read, and says which', async () => {
    const bytes = pdfBytes({ pages: [1, 2, 3].map((page) => ({ content: textAt(`Page ${page}`, 72, 400) })) })
    const broken = bytes.toString('latin1').replace('7 0 obj\n<< /Type', '7 0 obj\n)< /Type')
    const content = await convertMade(Buffer.from(broken, 'latin1'))
    expect(content.pageCount).toBe(3)
    expect(content.pages.map((page) => [page.number, page.text])).toEqual([
      [1, 'Page 1'],
      [3, 'Page 3'],
    ])
    expect(content.warnings).toMatchObject([{ code: 'page_failed', page: 2 }])
  })

  it('runs no script that is in it', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.storyglassWasHere = true; app.alert\\(1\\)) >>'
    await convertMade({ pages: [{ content: textAt('Quiet', 72, 400) }], catalog: script })
    expect('storyglassWasHere' in globalThis).toBe(false)
  })

  it('stops when it is told to', async () => {
    const abort = new AbortController()
    const context = detachedContext({
      signal: abort.signal,
      progress: () => abort.abort(),
      yieldToEventLoop: () => (abort.signal.aborted ? Promise.reject(new CancelledError()) : Promise.resolve()),
    })
    const pages = [1, 2, 3].map((page) => ({ content: textAt(`Page ${page}`, 72, 400) }))
    await expect(convertMade({ pages }, context)).rejects.toBeInstanceOf(CancelledError)
  })

  it.each([
    ['cut off at its beginning', pdfBytes({ pages: [{ content: '' }] }).subarray(0, 40)],
    ['of other bytes', Buffer.from('%PDF-1.7\n\u0000\u0001 nothing more')],
  ])('%s is refused as damaged', async (_, bytes) => {
    await expect(convertMade(bytes)).rejects.toMatchObject({ reason: 'damaged_document' })
  })
})

describe('PDFs of others', () => {
  const [corpus] = corporaOf('pdf')
  const open = (name: string): Promise<DocumentContent> => convertFile(path.join(corpus.folder, name))
  const textOf = async (name: string): Promise<string> => (await open(name)).pages.map((page) => page.text).join('\n')

  it('that are protected say so, and open with their password or an empty one', async () => {
    await expect(open('libreoffice-writer-password.pdf')).rejects.toMatchObject({ reason: 'encrypted_document' })
    const file = path.join(corpus.folder, 'libreoffice-writer-password.pdf')
    expect((await convertFile(file, null, detachedContext(), 'openpassword')).pages.length).toBeGreaterThan(0)
    await expect(convertFile(file, null, detachedContext(), 'wrong')).rejects.toMatchObject({
      reason: 'encrypted_document',
    })
    expect((await open('r6-empty-password.pdf')).pages).toHaveLength(1)
  })
  it('that are damaged beyond reading say so', async () => {
    for (const name of ['REDHAT-1531897-0.pdf', 'bug1020226.pdf', 'poppler-395-0-fuzzed.pdf']) {
      await expect(open(name), name).rejects.toMatchObject({ reason: 'damaged_document' })
    }
  })
  it('have their outline, with entries that lead nowhere told apart', async () => {
    expect((await open('pdflatex-outline.pdf')).outline[6]).toEqual({ title: 'Foo', page: 3, level: 1 })
    expect((await open('outlines-with-invalid-destinations.pdf')).outline.map((entry) => entry.page)).toContain(null)
  })
  it('that are pictures of text are said to be', async () => {
    expect((await open('imagemagick-images.pdf')).warnings).toContainEqual(
      expect.objectContaining({ code: 'page_without_text', page: 1 }),
    )
  })
  it('with accents, umlauts and character maps that are not in the file are read', async () => {
    expect(await textOf('german-umlaut-r.pdf')).toMatch(/[äöü]/iu)
    expect(await textOf('french_diacritics.pdf')).toMatch(/[éèàç]/iu)
    expect(await textOf('noembed-eucjp.pdf')).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
  })
  it('that lead in circles come to an end', async () => {
    expect((await open('ContentStreamCycleType3insideType3.pdf')).pages).toHaveLength(1)
  })
  it('that are forms give what was filled in', async () => {
    expect(await textOf('annotation-text-widget.pdf')).toMatch(/Hello|abcdef/iu)
  })
  // The large collection takes minutes: `npm run bench:documents -- corpus`.
  it('have the words that poppler reads in them', async () => {
    const texts = readPdfManifest(corpus.folder).filter((entry) => entry.text_words.length > 0)
    const score = await scorePdfCorpus(corpus.folder, (file) => texts.some((entry) => entry.file === file))
    noteRead('pdf', corpus, score.texts)
    expect(score, score.remarks.join('\n')).toMatchObject({ texts: 6, opened: 6, hangs: 0, crashes: 0 })
    expect(score.sumOfF1 / score.texts, score.remarks.join('\n')).toBeGreaterThanOrEqual(0.97)
  })
})
