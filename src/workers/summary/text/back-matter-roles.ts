/** Tables of contents, lists of references, captions and code in drawn pages: text that is not read as sentences. */
import type { Heading } from './heading-roles.ts'
import { knownHeading } from './known-headings.ts'
import { blocksOf, type Line } from './lines.ts'

const leaders = /(?:\.\s?){4,}\s*(?:\d+|[ivxlc]+)?$|…+\s*\d+$/u
const endsInNumber = /\S\s+(?:\d{1,4}|[ivxlc]{1,6})$/u
const fewestEntries = 5

/** To be called before headings are looked for, so that none is found in a table of contents. */
export function markContents(pages: readonly (readonly Line[])[]): void {
  for (const lines of pages) {
    for (const line of lines) if (line.role === 'prose' && leaders.test(line.text)) line.role = 'contents'
    const entries = lines.filter((line) => line.role === 'contents' || endsInNumber.test(line.text)).length
    const named = lines.some((line) => line.text.length < 60 && knownHeading(line.text) === 'contents')
    if (entries < fewestEntries || entries < (named ? 0.4 : 0.7) * lines.length) continue
    for (const line of lines) {
      if (line.role === 'prose' && (named || endsInNumber.test(line.text))) line.role = 'contents'
    }
  }
}

/** All that stands between `References` and the next heading as high as that, or the end. */
export function markReferences(lines: readonly Line[], headings: readonly Heading[]): void {
  for (const [index, heading] of headings.entries()) {
    const first = heading.lines[0]
    const kind = knownHeading(heading.title)
    if (first === undefined || (kind !== 'references' && kind !== 'contents')) continue
    const next = headings.slice(index + 1).find((one) => one.level <= heading.level && one.lines.length > 0)?.lines[0]
    const from = lines.indexOf(first)
    const to = next === undefined ? lines.length : lines.indexOf(next)
    const role = kind === 'references' ? 'reference' : 'contents'
    // A table of contents ends where text begins.
    for (const line of lines.slice(from, to)) {
      if (line.role !== 'prose') continue
      if (role === 'contents' && /[.!?]$/u.test(line.text)) break
      line.role = role
    }
  }
}

const captionStart =
  /^(?<what>fig(?:ure|\.)?|table|tab\.|listing|plate|scheme|chart|exhibit|box|map|abb(?:ildung|\.)|tabelle|diagramm|tableau|figura|ilustración|ilustração|tabla|tabella|tabela|quadro|gráfico|grafico|cuadro|afbeelding|figuur|tabel|grafiek)\s*(?:[A-Z]{1,2}[.-]?)?\d+(?:[.-]\d+)*[a-z]?\s*[:.|–—]/iu

const ofTable = /^(?:tab|quadro|cuadro)/iu

/** Whether a caption is that of a table. */
export function isOfTable(caption: string): boolean {
  return ofTable.test(caption)
}

export function isCaption(text: string): boolean {
  return captionStart.test(text)
}

export function markCaptions(lines: readonly Line[]): void {
  for (const block of blocksOf(lines)) {
    let open = false
    for (const line of block) {
      if (line.role !== 'prose') continue
      if (isCaption(line.text)) open = true
      else if (line.whole) open = false
      if (open) line.role = 'caption'
    }
  }
}

const prompt =
  /^(?:R?>|>>>|\$|#>|##>?|\+|In \[\d+\]:)\s+\S|^\s*(?:\/\/|\/\*|<\/?\w+[^>]*>$|#include|import |def |function |return\b.*;$)/u
const codeSigns = /[{}[\]<>=;_|\\$#@^*+~`&]/gu

/** Code and output: lines with a prompt, and blocks more of signs and digits than of words. */
export function markCode(lines: readonly Line[]): void {
  for (const block of blocksOf(lines)) {
    const strange = block.filter(isStrange).length
    for (const line of block) {
      if (line.role !== 'prose' || line.whole) continue
      if (prompt.test(line.text)) line.role = 'code'
      else if (strange > block.length / 2) line.role = 'scrap'
    }
  }
}

function isStrange(line: Line): boolean {
  const length = line.text.replaceAll(/\s+/gu, '').length
  const letters = line.text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  const signs = line.text.match(codeSigns)?.length ?? 0
  return letters < 0.6 * length || signs > 0.12 * length
}
