/**
 * Document tasks that are quick and small but leave what the real ones leave. What the source says decides what goes
 * wrong: its text is a `Script` with `document`.
 */
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskMap } from '../../../src/shared/contract/tasks.ts'
import type { DocumentContent, OpenedDocument, Page } from '../../../src/shared/document/document.ts'
import type { DocumentStory } from '../../../src/shared/document/document-story.ts'
import { type DocumentPart, documentPartSchema, linesFile, partFile } from '../../../src/shared/document/part.ts'
import type { TextLine } from '../../../src/shared/document/reading.ts'
import { StoryglassError } from '../../../src/shared/failure/failure.ts'
import { exportDocument } from '../../../src/workers/export/document.ts'
import type { WorkContext } from '../../../src/workers/runtime/context.ts'
import type { Script, Step } from './fake-worker.ts'

/** Each begun page adds its number to the file `<source>.pages`, each task its name to `<source>.tasks`. */
export interface DocumentScript {
  readonly pages: number
  /** What happens on a page before it is read, by its number. */
  readonly at?: Readonly<Record<number, Step>>
  /** Milliseconds every page takes. */
  readonly pageMs?: number
  readonly password?: string
  /** What happens before it is opened. */
  readonly open?: Step
  /** Of each page; `{page}` stands for its number. */
  readonly text?: string
  readonly table?: readonly (readonly string[])[]
  /** States something the pages do not. */
  readonly story?: 'mismatch'
}

export type PerformStep = (step: Step, countFile: string, context: WorkContext) => Promise<void>

interface DocumentSource {
  readonly path: string
}

async function scriptOf(source: DocumentSource): Promise<DocumentScript> {
  const script = JSON.parse(await readFile(source.path, 'utf8')) as Script
  return script.document ?? { pages: 1 }
}

function textOf(script: DocumentScript, page: number): string {
  return (script.text ?? 'This is page {page}.').replaceAll('{page}', String(page))
}

function lineOf(text: string): TextLine {
  const box: TextLine['box'] = [72, 72, 300, 84]
  const pieces = [{ text, x: 0, width: 228, spaceBefore: false }]
  return { text, box, size: 12, angle: 0, rightToLeft: false, pieces, start: 0, end: text.length }
}

function pageOf(script: DocumentScript, number: number): Page {
  const text = textOf(script, number)
  const images = { image: `pages/${stem(number)}.webp`, thumbnail: `thumbnails/${stem(number)}.webp` }
  const rest = { label: null, header: '', footer: '', ocr: false, links: [] }
  return { number, width: 595, height: 842, text, words: text.split(/\s+/u).length, ...images, ...rest }
}

function stem(number: number): string {
  return String(number).padStart(4, '0')
}

function checkPassword(script: DocumentScript, password: string | null): void {
  if (script.password !== undefined && script.password !== password) throw new StoryglassError('encrypted_document')
}

/** Whole or absent, as the real ones are written. */
async function keep(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.tmp`, content)
  await rename(`${file}.tmp`, file)
}

const emptyStory: DocumentStory = {
  version: 1,
  about: {
    pages: 1,
    words: 4,
    sentences: 1,
    readingMinutes: 0,
    language: { code: 'en', from: 'detected' },
    headings: 0,
    scannedPages: [],
  },
  quotations: [],
  sections: [],
  terms: [],
  names: [],
  dates: [],
  amounts: [],
  figures: [],
  tables: [],
  readability: null,
  method: { ranking: 'none', sentencesRanked: 0, sampled: false },
  verified: { statements: 0, matched: 0 },
}

export function fakeDocumentTasks(perform: PerformStep) {
  return {
    async 'document-open'(
      { source, password }: TaskMap['document-open']['input'],
      context: WorkContext,
    ): Promise<OpenedDocument> {
      const script = await scriptOf(source)
      await perform(script.open ?? { do: 'pass' }, `${source.path}.open.count`, context)
      await appendFile(`${source.path}.tasks`, 'open\n')
      checkPassword(script, password)
      return {
        kind: 'pdf',
        title: 'A fake document',
        language: null,
        metadata: { author: 'Nobody' },
        outline: [{ title: 'All of it', page: 1, level: 1 }],
        pageCount: script.pages,
        pages: Array.from({ length: script.pages }, (_, index) => ({
          number: index + 1,
          label: null,
          width: 595,
          height: 842,
        })),
        warnings: [],
      }
    },

    async 'document-pages'(
      { source, password, outputDir, pages }: TaskMap['document-pages']['input'],
      context: WorkContext,
    ): Promise<TaskMap['document-pages']['output']> {
      const script = await scriptOf(source)
      checkPassword(script, password)
      for (const [done, number] of pages.entries()) {
        context.progress({ done, total: pages.length, unit: 'pages', note: null })
        await appendFile(`${source.path}.pages`, `${number}\n`)
        await perform(script.at?.[number] ?? { do: 'pass' }, `${source.path}.page-${number}.count`, context)
        if (script.pageMs !== undefined) await sleep(script.pageMs)
        const reading = { page: pageOf(script, number), lines: [lineOf(textOf(script, number))] }
        for (const folder of ['pages', 'thumbnails']) {
          await keep(path.join(outputDir, folder, `${stem(number)}.webp`), `image of page ${number}`)
        }
        const part: DocumentPart = { version: 1, number, reading, blocks: [1], tables: [], warnings: [] }
        await keep(path.join(outputDir, partFile(number)), JSON.stringify(part))
        await context.yieldToEventLoop()
      }
      context.progress({ done: pages.length, total: Math.max(1, pages.length), unit: 'pages', note: null })
      return { pages: pages.length }
    },

    async 'document-assemble'({ outputDir, opened }: TaskMap['document-assemble']['input']): Promise<DocumentContent> {
      const names = (await readdir(path.join(outputDir, 'parts'))).toSorted()
      const parts = await Promise.all(
        names.map(async (name) =>
          documentPartSchema.parse(JSON.parse(await readFile(path.join(outputDir, 'parts', name), 'utf8'))),
        ),
      )
      for (const { number, reading } of parts) {
        if (reading !== null) await keep(path.join(outputDir, linesFile(number)), JSON.stringify(reading.lines))
      }
      const { title, language, metadata, outline, pageCount } = opened
      return {
        title,
        language,
        metadata,
        outline,
        pageCount,
        pages: parts.flatMap(({ reading }) => (reading === null ? [] : [reading.page])),
        tables: [],
        warnings: parts.flatMap((part) => part.warnings),
      }
    },

    async document({ source, outputDir }: TaskMap['document']['input']): Promise<TaskMap['document']['output']> {
      const script = await scriptOf(source)
      if (outputDir !== null) await keep(path.join(outputDir, 'images/figure.png'), 'a figure')
      const pages = Array.from({ length: script.pages }, (_, index) => ({
        ...pageOf(script, index + 1),
        image: null,
        thumbnail: null,
        html: `<p>${textOf(script, index + 1)}</p>`,
      }))
      const tables =
        script.table === undefined
          ? []
          : [{ page: 1, box: null, header: true, rows: script.table.map((row) => [...row]), found: 'marked' as const }]
      const rest = { title: null, language: 'en', metadata: {}, outline: [], warnings: [] }
      return { kind: 'text', content: { ...rest, pageCount: script.pages, pages, tables } }
    },

    async 'document-story'({ source }: TaskMap['document-story']['input']): Promise<DocumentStory> {
      const script = await scriptOf(source)
      await appendFile(`${source.path}.tasks`, 'story\n')
      if (script.story === 'mismatch') return { ...emptyStory, verified: { statements: 3, matched: 2 } }
      return emptyStory
    },

    'document-export': exportDocument,
  }
}
