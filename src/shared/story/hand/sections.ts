/** Finds the section of a story that a hand speaks of, also in another telling. */
import { roleOfSection } from '../section-role.ts'
import type { Section } from '../story.ts'
import type { SectionOfHand } from './hand.ts'

/** How the section is named in a hand. */
export function sectionOfHand(section: Section): SectionOfHand {
  const statements = [...new Set(section.paragraphs.flatMap(({ insights }) => insights))]
  return { role: roleOfSection(section), heading: section.heading, statements }
}

/**
 * Its place among the generated sections, or −1: the only one for its purpose, that of the same generated heading, or
 * else the one that shares most statements with it.
 */
export function placeOfSection(sections: readonly Section[], { role, heading, statements }: SectionOfHand): number {
  const alike = [...sections.entries()].filter(([, section]) => roleOfSection(section) === role)
  const [first] = alike
  if (first === undefined) return -1
  if (alike.length === 1 && role !== 'chapter') return first[0]
  const named = alike.find(([, section]) => section.heading === heading)
  if (named !== undefined) return named[0]
  const shared = (section: Section): number =>
    new Set(section.paragraphs.flatMap(({ insights }) => insights.filter((id) => statements.includes(id)))).size
  const best = alike.toSorted(([, left], [, right]) => shared(right) - shared(left))[0]
  return best !== undefined && shared(best[1]) > 0 ? best[0] : -1
}
