/** The headings of a document and their lines: from markup, from the outline, else from how they are numbered or set. */
import type { OutlineEntry } from '../../../shared/document/document.ts'
import { knownHeading, withoutNumber } from './known-headings.ts'
import { blocksOf, type Line, plain } from './lines.ts'

export interface Heading {
  readonly title: string
  /** From 1, the outermost. */
  readonly level: number
  readonly page: number
  /** None where the page does not show it. */
  readonly lines: readonly Line[]
}

const mostLinesOfHeading = 3
const mostWordsOfHeading = 14
/** Characters of a heading that is known by its words, its number included. */
const longestKnown = 60

/** In the order of the document. Lines that are told to be headings get that role and level. */
export async function markHeadings(
  pages: readonly (readonly Line[])[],
  outline: readonly OutlineEntry[],
  pace: () => Promise<void> | undefined,
): Promise<Heading[]> {
  const marked = pages.flat().filter((line) => line.role === 'heading')
  if (marked.length > 0) return joined(marked)
  const placed = outline.filter((entry): entry is OutlineEntry & { page: number } => entry.page !== null)
  const found = placed.length > 0 ? await fromOutline(pages, placed, pace) : fromNumbers(pages)
  await pace()
  const all = [...found, ...fromWords(pages, found)].sort(byPlace)
  for (const heading of all) {
    for (const line of heading.lines) {
      line.role = 'heading'
      line.level = heading.level
    }
  }
  return all
}

function byPlace(a: Heading, b: Heading): number {
  return a.page - b.page || (a.lines[0]?.start ?? -1) - (b.lines[0]?.start ?? -1)
}

/** A heading that is broken in itself is lines of one block and level. */
function joined(marked: readonly Line[]): Heading[] {
  const groups: Line[][] = []
  for (const line of marked) {
    const last = groups.at(-1)?.at(-1)
    if (last?.page === line.page && last.block === line.block && last.level === line.level) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups.flatMap((lines) => {
    const [first] = lines
    if (first === undefined) return []
    return [{ title: lines.map((line) => line.text).join(' '), level: first.level, page: first.page, lines }]
  })
}

async function fromOutline(
  pages: readonly (readonly Line[])[],
  outline: readonly (OutlineEntry & { page: number })[],
  pace: () => Promise<void> | undefined,
): Promise<Heading[]> {
  const byNumber = new Map(pages.map((lines) => [lines[0]?.page ?? 0, lines]))
  const headings: Heading[] = []
  let after = { page: 0, start: -1 }
  for (const { page, title, level } of outline) {
    const from = after.page === page ? after.start : -1
    const lines = linesOfTitle(
      (byNumber.get(page) ?? []).filter((line) => line.start > from),
      title,
    )
    const last = lines.at(-1)
    if (last !== undefined) after = { page: last.page, start: last.start }
    headings.push({ title: title.replaceAll(/\s+/gu, ' ').trim(), level, page, lines })
    await pace()
  }
  return headings
}

/** One to three lines that are the title, its number there or not. */
function linesOfTitle(lines: readonly Line[], title: string): Line[] {
  const wanted = compact(withoutNumber(title))
  const whole = compact(title)
  if (wanted === '') return []
  for (const [index, line] of lines.entries()) {
    if (line.role !== 'prose') continue
    const taken: Line[] = []
    let text = ''
    for (const next of lines.slice(index, index + mostLinesOfHeading)) {
      taken.push(next)
      text = `${text} ${next.text}`.trim()
      const [numbered, bare] = [compact(text), compact(withoutNumber(text))]
      if (bare === wanted || numbered === whole || numbered === wanted) return taken
      // The page may say more than the outline: `4.1. Labels: labeling_text()`.
      if (bare !== numbered && bare.startsWith(wanted) && wanted.length > 5 && isShort(next.text)) return taken
      if (!wanted.startsWith(bare) && !whole.startsWith(numbered)) break
    }
  }
  return []
}

function compact(text: string): string {
  return plain(text).replaceAll(' ', '')
}

/** Lines that stand alone and are numbered 1, 1.1, 2 … without a gap. */
function fromNumbers(pages: readonly (readonly Line[])[]): Heading[] {
  const headings: Heading[] = []
  let before: readonly number[] = []
  for (const block of pages.flatMap((lines) => blocksOf(lines))) {
    const [line] = block
    if (line === undefined || block.length > 2 || line.role !== 'prose') continue
    const text = block.map((one) => one.text).join(' ')
    const number = /^(?<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?<title>\p{Lu}.*)$/u.exec(text)?.groups
    if (number?.number === undefined || number.title === undefined || !isShort(number.title)) continue
    const parts = number.number.split('.').map(Number)
    if (!follows(before, parts)) continue
    before = parts
    headings.push({ title: text, level: parts.length, page: line.page, lines: block })
  }
  const capitals = headings.length >= 2 ? [] : fromCapitals(pages)
  return headings.length >= 2 ? headings : capitals
}

/** 2 after 1 and after 1.4; 1.1 after 1; 1.2 after 1.1 and after 1.1.3. */
function follows(before: readonly number[], next: readonly number[]): boolean {
  if (before.length === 0) return next.length === 1 && next[0] === 1
  const parent = next.slice(0, -1)
  if (!parent.every((number, index) => before[index] === number)) return false
  const last = next.at(-1) ?? 0
  return next.length > before.length
    ? next.length === before.length + 1 && last === 1
    : last === (before[next.length - 1] ?? 0) + 1
}

/** Short lines in capitals, each alone before a text; only where there are several. */
function fromCapitals(pages: readonly (readonly Line[])[]): Heading[] {
  const headings: Heading[] = []
  for (const blocks of pages.map((lines) => blocksOf(lines))) {
    for (const [index, block] of blocks.entries()) {
      const [line] = block
      const next = blocks[index + 1]
      if (line === undefined || next === undefined || block.length !== 1 || line.role !== 'prose') continue
      const letters = line.text.match(/\p{L}/gu)?.length ?? 0
      const isCapital =
        letters >= 4 && line.text === line.text.toUpperCase() && letters > 0.7 * line.text.replaceAll(' ', '').length
      const text = next.map((one) => one.text).join(' ')
      if (isCapital && isShort(line.text) && text.length > 120 && /\p{Ll}.*[.!?]/u.test(text)) {
        headings.push({ title: line.text, level: 1, page: line.page, lines: block })
      }
    }
  }
  return headings.length >= 3 ? headings : []
}

/** `Abstract`, `References` … alone in a line, where nothing else tells them. */
function fromWords(pages: readonly (readonly Line[])[], found: readonly Heading[]): Heading[] {
  const taken = new Set(found.flatMap((heading) => heading.lines))
  const level = found.reduce(
    (lowest, heading) => Math.min(lowest, heading.level),
    found.length === 0 ? 1 : Number.POSITIVE_INFINITY,
  )
  const titles = new Set(found.map((heading) => plain(withoutNumber(heading.title))))
  const headings: Heading[] = []
  for (const line of pages.flat()) {
    if (line.role !== 'prose' || line.text.length > longestKnown || taken.has(line)) continue
    if (knownHeading(line.text) === null) continue
    const title = plain(line.text)
    if (titles.has(title) || !/^[\p{Lu}\d]/u.test(line.text) || /[.,;]$/u.test(line.text)) continue
    titles.add(title)
    headings.push({ title: line.text, level, page: line.page, lines: [line] })
  }
  return headings
}

function isShort(title: string): boolean {
  const words = title.match(/\S+/gu)?.length ?? 0
  return words <= mostWordsOfHeading && title.length <= 100 && !/[.,;:]$/u.test(title)
}
