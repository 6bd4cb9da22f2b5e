/** What a section of a story is for, also of stories saved before sections had a role. */
import type { Section, SectionRole } from './story.ts'

/** Headings as they were, in English alone; any other was a chapter's. */
const formerHeadings: Readonly<Record<string, SectionRole>> = {
  'Key findings': 'key',
  'In short': 'short',
  'Also found': 'further',
  'Worth checking': 'leads',
  'How good the data is': 'quality',
  'Looked for and not found': 'notFound',
  'How this was made': 'method',
}

export function roleOfSection({ role, heading }: Pick<Section, 'role' | 'heading'>): SectionRole {
  return role ?? formerHeadings[heading] ?? 'chapter'
}
