/** The statements of a story in the order in which they are listed with their evidence. */
import type { Insight } from '../../shared/story/insight.ts'
import type { Story } from '../../shared/story/story.ts'

export function everyInsight({ findings, facts, leads, quality }: Story): readonly Insight[] {
  return [...findings, ...facts, ...leads, ...quality]
}
