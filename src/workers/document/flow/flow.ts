/** Lays safe markup out as pages for reading, and collects the headings and tables in it. */
import { Parser } from 'htmlparser2'
import type { DocumentTable, OutlineEntry } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../context.ts'
import { FlowWriter } from './flow-writer.ts'

export interface FlowedPage {
  /** Null for plain text. */
  readonly html: string | null
  readonly text: string
}

export interface Flow {
  readonly pages: readonly FlowedPage[]
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly DocumentTable[]
  /** What stands in `h1.title`, where a document has one. */
  readonly titled: string | null
}

/** Characters of a page before a new one begins at the next block, or row of a table, and the most it may ever have. */
const byLength = { soft: 3000, hard: 6000 }
/** Where the document says itself where its pages end; a page of small print has some 12,000 characters. */
const byMarks = { soft: 16_000, hard: 32_000 }

const chunkCharacters = 256 * 1024

/**
 * `html` comes from `sanitise`. A page ends at `<hr class="page-break">`; where there is none, or none for long, by
 * length. Elements that are open where a page ends are closed and opened again on the next one; rows are never cut.
 */
export async function flowIntoPages(html: string, context: WorkContext): Promise<Flow> {
  const marked = html.includes('class="page-break"')
  const writer = new FlowWriter(marked ? byMarks : byLength)
  const parser = new Parser({
    onopentag: (name, attributes) => writer.open(name, attributes),
    ontext: (text) => writer.text(text),
    onclosetag: (name) => writer.close(name),
  })
  for (let at = 0; at < html.length; at += chunkCharacters) {
    parser.write(html.slice(at, at + chunkCharacters))
    await context.breathe()
  }
  parser.end()
  return writer.end()
}
