/**
 * The smallest parts of a paragraph a person can put away, move or write anew: the sentences about one statement, or
 * about several where one sentence joins them.
 */
import type { Insight } from '../insight.ts'
import { placeOfStatement } from '../sentence-place.ts'
import type { Paragraph, StatedNumber } from '../story.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** In the order of the paragraph. A sentence that states nothing of its own goes with the one before it. */
export function unitsOf(paragraph: Paragraph, insights: ReadonlyMap<string, Insight>): readonly Paragraph[] {
  if (paragraph.insights.length <= 1) return [paragraph]
  const sentences = sentencesOf(paragraph.text)
  const spoken = paragraph.insights.flatMap((id) => {
    const insight = insights.get(id)
    const place = insight === undefined ? null : placeOfStatement(paragraph.text, insight)
    return place === null ? [] : [{ id, ...place }]
  })
  const about = sentences.map((range) => {
    const numbers = paragraph.numbers.filter(({ start }) => range.start <= start && start < range.end)
    const named = numbers.map(({ evidence }) => evidence).filter((id) => paragraph.insights.includes(id))
    const said = spoken.filter(({ start, end }) => start < range.end && range.start < end).map(({ id }) => id)
    return new Set([...named, ...said])
  })
  const groups = joined(about)
  const units = groups.map(({ ids, places }) =>
    paragraphOf(
      paragraph,
      ids,
      places.flatMap((at) => sentences[at] ?? []),
    ),
  )
  // A statement no sentence can be told to be about stays with the first, so that none is lost.
  const placed = new Set(units.flatMap(({ insights: ids }) => ids))
  const lost = paragraph.insights.filter((one) => !placed.has(one))
  return units.map((unit, index) => (index === 0 ? { ...unit, insights: [...unit.insights, ...lost] } : unit))
}

/** Ends of sentences are followed by a space and something that begins one: `1.5 million` is none. */
function sentencesOf(text: string): readonly Range[] {
  const ends = [...text.matchAll(/[.!?…][”’")\]]*\s+(?=[\p{Lu}\p{Nd}“"‘'([$€£−])/gu)].map(
    ({ index, 0: end }) => index + end.length,
  )
  return [0, ...ends].map((start, place) => ({ start, end: ends[place] ?? text.length }))
}

interface Group {
  readonly ids: string[]
  readonly places: number[]
}

/** Sentences that share a statement, directly or through others, as one group. */
function joined(about: readonly ReadonlySet<string>[]): readonly Group[] {
  let groups: Group[] = []
  for (const [place, ids] of about.entries()) {
    const meets = ids.size === 0 ? groups.slice(-1) : groups.filter((group) => group.ids.some((id) => ids.has(id)))
    const rest = groups.filter((group) => !meets.includes(group))
    const one = {
      ids: [...new Set([...meets.flatMap((group) => group.ids), ...ids])],
      places: [...meets.flatMap((group) => group.places), place].toSorted((left, right) => left - right),
    }
    groups = [...rest, one].toSorted((left, right) => (left.places[0] ?? 0) - (right.places[0] ?? 0))
  }
  return groups
}

function paragraphOf(whole: Paragraph, insights: string[], ranges: readonly Range[]): Paragraph {
  return joinParagraphs(
    ranges.map(({ start, end }) => ({
      text: whole.text.slice(start, end).trimEnd(),
      insights,
      numbers: whole.numbers
        .filter((number) => start <= number.start && number.start < end)
        .map((number) => ({ ...number, start: number.start - start })),
    })),
  )
}

/** One paragraph of several, one after another. */
export function joinParagraphs(parts: readonly Paragraph[]): Paragraph {
  const numbers: StatedNumber[] = []
  let text = ''
  for (const part of parts) {
    const at = text === '' ? 0 : text.length + 1
    text = text === '' ? part.text : `${text} ${part.text}`
    numbers.push(...part.numbers.map((number) => ({ ...number, start: number.start + at })))
  }
  return { text, insights: [...new Set(parts.flatMap(({ insights }) => insights))], numbers }
}
