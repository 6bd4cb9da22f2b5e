/** How long a story takes to be read: what is written in it, not what can be opened. */
import { wordsAMinuteIn } from '../format/reading-speed.ts'
import type { Texts } from '../texts/texts.ts'
import type { Story } from './story.ts'

/** Minutes, of the words of its title, headings and paragraphs; whole ones are for the reader to round to. */
export function readingMinutesOf({
  title,
  subtitle,
  sections,
  language = 'en',
}: Pick<Story, 'title' | 'subtitle' | 'sections' | 'language'>): number {
  const texts = [
    title,
    subtitle,
    ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs.map(({ text }) => text)]),
  ]
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? []).length
  return words / wordsAMinuteIn(language)
}

/** `4 minutes to read`, of minutes that need not be whole. */
export function readingTimeText({ documents }: Pick<Texts, 'documents'>, readingMinutes: number): string {
  const minutes = Math.round(readingMinutes)
  if (minutes < 1) return documents.lessThanAMinuteTo
  if (minutes < 90) return documents.minutesToRead({ minutes })
  return documents.hoursToRead({ hours: Math.round(minutes / 60) })
}
