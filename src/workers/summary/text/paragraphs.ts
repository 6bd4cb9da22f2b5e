/** Lines of running text joined to paragraphs, over blocks and page breaks, each character with its place. */
import type { Place } from '../../../shared/document/document-story.ts'
import type { Line } from './lines.ts'

interface Segment {
  /** Where it begins in the paragraph's text. */
  readonly at: number
  readonly length: number
  readonly page: number
  /** Where it begins in the page's text. */
  readonly start: number
  /** Whether a line that is no part of the paragraph stands between it and the segment before. */
  readonly apart: boolean
}

/** A line of a paragraph, and whether lines that are no part of it were skipped before it. */
interface Member {
  readonly line: Line
  readonly apart: boolean
}

export interface Paragraph {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly lines: readonly Line[]
  /** Whether it is an item of a list. */
  readonly isItem: boolean
}

type Pace = () => Promise<void> | undefined

/** How often a word stands in the document, in lower case. */
export type Vocabulary = ReadonlyMap<string, number>

const ends = /[.!?…:;。！？]["'”’»›)\]]*$/u
const item = /^(?:[•●○▪■◦‣∙·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/u
/** A line shorter than this share of those around it does not go on where the next one begins with a capital. */
const shortShare = 0.6

export async function vocabularyOf(lines: Iterable<Line>, pace: Pace): Promise<Vocabulary> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    await pace()
    for (const [word] of line.text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)) {
      const key = word.toLowerCase()
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

/** `lines`: all of a document or section, in order; only those of prose are taken. */
export async function paragraphsOf(lines: readonly Line[], vocabulary: Vocabulary, pace: Pace): Promise<Paragraph[]> {
  const widths = widthsOf(lines)
  const groups: Member[][] = []
  let before: Line | null = null
  let apart = false
  /** Whether something that is no prose, but no mere interruption by the page, stood in between. */
  let interrupted = false
  for (const line of lines) {
    if (line.role !== 'prose') {
      apart = true
      const floats = line.role === 'running' || line.role === 'caption' || line.role === 'table'
      if (!floats || (before !== null && before.page === line.page && line.role !== 'running')) interrupted = true
      continue
    }
    const group = groups.at(-1)
    if (group !== undefined && before !== null && !interrupted && goesOn(before, line, widths))
      group.push({ line, apart })
    else groups.push([{ line, apart: false }])
    interrupted = false
    apart = false
    before = line
    await pace()
  }
  const paragraphs: Paragraph[] = []
  for (const group of groups) {
    paragraphs.push(toParagraph(group, vocabulary))
    await pace()
  }
  return paragraphs
}

/** The usual length of a line in each block and on each page. */
function widthsOf(lines: readonly Line[]): (line: Line) => number {
  const blocks = new Map<string, number>()
  const pages = new Map<number, number[]>()
  for (const { page, block, text } of lines) {
    const key = `${page} ${block}`
    blocks.set(key, Math.max(blocks.get(key) ?? 0, text.length))
    const onPage = pages.get(page)
    if (onPage === undefined) pages.set(page, [text.length])
    else onPage.push(text.length)
  }
  const usual = new Map(
    [...pages].map(([page, all]) => [page, all.sort((a, b) => a - b)[Math.floor(0.75 * all.length)] ?? 0]),
  )
  return ({ page, block }) => Math.max(blocks.get(`${page} ${block}`) ?? 0, Math.min(usual.get(page) ?? 0, 120))
}

function goesOn(before: Line, line: Line, width: (line: Line) => number): boolean {
  if (item.test(line.text)) return false
  const startsSmall = /^["'“‘«(]?\p{Ll}/u.test(line.text)
  if (before.whole || before.page !== line.page || before.block !== line.block) {
    // In another block or on another page only an unfinished sentence goes on.
    if (ends.test(before.text)) return false
    if (startsSmall) return before.page === line.page || before.page + 1 === line.page
    return (
      !before.whole &&
      before.page + 1 === line.page &&
      before.text.length > 0.8 * width(before) &&
      /[\p{Ll},–-]$/u.test(before.text) &&
      /^[\p{L}\p{N}("“«]/u.test(line.text)
    )
  }
  if (startsSmall) return true
  return before.text.length >= shortShare * width(before) || /[,–-]$/u.test(before.text)
}

function toParagraph(members: readonly Member[], vocabulary: Vocabulary): Paragraph {
  const segments: Segment[] = []
  let text = ''
  const [first] = members
  const mark = first === undefined ? 0 : markLength(first.line.text)
  for (const [index, { line, apart }] of members.entries()) {
    const skipped = index === 0 ? mark : 0
    let piece = line.text.slice(skipped)
    const next = members[index + 1]?.line
    const joint = next === undefined ? 'end' : jointOf(piece, next.text, vocabulary)
    if (joint === 'drop') piece = piece.slice(0, -1)
    segments.push({ at: text.length, length: piece.length, page: line.page, start: line.start + skipped, apart })
    text += joint === 'space' ? `${piece} ` : piece
  }
  return { text, segments, lines: members.map(({ line }) => line), isItem: mark > 0 }
}

/** A list's mark is not part of what the item says. */
function markLength(text: string): number {
  return /^(?:[•●○▪■◦‣∙·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/u.exec(text)?.[0].length ?? 0
}

/** How two lines meet: by a space, by nothing after a hyphen that stays, or with the hyphen of a broken word dropped. */
function jointOf(before: string, after: string, vocabulary: Vocabulary): 'space' | 'keep' | 'drop' {
  // GNU/- and Linux in the next line: the hyphen only marks the break.
  if (/\p{L}\/-$/u.test(before)) return 'drop'
  // From a word's start only: a run of letters as long as a page is not looked at from each of them.
  const broken = /(?<![\p{L}\p{M}])([\p{L}\p{M}]+)[-\u00ad\u2010]$/u.exec(before)?.[1]
  const rest = /^[\p{L}\p{M}]+/u.exec(after)?.[0]
  if (broken === undefined || rest === undefined)
    return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、]$/u.test(before) ? 'keep' : 'space'
  const times = (word: string): number => vocabulary.get(word.toLowerCase()) ?? 0
  if (!/^\p{Ll}/u.test(rest)) return 'keep'
  return times(broken + rest) > times(`${broken}-${rest}`) || before.endsWith('\u00ad') ? 'drop' : 'keep'
}

/**
 * The places of a stretch of the paragraph's text: one a page, and one more where a line that is no part of it (the head
 * of a page, a caption) lies in between; null where it would be more than two. White space at its ends is to be cut off
 * before.
 */
export function placesOf(paragraph: Paragraph, from: number, to: number): Place[] | null {
  const places: Place[] = []
  for (const { at, length, page, start, apart } of paragraph.segments) {
    const [left, right] = [Math.max(from, at), Math.min(to, at + length)]
    if (right <= left) continue
    const last = places.at(-1)
    const end = start + right - at
    if (last?.page === page && !apart) places[places.length - 1] = { ...last, end }
    else places.push({ page, start: start + left - at, end })
  }
  return places.length === 0 || places.length > 2 ? null : places
}
