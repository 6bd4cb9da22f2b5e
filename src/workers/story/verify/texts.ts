/** Checks texts against the evidence they cite: every stated number is where it says, and rounds the value it names. */
import { statedMatches } from '../../../shared/format/stated.ts'
import type { Insight } from '../../../shared/story/insight.ts'
import { placeOfSentence } from '../../../shared/story/sentence-place.ts'
import type { Paragraph, Section, Verification } from '../../../shared/story/story.ts'
import { sameValue } from './compare.ts'
import { constants, isPartOfYear, numeralsOfNames } from './names.ts'

type Failed = Verification['failed'][number]

/** All that is wrong with the numbers of the sections' paragraphs, and how many numbers were looked at. */
export function checkTexts(
  sections: readonly Section[],
  insights: readonly Insight[],
  locale?: string,
): { readonly numbers: number; readonly failed: readonly Failed[] } {
  const byId = new Map(insights.map((insight) => [insight.id, insight]))
  const paragraphs = sections.flatMap((section) => section.paragraphs)
  const numbers = paragraphs.reduce((sum, paragraph) => sum + paragraph.numbers.length, 0)
  return {
    numbers,
    failed: [
      ...paragraphs.flatMap((paragraph) =>
        paragraph.numbers.flatMap((number) => checkNumber(paragraph, number, byId, locale)),
      ),
      ...paragraphs.flatMap((paragraph) => checkUncovered(paragraph, byId)),
      ...insights.flatMap((insight) => checkSentence(insight, paragraphs)),
    ],
  }
}

/** What is wrong with a number stated in a paragraph, by the evidence it cites. */
export function checkNumber(
  paragraph: Paragraph,
  number: Paragraph['numbers'][number],
  insights: ReadonlyMap<string, Pick<Insight, 'evidence'>>,
  locale: string | undefined,
): readonly Failed[] {
  const fail = (why: string, recomputed: number | null): readonly Failed[] => [
    { insight: number.evidence, name: number.name, stated: number.text, recomputed, why },
  ]
  const written = paragraph.text.slice(number.start, number.start + number.text.length)
  if (written !== number.text)
    return fail(`the text says “${written}” where “${number.text}” is recorded`, number.value)
  const evidence = insights.get(number.evidence)?.evidence.values[number.name]
  if (typeof evidence !== 'number') return fail('the text cites evidence that is not there', null)
  if (!sameValue(number.value, evidence)) return fail('the text cites another value than its evidence holds', evidence)
  if (!statedMatches(number.text, evidence, locale))
    return fail(`“${number.text}” does not round ${evidence}`, evidence)
  return []
}

/** An insight's own sentence has no numbers recorded with it: it must stand in a paragraph that has. */
function checkSentence(insight: Insight, paragraphs: readonly Paragraph[]): readonly Failed[] {
  if (paragraphs.some((paragraph) => placeOfSentence(paragraph.text, insight.sentence) >= 0)) return []
  return [
    {
      insight: insight.id,
      name: 'sentence',
      stated: insight.sentence,
      recomputed: null,
      why: 'the sentence stands in no paragraph of the story, so its numbers cannot be traced',
    },
  ]
}

/** Digits that are no stated number must come from a name, a date or a caveat of the insights the paragraph is about. */
function checkUncovered(paragraph: Paragraph, insights: ReadonlyMap<string, Insight>): readonly Failed[] {
  const cited = new Set([...paragraph.insights, ...paragraph.numbers.map((number) => number.evidence)])
  // Without insights a paragraph is about the work itself: method, reading of the file.
  if (paragraph.insights.length === 0) return []
  const known = new Set(constants)
  for (const id of cited) for (const numeral of numeralsOfNames(insights.get(id))) known.add(numeral)
  const bare = withoutNumbers(paragraph)
  return [...bare.matchAll(/([QH]?)(\d+)/g)]
    .filter(([, part, digits]) => !isPartOfYear(part ?? '', digits ?? '') && !known.has(Number(digits)))
    .map(({ 0: run, index }) => ({
      insight: statementAt(paragraph, index, cited, insights),
      name: 'text',
      stated: run,
      recomputed: null,
      why: `“${run}” stands in the text without evidence: ${paragraph.text.slice(0, 160)}`,
    }))
}

/** Whose sentence stands at that place in the paragraph; the paragraph's first statement where it is nobody's. */
function statementAt(
  paragraph: Paragraph,
  place: number,
  cited: ReadonlySet<string>,
  insights: ReadonlyMap<string, Insight>,
): string {
  const own = [...cited].find((id) => {
    const sentence = insights.get(id)?.sentence ?? ''
    const start = placeOfSentence(paragraph.text, sentence)
    return start >= 0 && start <= place && place < start + sentence.length
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
