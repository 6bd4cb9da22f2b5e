/** The first sheet: the story's own text, a paragraph a row. */
import { readingMinutesOf, readingTimeText } from '../../../shared/story/reading-time.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import { storyFooter } from '../footer.ts'
import { handRemarks } from '../hand-remarks.ts'
import { proseCell, textCell, titleCell } from './cells.ts'
import type { WrittenSheet } from './sheet.ts'

export function storySheet(story: Story, texts: Texts): WrittenSheet {
  const sections = story.sections.flatMap(({ heading, paragraphs }) => [
    [],
    [textCell(heading, { fontWeight: 'bold', fontSize: 13 })],
    ...paragraphs.flatMap((paragraph) =>
      [paragraph.text, ...handRemarks(paragraph, texts)].map((text) => [proseCell(text)]),
    ),
  ])
  return {
    name: texts.written.workbook.story,
    rows: [
      [{ ...titleCell(story.title), wrap: true }],
      [proseCell(story.subtitle)],
      [textCell(readingTimeText(texts, readingMinutesOf(story)), { textColor: '#5d626d' })],
      ...sections,
      [],
      [{ ...proseCell(storyFooter(story, texts)), textColor: '#5d626d' }],
    ],
    widths: [100],
    stickyRows: 0,
  }
}
