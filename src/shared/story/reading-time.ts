/** How long a story takes to be read: what is written in it, not what can be opened. */
import { wordsAMinute } from '../format/reading-speed.ts'
import type { Story } from './story.ts'

/** Minutes, of the words of its title, headings and paragraphs; whole ones are for the reader to round to. */
export function readingMinutesOf({
  title,
  subtitle,
  sections,
}: Pick<Story, 'title' | 'subtitle' | 'sections'>): number {
  const texts = [
    title,
    subtitle,
    ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
  ]
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length
  return words / wordsAMinute
}
