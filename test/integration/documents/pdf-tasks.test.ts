/** The three tasks a PDF is read by, on files written by hand for their traps: what they leave in the reading's folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type DocumentContent,
  documentContentSchema,
  openedDocumentSchema,
} from '../../../src/shared/document/document.ts'
import { type DocumentPart, documentPartSchema, linesFile, partFile } from '../../../src/shared/document/part.ts'
import { type TextLine, textLineSchema } from '../../../src/shared/document/reading.ts'
import type { Progress } from '../../../src/shared/job/stage.ts'
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { assembleDocument } from '../../../src/workers/tasks/document-assemble.ts'
import { openDocument } from '../../../src/workers/tasks/document-open.ts'
import { readPages } from '../../../src/workers/tasks/document-pages.ts'
import { distinctSteps } from '../../support/distinct-steps.ts'
import { type PdfParts, pdfBytes, textAt } from '../../support/pdf-document.ts'
import { withTemporaryFolder } from '../../support/temporary.ts'

interface Reading {
  readonly folder: string
  readonly content: DocumentContent
  part(number: number): DocumentPart
  lines(number: number): TextLine[]
}

type Source = Parameters<typeof openDocument>[0]['source']

async function withSource<Result>(
  pdf: PdfParts | Buffer,
  use: (source: Source, folder: string) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder(async (folder) => {
    const bytes = Buffer.isBuffer(pdf) ? pdf : pdfBytes(pdf)
    const file = path.join(folder, 'made.pdf')
    await writeFile(file, bytes)
    const outputDir = path.join(folder, 'reading')
    await mkdir(outputDir)
    return use({ path: file, name: 'made.pdf', bytes: bytes.length }, outputDir)
  })
}

/** Opened, read and assembled as the engine does it. */
function withReading(pdf: PdfParts | Buffer, use: (reading: Reading) => void | Promise<void>): Promise<void> {
  return withSource(pdf, async (source, outputDir) => {
    const opened = openedDocumentSchema.parse(await openDocument({ source, password: null }, detachedContext()))
    const pages = opened.pages.map((page) => page.number)
    await readPages({ source, kind: 'pdf', password: null, outputDir, pages }, detachedContext())
    const content = documentContentSchema.parse(await assembleDocument({ outputDir, opened }, detachedContext()))
    const read = (name: string): unknown => JSON.parse(readFileSync(path.join(outputDir, name), 'utf8'))
    await use({
      folder: outputDir,
      content,
      part: (number) => documentPartSchema.parse(read(partFile(number))),
      lines: (number) => z.array(textLineSchema).parse(read(linesFile(number))),
    })
  })
}

const bodyOf = ({ content, lines }: Reading, number: number): string[] => {
  const text = content.pages.find((page) => page.number === number)?.text ?? ''
  return lines(number).map((line) => (line.start === null ? '' : text.slice(line.start, line.end ?? 0)))
}

describe('a PDF opened', () => {
  it('tells the size of every page as it is seen, and what it calls itself', () =>
    withSource(
      {
        pages: [{ content: '' }, { content: '', rotate: 90 }, { content: '', size: [300, 400] }],
        catalog: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >>] >>',
        info: { Title: 'Three pages' },
      },
      async (source) => {
        const opened = openedDocumentSchema.parse(await openDocument({ source, password: null }, detachedContext()))
        expect(opened).toMatchObject({ kind: 'pdf', title: 'Three pages', pageCount: 3, warnings: [] })
        expect(opened.pages).toEqual([
          { number: 1, label: 'i', width: 612, height: 792 },
          { number: 2, label: 'ii', width: 792, height: 612 },
          { number: 3, label: '1', width: 300, height: 400 },
        ])
      },
    ))

  it('with two thousand pages is told of as a whole', () =>
    withSource({ pages: Array.from({ length: 2_000 }, () => ({ content: '' })) }, async (source) => {
      const opened = await openDocument({ source, password: null }, detachedContext())
      expect(opened.pages).toHaveLength(2_000)
      expect(opened.pages[1_999]).toEqual({ number: 2_000, label: null, width: 612, height: 792 })
    }))

  it('that claims more pages than it has is told of within limits', () => {
    const bytes = pdfBytes({ pages: [{ content: textAt('One', 72, 400) }] }).toString('latin1')
    const claims = Buffer.from(bytes.replace('/Count 1 ', '/Count 2000000000 '), 'latin1')
    return withSource(claims, async (source) => {
      const opened = await openDocument({ source, password: null }, detachedContext())
      expect(opened.pages.length).toBeLessThanOrEqual(10_000)
      expect(opened.pages[0]).toMatchObject({ number: 1, width: 612 })
    })
  })

  it('is one of flowed text only by its kind', () =>
    withTemporaryFolder(async (folder) => {
      const file = path.join(folder, 'notes.md')
      await writeFile(file, '# Notes\n\nSome words.\n')
      const source = { path: file, name: 'notes.md', bytes: 21 }
      expect(await openDocument({ source, password: null }, detachedContext())).toMatchObject({
        kind: 'markdown',
        pages: [],
      })
    }))
})

describe('pages of a PDF', () => {
  it('leave a part each, after their images, and are counted', () =>
    withSource(
      { pages: [1, 2, 3, 4].map((page) => ({ content: textAt(`Page ${page}`, 72, 400) })) },
      async (source, outputDir) => {
        const heard: Progress[] = []
        const context = detachedContext({
          progress: (progress) => {
            heard.push(progress)
            // What is counted is there.
            expect(readdirSync(path.join(outputDir, 'parts'))).toHaveLength(progress.done)
          },
        })
        await readPages({ source, kind: 'pdf', password: null, outputDir, pages: [2, 4] }, context)
        expect(distinctSteps(heard)).toEqual([0, 1, 2].map((done) => [done, 2, 'pages']))
        for (const folder of ['pages', 'thumbnails']) {
          expect(readdirSync(path.join(outputDir, folder)).sort()).toEqual(['0002.webp', '0004.webp'])
        }
        expect(readdirSync(path.join(outputDir, 'parts')).sort()).toEqual(['0002.json', '0004.json'])
      },
    ))

  it('can be read from their part alone, each line where it stands', () =>
    withReading(
      { pages: [{ content: `${textAt('A good exam-', 72, 700)} ${textAt('ple of it.', 72, 686)}` }] },
      ({ part, folder }) => {
        const { reading, blocks } = part(1)
        expect(reading?.page).toMatchObject({ number: 1, text: 'A good example\nof it.', image: 'pages/0001.webp' })
        expect(blocks).toEqual([2])
        expect(reading?.lines.map((line) => [line.text, line.start, line.end])).toEqual([
          ['A good exam-', 0, 14],
          ['ple of it.', 11, 21],
        ])
        const [left, top, right, bottom] = reading?.lines[0]?.box ?? [0, 0, 0, 0]
        expect(left).toBeCloseTo(72, 0)
        // The baseline is 92 points from the top of the page.
        expect(top).toBeLessThan(92)
        expect(bottom).toBeGreaterThan(92)
        expect(right).toBeGreaterThan(130)
        expect(existsSync(path.join(folder, 'pages/0001.webp'))).toBe(true)
      },
    ))

  it('are turned as they are seen', () =>
    withReading(
      {
        pages: [
          { content: textAt('Along the edge', 40, 100, 12, '0 1 -1 0') },
          { content: textAt('On its side', 72, 700), rotate: 90 },
        ],
      },
      ({ lines, content }) => {
        const [along] = lines(1)
        expect(along).toMatchObject({ text: 'Along the edge', angle: 270 })
        // Written upwards from (40, 100) in the PDF's coordinates: 692 points from the top.
        expect(along?.box[0]).toBeGreaterThan(28)
        expect(along?.box[2]).toBeLessThan(44)
        expect(along?.box[3]).toBeCloseTo(692, 0)
        const [side] = lines(2)
        expect(side).toMatchObject({ text: 'On its side', angle: 90 })
        expect(content.pages[1]).toMatchObject({ width: 792, height: 612 })
        expect(side?.box[0]).toBeGreaterThan(690)
      },
    ))

  it('that cannot be read cost themselves and no other', async () => {
    const bytes = pdfBytes({ pages: [1, 2, 3].map((page) => ({ content: textAt(`Page ${page}`, 72, 400) })) })
    const broken = Buffer.from(bytes.toString('latin1').replace('7 0 obj\n<< /Type', '7 0 obj\n)< /Type'), 'latin1')
    await withReading(broken, ({ content, part }) => {
      expect(part(2)).toMatchObject({ reading: null, warnings: [{ code: 'page_failed', page: 2 }] })
      expect(content.pages.map((page) => page.text)).toEqual(['Page 1', 'Page 3'])
      expect(content.warnings).toMatchObject([{ code: 'page_failed', page: 2 }])
    })
  })

  it('with an image of more pixels than there is memory for are read without it', async () => {
    const image =
      'q 100 0 0 100 72 72 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB /F /Fl ID x\u009c\u0003\u0000\u0000\u0000\u0000\u0001 EI Q'
    await withReading({ pages: [{ content: `${image} ${textAt('Still here', 72, 400)}` }] }, ({ content }) => {
      expect(content.pages[0]?.text).toContain('Still here')
    })
  })

  it('that are photographs are drawn in their colours', async () => {
    const canvas = createCanvas(64, 64)
    const drawing = canvas.getContext('2d')
    drawing.fillStyle = 'rgb(200 40 20)'
    drawing.fillRect(0, 0, 64, 64)
    const jpeg = canvas.encodeSync('jpeg', 95).toString('latin1')
    const content = `q 612 0 0 792 0 0 cm /Picture Do Q`
    const made = pdfBytes({
      pages: [{ content }],
      objects: {
        Picture: `<< /Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg}\nendstream`,
      },
    })
    await withReading(made, async ({ folder }) => {
      const { loadImage } = await import('@napi-rs/canvas')
      const image = await loadImage(path.join(folder, 'thumbnails/0001.webp'))
      const seen = createCanvas(1, 1).getContext('2d')
      seen.drawImage(image, 0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = seen.getImageData(0, 0, 1, 1).data
      expect(Math.abs(red - 200) + Math.abs(green - 40) + Math.abs(blue - 20)).toBeLessThan(30)
    })
  })
})

describe('a document assembled', () => {
  const report = (page: number): string =>
    [
      textAt('Annual report of the harbours', 72, 760),
      textAt(`What page number ${['one', 'two', 'three'][page - 1]} says.`, 72, 500),
      textAt(`Page ${page} of 3`, 280, 30),
    ].join(' ')

  it('sets running heads apart, in its text and in its lines', () =>
    withReading({ pages: [1, 2, 3].map((page) => ({ content: report(page) })) }, (reading) => {
      const { content, lines, part } = reading
      expect(content.pages.map(({ header, text, footer }) => [header, text, footer])).toEqual(
        ['one', 'two', 'three'].map((name, index) => [
          'Annual report of the harbours',
          `What page number ${name} says.`,
          `Page ${index + 1} of 3`,
        ]),
      )
      expect(lines(2).map((line) => [line.text, line.start])).toEqual([
        ['Annual report of the harbours', null],
        ['What page number two says.', 0],
        ['Page 2 of 3', null],
      ])
      expect(bodyOf(reading, 2)).toEqual(['', 'What page number two says.', ''])
      // While the others were not known, the page had them in its text.
      expect(part(2).reading?.page.text).toContain('Annual report')
      expect(content.pages[1]?.words).toBe(14)
    }))

  it('reads columns one after another, words broken over lines whole', () =>
    withReading(
      {
        pages: [
          {
            content: [
              'The first column has a beau-',
              'tiful word that is broken',
              'over two of its long lines',
              'and so on to its very end.',
            ]
              .map((line, index) => textAt(line, 60, 700 - 14 * index, 11))
              .concat(
                [
                  'The second column stands be-',
                  'side it and is read after',
                  'the first one has come to',
                  'its end, as people do.',
                ].map((line, index) => textAt(line, 330, 700 - 14 * index, 11)),
              )
              .join(' '),
          },
        ],
      },
      (reading) => {
        const text = reading.content.pages[0]?.text ?? ''
        expect(text).toMatch(/^The first column has a beautiful\nword .*end\.\n\nThe second column stands beside\nit/su)
        const letters = (words: string): string => words.replaceAll(/[^a-z]/giu, '')
        const found = bodyOf(reading, 1)
        for (const [index, line] of reading.lines(1).entries()) {
          expect(letters(found[index] ?? '')).toContain(letters(line.text))
        }
      },
    ))

  it('may be made again, and comes out the same', () =>
    withSource({ pages: [1, 2, 3].map((page) => ({ content: report(page) })) }, async (source, outputDir) => {
      const opened = await openDocument({ source, password: null }, detachedContext())
      await readPages({ source, kind: 'pdf', password: null, outputDir, pages: [1, 2, 3] }, detachedContext())
      const first = await assembleDocument({ outputDir, opened }, detachedContext())
      expect(await assembleDocument({ outputDir, opened }, detachedContext())).toEqual(first)
    }))

  it('says of a part that is gone that its page failed, and of none that it is damaged', () =>
    withSource({ pages: [1, 2].map((page) => ({ content: report(page) })) }, async (source, outputDir) => {
      const opened = await openDocument({ source, password: null }, detachedContext())
      await readPages({ source, kind: 'pdf', password: null, outputDir, pages: [1, 2] }, detachedContext())
      await rm(path.join(outputDir, partFile(1)))
      const content = await assembleDocument({ outputDir, opened }, detachedContext())
      expect(content.pages.map((page) => page.number)).toEqual([2])
      expect(content.warnings).toMatchObject([{ code: 'page_failed', page: 1 }])
      await writeFile(path.join(outputDir, partFile(2)), '{"version":1,')
      await expect(assembleDocument({ outputDir, opened }, detachedContext())).rejects.toMatchObject({
        reason: 'damaged_document',
      })
    }))
})
