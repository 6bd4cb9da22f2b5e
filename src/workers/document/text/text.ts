/** Plain text as pages: where a form feed says so, else by length, at an empty line where there is one near. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../context.ts'
import type { DocumentFile, DocumentOptions } from '../document-file.ts'
import { contentOf } from '../flow/content.ts'
import { readText } from './read-text.ts'

const linesOfPage = 60
const charactersOfPage = 4000
/** The last share of a page in which an empty line ends it. */
const nearEnd = 0.8

export async function convertText(
  source: DocumentFile,
  _options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  const { text, warnings } = await readText(source, context)
  const pages: string[] = []
  for (const part of text.split('\f')) {
    pages.push(...cutIntoPages(part))
    await context.breathe()
  }
  const flowed = (pages.length === 0 ? [''] : pages).map((page) => ({ html: null, text: page }))
  const flow = { pages: flowed, outline: [], tables: [], titled: null }
  return contentOf(flow, context, { title: null, language: null, metadata: {}, warnings })
}

/** Lines stay as they are; none of the pages is empty, so that blank paper between form feeds is not shown. */
export function cutIntoPages(text: string): string[] {
  const pages: string[] = []
  let lines: string[] = []
  let characters = 0
  const end = (): void => {
    const page = lines
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/u, '')
      .trimEnd()
    if (page !== '') pages.push(page)
    lines = []
    characters = 0
  }
  for (const whole of text.split('\n')) {
    for (const line of cutLine(whole)) {
      const full = lines.length >= linesOfPage || characters + line.length > charactersOfPage
      const nearly = lines.length >= linesOfPage * nearEnd || characters >= charactersOfPage * nearEnd
      if (full || (nearly && line.trim() === '')) end()
      lines.push(line)
      characters += line.length + 1
    }
  }
  end()
  return pages
}

/** A line longer than a page, as text without line ends has it, is cut between words. */
function cutLine(line: string): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > charactersOfPage) {
    const space = rest.lastIndexOf(' ', charactersOfPage)
    const low = rest.charCodeAt(charactersOfPage)
    const cut = space > 0 ? space + 1 : charactersOfPage + (low >= 0xdc00 && low <= 0xdfff ? 1 : 0)
    pieces.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return [...pieces, rest]
}
