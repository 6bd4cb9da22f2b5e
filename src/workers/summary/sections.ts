/** The sections of a document: what each is called, where it is, how long, and its key sentences. */
import type { DocumentStory, Place } from '../../shared/document/document-story.ts'
import { diversity, toQuotation } from './quotations.ts'
import { chooseDiverse } from './ranking/diversity.ts'
import type { Ranking } from './ranking/rank.ts'
import type { Sentence } from './ranking/sentence.ts'
import type { Heading } from './text/heading-roles.ts'
import { knownHeading } from './text/known-headings.ts'
import { type Line, plain } from './text/lines.ts'

/** More headings than these are an index; the deepest levels are left out first. */
const mostSections = 300
const longestHeading = 240

export interface SectionInput {
  readonly headings: readonly Heading[]
  readonly pages: readonly (readonly Line[])[]
  readonly sentences: readonly Sentence[]
  readonly ranking: Ranking
  readonly title: string | null
}

interface Point {
  readonly page: number
  readonly start: number
}

export async function sectionsOf(
  { headings, pages, sentences, ranking, title }: SectionInput,
  pace: () => Promise<void> | undefined,
): Promise<DocumentStory['sections']> {
  const kept = withoutTitle(limited(headings), title)
  const lines = pages.flat()
  const counted = wordsBefore(lines)
  const lastPage = pages.at(-1)?.[0]?.page ?? kept.at(-1)?.page ?? 1
  const quotable = new Set(ranking.quotable)
  const starts = sentences.map((sentence) => pointOf(sentence))
  const outermost = kept.reduce((level, heading) => Math.min(level, heading.level), Number.POSITIVE_INFINITY)
  const sections: DocumentStory['sections'] = []
  for (const [index, heading] of kept.entries()) {
    await pace()
    const from = startOf(heading)
    const next = kept[index + 1]
    const after = kept.slice(index + 1).find((other) => other.level <= heading.level)
    const ownEnd = next === undefined ? null : startOf(next)
    const wholeEnd = after === undefined ? null : startOf(after)
    const [first, last] = [
      firstAtOrAfter(starts, from),
      ownEnd === null ? sentences.length : firstAtOrAfter(starts, ownEnd),
    ]
    const own = range(first, last).filter((place) => quotable.has(place))
    const chosen = isQuoted(heading)
      ? chooseDiverse(sentences, ranking.scores, own, { limit: limitFor(last - first), lambda: diversity })
      : []
    sections.push({
      heading: heading.title.slice(0, longestHeading),
      level: heading.level - outermost + 1,
      place: placeOf(heading),
      pages: [heading.page, Math.max(heading.page, wholeEnd === null ? lastPage : endPage(lines, wholeEnd))],
      words: Math.max(0, counted(wholeEnd) - counted(from)),
      quotations: chosen
        .sort((a, b) => a - b)
        .flatMap((place) => toQuotation(sentences[place], ranking.scores[place] ?? 0)),
    })
  }
  return sections
}

/** What stands under `References` or `Acknowledgements` is not what the document says. */
function isQuoted(heading: Heading): boolean {
  const kind = knownHeading(heading.title)
  return kind !== 'references' && kind !== 'contents' && kind !== 'aside'
}

function limitFor(sentences: number): number {
  if (sentences < 8) return 1
  return sentences < 25 ? 2 : 3
}

function limited(headings: readonly Heading[]): readonly Heading[] {
  let kept = headings.filter((heading) => heading.title.trim() !== '' && knownHeading(heading.title) !== 'contents')
  while (kept.length > mostSections) {
    const deepest = Math.max(...kept.map((heading) => heading.level))
    const shallower = kept.filter((heading) => heading.level < deepest)
    kept = shallower.length === 0 ? kept.slice(0, mostSections) : shallower
  }
  return kept
}

/** The document's own title is no section of it. */
function withoutTitle(headings: readonly Heading[], title: string | null): readonly Heading[] {
  const [first] = headings
  if (first === undefined || title === null) return headings
  const alone = headings.filter((heading) => heading.level <= first.level).length === 1
  return alone && headings.length > 1 && plain(first.title) === plain(title) ? headings.slice(1) : headings
}

function startOf(heading: Heading): Point {
  return { page: heading.page, start: heading.lines[0]?.start ?? 0 }
}

function placeOf({ lines, page }: Heading): Place | null {
  const [first, last] = [lines[0], lines.at(-1)]
  return first === undefined || last === undefined ? null : { page, start: first.start, end: last.end }
}

function pointOf({ places }: Sentence): Point {
  return { page: places[0]?.page ?? 0, start: places[0]?.start ?? 0 }
}

function isBefore(a: Point, b: Point): boolean {
  return a.page < b.page || (a.page === b.page && a.start < b.start)
}

function firstAtOrAfter(points: readonly Point[], wanted: Point): number {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const point = points[middle]
    if (point !== undefined && isBefore(point, wanted)) low = middle + 1
    else high = middle
  }
  return low
}

/** Words of all lines before a point; of all there are where it is null. */
function wordsBefore(lines: readonly Line[]): (point: Point | null) => number {
  const sums = new Uint32Array(lines.length + 1)
  for (const [index, line] of lines.entries())
    sums[index + 1] = (sums[index] ?? 0) + (line.text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0)
  return (point) => sums[point === null ? lines.length : firstAtOrAfter(lines, point)] ?? 0
}

/** The page of the last line before a point. */
function endPage(lines: readonly Line[], point: Point): number {
  return lines[firstAtOrAfter(lines, point) - 1]?.page ?? point.page
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
