/** The story a person may put their hand to, for all that is drawn of it; null where nothing can be changed. */
import { createContext, use } from 'react'
import type { Hand } from '../../../../shared/story/hand/hand.ts'
import type { Insight } from '../../../../shared/story/insight.ts'
import { roleOfSection } from '../../../../shared/story/section-role.ts'
import type { Paragraph, Section, SectionRole, Story } from '../../../../shared/story/story.ts'

export interface Handed {
  /** As generated. */
  readonly story: Story
  readonly hand: Hand
  readonly insights: ReadonlyMap<string, Insight>
}

export const HandedContext = createContext<Handed | null>(null)

export function useHanded(): Handed | null {
  return use(HandedContext)
}

/** Where the text of a paragraph was generated for: a pinned one keeps it. */
export function roleOfParagraph(paragraph: Paragraph, section: Section): SectionRole {
  return paragraph.hand?.from ?? roleOfSection(section)
}

/** Tells the texts a person may begin apart: the note on a statement, or its text in one place. */
export function draftKey(kind: 'text' | 'note', paragraph: Paragraph, role: SectionRole): string {
  const [first = ''] = paragraph.insights
  return kind === 'note' ? `note ${first}` : `text ${role} ${paragraph.insights.join(' ')} ${generatedText(paragraph)}`
}

export function generatedText({ hand, text }: Paragraph): string {
  return hand?.was ?? text
}
