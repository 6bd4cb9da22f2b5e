/** What a document is: its size, language and structure, counted. */
import type { DocumentContent } from '../../shared/document/document.ts'
import type { DocumentStory } from '../../shared/document/document-story.ts'
import { wordsAMinuteIn } from '../../shared/format/reading-speed.ts'
import type { Language } from './words/language.ts'
import { isWithoutSpaces, wordsOf } from './words/words.ts'

export function aboutOf(
  content: DocumentContent,
  counted: { readonly sentences: number; readonly headings: number; readonly language: Language | null },
): DocumentStory['about'] {
  const words = content.pages.reduce(
    (sum, page) => sum + (isWithoutSpaces(page.text) ? wordsOf(page.text).length : page.words),
    0,
  )
  const unread = new Set(content.warnings.filter(({ code }) => code === 'page_without_text').map(({ page }) => page))
  return {
    pages: content.pageCount,
    words,
    sentences: counted.sentences,
    readingMinutes: Math.round((words / wordsAMinuteIn(counted.language?.code ?? 'en')) * 10) / 10,
    language: counted.language,
    headings: counted.headings,
    scannedPages: content.pages
      .filter((page) => unread.has(page.number) && page.text.trim() === '')
      .map((page) => page.number),
  }
}
