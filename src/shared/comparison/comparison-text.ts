/** A comparison as text to be read in a terminal, and as Markdown. Its sentences are those of the comparison. */
import { escapeMarkdown } from '../format/markdown-text.ts'
import type { Texts } from '../texts/texts.ts'
import type { ComparedStatement, Comparison, ComparisonSection, Verdict } from './comparison.ts'

/** In the order of what changed most; `held` last. */
const shown = ['turned', 'vanished', 'weakened', 'moved', 'strengthened', 'appeared', 'held'] as const

/** Statements of one fate, findings only: what is a fact of the rows is told by totals and rows. */
export function statementsBy(comparison: Pick<Comparison, 'statements'>, verdict: Verdict): ComparedStatement[] {
  return comparison.statements.filter(
    ({ verdict: own, before, after }) => own === verdict && (before?.class === 'finding' || after?.class === 'finding'),
  )
}

export const verdictsShown: readonly Verdict[] = shown

export function comparisonToMarkdown(comparison: Comparison, texts: Texts): string {
  const { before, after, headline } = comparison
  const words = texts.comparison
  const blocks = [
    `# ${escapeMarkdown(words.title)}`,
    escapeMarkdown(words.of({ before: before.sourceName, after: after.sourceName })),
    `**${escapeMarkdown(headline.text)}**`,
    ...furtherSections(comparison).flatMap(({ role, heading, paragraphs }) => [
      `## ${escapeMarkdown(heading)}`,
      ...paragraphs.map(({ text }) => escapeMarkdown(text)),
      ...(role === 'statements' ? statements(comparison, words, escapeMarkdown, '### ', '- ') : []),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

export function comparisonToText(comparison: Comparison, texts: Texts): string {
  const { before, after, headline } = comparison
  const words = texts.comparison
  const same = (text: string): string => text
  const blocks = [
    words.of({ before: before.sourceName, after: after.sourceName }),
    headline.text,
    ...furtherSections(comparison).flatMap(({ role, heading, paragraphs }) => [
      heading.toUpperCase(),
      ...paragraphs.map(({ text }) => text),
      ...(role === 'statements' ? statements(comparison, words, same, '', '  ') : []),
    ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The sections without the sentence that stands above them already. */
export function furtherSections({
  headline,
  sections,
}: Pick<Comparison, 'headline' | 'sections'>): ComparisonSection[] {
  return sections
    .map((section) => ({ ...section, paragraphs: section.paragraphs.filter(({ text }) => text !== headline.text) }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
}

function statements(
  comparison: Comparison,
  words: Texts['comparison'],
  written: (text: string) => string,
  head: string,
  item: string,
): string[] {
  return shown.flatMap((verdict) => {
    const own = statementsBy(comparison, verdict)
    if (own.length === 0) return []
    const lines = own.map(({ before, after }) => {
      const now = after?.sentence ?? before?.sentence ?? ''
      const isOther = before !== null && after !== null && verdict !== 'held' && before.sentence !== after.sentence
      return `${item}${written(now)}${isOther ? ` ${written(words.before({ sentence: before.sentence }))}` : ''}`
    })
    return [`${head}${written(words.verdicts[verdict])}`, lines.join('\n')]
  })
}
