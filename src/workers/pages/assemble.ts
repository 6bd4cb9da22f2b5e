/** The parts of all pages of a document put together to the document they make. */
import type { DocumentContent, OpenedDocument, Page } from '../../shared/document/document.ts'
import type { FoundTable } from '../../shared/document/found-table.ts'
import type { DocumentPart } from '../../shared/document/part.ts'
import type { TextLine } from '../../shared/document/reading.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import type { WorkContext } from '../runtime/context.ts'
import { countInto } from './layout/hyphens.ts'
import { countWords, type PageBlocks, toPageText } from './layout/page-text.ts'
import { RunningText } from './layout/running.ts'
import { titleFromFirstPage } from './layout/title.ts'
import { withAdviceOnPictures } from './ocr/missing.ts'
import { joinTables } from './tables/join-tables.ts'

export interface PartStore {
  /** Is asked for every page twice, in order. */
  read(number: number): Promise<DocumentPart>
  keepLines(number: number, lines: readonly TextLine[]): Promise<void>
}

/**
 * Twice over all parts, holding one at a time: what repeats from page to page, and how a word is written elsewhere, is
 * only known once all have been seen.
 */
export async function assemble(
  opened: OpenedDocument,
  parts: PartStore,
  context: WorkContext,
): Promise<DocumentContent> {
  const running = new RunningText()
  const vocabulary = new Map<string, number>()
  const numbers = opened.pages.map((page) => page.number)
  const report = (done: number): void =>
    context.progress({ done, total: 2 * numbers.length, unit: 'steps', note: 'Putting the pages together' })
  for (const [index, number] of numbers.entries()) {
    const { reading } = await parts.read(number)
    if (reading !== null) {
      running.add({ height: reading.page.height, lines: reading.lines })
      for (const line of reading.lines) countInto(vocabulary, line.text)
    }
    report(index)
    await context.yieldToEventLoop()
  }
  const pages: Page[] = []
  const tables: FoundTable[] = []
  const warnings = [...opened.warnings]
  let titled: string | null = null
  for (const [index, number] of numbers.entries()) {
    const part = await parts.read(number)
    warnings.push(...part.warnings)
    tables.push(...part.tables)
    if (part.reading !== null) {
      const { page, lines } = part.reading
      const blocks = blocksOf(lines, part.blocks)
      const flat = blocks.flat()
      const {
        lines: placed,
        blocks: _,
        ...texts
      } = toPageText(blocks, vocabulary, running.of({ height: page.height, lines: flat }))
      if (number === 1) titled = titleFromFirstPage({ height: page.height, lines: placed })
      pages.push({ ...page, ...texts, words: countWords(`${texts.header}\n${texts.text}\n${texts.footer}`) })
      await parts.keepLines(number, placed)
    }
    report(numbers.length + index)
    await context.yieldToEventLoop()
  }
  if (pages.length === 0) {
    throw new StoryglassError(
      'damaged_document',
      warnings
        .map((one) => one.message)
        .slice(0, 5)
        .join(' '),
    )
  }
  const { title, language, metadata, outline, pageCount } = opened
  return {
    ...{ title: title ?? titled, language, pageCount, outline, pages, tables: joinTables(tables), metadata },
    warnings: await withAdviceOnPictures(warnings),
  }
}

function blocksOf(lines: readonly TextLine[], counts: readonly number[]): PageBlocks {
  let start = 0
  return counts.map((count) => {
    const block = lines.slice(start, start + count)
    start += count
    return block
  })
}
