/** Splits a paragraph into plain text and the numbers in it that can be asked about. */
import { literalPattern } from '../../shared/format/literal-pattern.ts'
import type { Insight } from '../../shared/story/insight.ts'
import { placeOfStatement } from '../../shared/story/sentence-place.ts'
import type { Paragraph, Section, StatedNumber, Story } from '../../shared/story/story.ts'

export type ProsePiece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'number'; readonly text: string; readonly start: number; readonly number: StatedNumber }

/**
 * Pieces in order; put together they are the text again. A number that is not where it claims to be is looked for
 * further on, and left as plain text when it is not there: the text is never changed.
 */
export function splitProse(text: string, numbers: readonly StatedNumber[]): readonly ProsePiece[] {
  const pieces: ProsePiece[] = []
  let position = 0
  for (const number of [...numbers].sort((a, b) => a.start - b.start)) {
    if (number.text === '') continue
    const start = text.startsWith(number.text, number.start) ? number.start : text.indexOf(number.text, position)
    if (start < position) continue
    if (start > position) pieces.push({ kind: 'text', text: text.slice(position, start), start: position })
    pieces.push({ kind: 'number', text: number.text, start, number })
    position = start + number.text.length
  }
  if (position < text.length) pieces.push({ kind: 'text', text: text.slice(position), start: position })
  return pieces
}

/** Punctuation that must not be parted from the number it follows by the end of a line. */
export function leadingPunctuation(text: string): string {
  return /^[.,;:!?)%\]’”…]+/.exec(text)?.[0] ?? ''
}

/** The numbers of a sentence: its own, or taken from the paragraph of the story in which the same sentence stands. */
export function numbersInSentence(story: Story, insight: Insight): readonly StatedNumber[] {
  if (insight.inText !== undefined) return insight.inText.numbers
  for (const section of story.sections) {
    for (const paragraph of section.paragraphs) {
      const place = paragraph.insights.includes(insight.id) ? placeOfStatement(paragraph.text, insight) : null
      if (place === null) continue
      return paragraph.numbers
        .filter((number) => number.start >= place.start && number.start + number.text.length <= place.end)
        .map((number) => ({ ...number, start: number.start - place.start }))
    }
  }
  return []
}

export interface Block {
  readonly paragraph: Paragraph | null
  /** Ids of the charts that stand beside it. */
  readonly charts: readonly string[]
  readonly caveats: readonly string[]
}

/**
 * A section as paragraphs, each with the charts and caveats of what it states; a caveat stands once in a section,
 * whether its prose says it or not. Charts of no paragraph come last.
 */
export function blocksOf(
  section: Section,
  chartInsight: ReadonlyMap<string, string>,
  insights: ReadonlyMap<string, Insight>,
): readonly Block[] {
  const placed = new Set<string>()
  const told = new Set<string>()
  const isTold = (caveat: string): boolean =>
    told.has(caveat) || section.paragraphs.some(({ text }) => text.includes(caveat))
  const blocks = section.paragraphs.map((paragraph): Block => {
    const charts = section.charts.filter((id) => {
      const insight = chartInsight.get(id)
      return insight !== undefined && paragraph.insights.includes(insight) && !placed.has(id)
    })
    for (const id of charts) placed.add(id)
    const caveats = [...new Set(paragraph.insights.flatMap((id) => insights.get(id)?.caveats ?? []))]
    const untold = caveats.filter((caveat) => !isTold(caveat))
    for (const caveat of untold) told.add(caveat)
    return { paragraph, charts, caveats: untold }
  })
  const left = section.charts.filter((id) => !placed.has(id))
  return left.length === 0 ? blocks : [...blocks, { paragraph: null, charts: left, caveats: [] }]
}

/** Index of the query a value comes from: told by its derivation, else the query that names it. */
export function queryOfValue(evidence: Insight['evidence'], name: string | null): number {
  if (name === null) return 0
  const derived = evidence.derived[name]
  if (derived !== undefined) return Math.min(derived.query, Math.max(0, evidence.sql.length - 1))
  const quoted = evidence.sql.findIndex((sql) => sql.includes(`"${name}"`))
  if (quoted >= 0) return quoted
  const word = new RegExp(`\\b${literalPattern(name)}\\b`)
  return Math.max(
    0,
    evidence.sql.findIndex((sql) => word.test(sql)),
  )
}

/** The bracket or quotation mark a number is written right after, so that no line ends with it. */
export function openingBracket(text: string): string {
  return /[([“‘€$£+−–-]+$/u.exec(text)?.[0] ?? ''
}
