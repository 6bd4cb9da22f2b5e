/** Answers that a person kept, as a section of the story they were asked of. */
import type { AnswerStatement } from '../../ask/answer.ts'
import { textsIn, textsTagOf } from '../../texts/texts.ts'
import { roleOfSection } from '../section-role.ts'
import type { Section, Story } from '../story.ts'

/** Before what was not found and how it was told; the story itself where none was kept. */
export function withAnswers(story: Story, answers: readonly AnswerStatement[]): Story {
  if (answers.length === 0) return story
  const charts = answers.flatMap(({ chart }) => chart ?? [])
  const section: Section = {
    role: 'further',
    heading: textsIn(textsTagOf(story)).hand.asked,
    paragraphs: answers.map(({ paragraph }) => paragraph),
    charts: charts.map(({ id }) => id),
  }
  const closing = story.sections.findIndex((one) => ['quality', 'notFound', 'method'].includes(roleOfSection(one)))
  const at = closing < 0 ? story.sections.length : closing
  return {
    ...story,
    sections: story.sections.toSpliced(at, 0, section),
    charts: [...story.charts, ...charts],
    facts: [...story.facts, ...answers.map(({ insight }) => insight)],
  }
}
