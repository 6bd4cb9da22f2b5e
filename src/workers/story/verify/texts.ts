/** Checks texts against the evidence they cite: every stated number is where it says, and rounds the value it names. */
import { statedMatches } from '../../../shared/format/stated.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import { placeOfStatement } from '../../../shared/story/sentence-place.ts'
import type { Paragraph, Section } from '../../../shared/story/story.ts'
import { sameValue } from './compare.ts'
import { type Mismatch, mismatch } from './mismatch.ts'
import { constants, isPartOfYear, numeralsOfNames } from './names.ts'

/** All that is wrong with the numbers of the sections' paragraphs, and how many numbers were looked at. */
export function checkTexts(
  sections: readonly Section[],
  insights: readonly Insight[],
  locale?: string,
): { readonly numbers: number; readonly failed: readonly Mismatch[] } {
  const byId = new Map(insights.map((insight) => [insight.id, insight]))
  const paragraphs = sections.flatMap((section) => section.paragraphs)
  const stated = [...paragraphs, ...insights.flatMap(({ inText }) => inText ?? [])]
  const numbers = stated.reduce((sum, text) => sum + text.numbers.length, 0)
  return {
    numbers,
    failed: [
      ...paragraphs.flatMap((paragraph) =>
        paragraph.numbers.flatMap((number) => checkNumber(paragraph, number, byId, locale)),
      ),
      ...paragraphs.flatMap((paragraph) => checkUncovered(paragraph, byId)),
      ...insights.flatMap((insight) => checkSentence(insight, paragraphs, { byId, locale })),
    ],
  }
}

/** What is wrong with a number stated in a paragraph, by the evidence it cites. */
export function checkNumber(
  paragraph: Paragraph,
  number: Paragraph['numbers'][number],
  insights: ReadonlyMap<string, Pick<Insight, 'evidence'>>,
  locale: string | undefined,
): readonly Mismatch[] {
  const about = { insight: number.evidence, name: number.name, stated: number.text }
  const fail = (why: Note, recomputed: number | null): readonly Mismatch[] => [mismatch({ ...about, recomputed }, why)]
  const written = paragraph.text.slice(number.start, number.start + number.text.length)
  if (written !== number.text)
    return fail(note('verification.otherText', { written, recorded: number.text }), number.value)
  const evidence = insights.get(number.evidence)?.evidence.values[number.name]
  if (typeof evidence !== 'number') return fail(note('verification.noEvidence'), null)
  if (!sameValue(number.value, evidence)) return fail(note('verification.otherCited'), evidence)
  if (!statedMatches(number.text, evidence, locale))
    return fail(note('verification.notRounded', { text: number.text, value: String(evidence) }), evidence)
  return []
}

/**
 * An insight's own sentence must stand in a paragraph, which has its numbers. One that stands there without what it rests
 * on has its own, which are checked likewise.
 */
function checkSentence(
  insight: Insight,
  paragraphs: readonly Paragraph[],
  { byId, locale }: { readonly byId: ReadonlyMap<string, Insight>; readonly locale: string | undefined },
): readonly Mismatch[] {
  if (paragraphs.some((paragraph) => placeOfStatement(paragraph.text, insight) !== null)) {
    if (insight.inText === undefined) return []
    const whole = { text: insight.sentence, insights: [insight.id], numbers: insight.inText.numbers }
    return [
      ...whole.numbers.flatMap((number) => checkNumber(whole, number, byId, locale)),
      ...checkUncovered(whole, byId),
    ]
  }
  const about = { insight: insight.id, name: 'sentence', stated: insight.sentence, recomputed: null }
  return [mismatch(about, note('verification.sentenceNowhere'))]
}

/** Digits that are no stated number must come from a name, a date or a caveat of the insights the paragraph is about. */
function checkUncovered(paragraph: Paragraph, insights: ReadonlyMap<string, Insight>): readonly Mismatch[] {
  const cited = new Set([...paragraph.insights, ...paragraph.numbers.map((number) => number.evidence)])
  // Without insights a paragraph is about the work itself: method, reading of the file.
  if (paragraph.insights.length === 0) return []
  const known = new Set(constants)
  for (const id of cited) for (const numeral of numeralsOfNames(insights.get(id))) known.add(numeral)
  const bare = withoutNumbers(paragraph)
  return [...bare.matchAll(/([QH]?)(\d+)/g)]
    .filter(([, part, digits]) => !isPartOfYear(part ?? '', digits ?? '') && !known.has(Number(digits)))
    .map(({ 0: run, index }) => {
      const insight = statementAt(paragraph, index, cited, insights)
      const beginning = paragraph.text.slice(0, 160)
      return mismatch(
        { insight, name: 'text', stated: run, recomputed: null },
        note('verification.uncovered', { run, beginning }),
      )
    })
}

/** Whose sentence stands at that place in the paragraph; the paragraph's first statement where it is nobody's. */
function statementAt(
  paragraph: Paragraph,
  place: number,
  cited: ReadonlySet<string>,
  insights: ReadonlyMap<string, Insight>,
): string {
  const own = [...cited].find((id) => {
    const insight = insights.get(id)
    const own = insight === undefined ? null : placeOfStatement(paragraph.text, insight)
    return own !== null && own.start <= place && place < own.end
  })
  return own ?? paragraph.insights[0] ?? ''
}

function withoutNumbers(paragraph: Paragraph): string {
  return paragraph.numbers.reduce(
    (text, { start, text: number }) =>
      text.slice(0, start) + ' '.repeat(number.length) + text.slice(start + number.length),
    paragraph.text,
  )
}
