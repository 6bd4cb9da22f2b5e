import { htmlWriters } from '../html/writers.ts'
import { jsonWriters } from '../json/writers.ts'
import { markdownFiles } from '../markdown/with-charts.ts'
import { storyToPresentation } from '../pptx/presentation.ts'
import { storyToSql } from '../sql/script.ts'
import { archivedTables, tableFiles } from '../table-files.ts'
import type { ExportWriters } from '../writer.ts'
import { storyToWorkbook } from '../xlsx/workbook.ts'
import { archiveOf } from './archive.ts'

/** A story in every form a worker writes, and its tables: what is packed next is made when its turn comes. */
export const zipWriters = {
  story: (story, context, stored) =>
    archiveOf(
      [
        { name: 'story.html', content: () => htmlWriters.story(story, context) },
        ...markdownFiles(story, context.texts),
        { name: 'story.pptx', content: () => storyToPresentation(story, context), isPacked: true },
        { name: 'story.xlsx', content: () => storyToWorkbook(story, context, stored), isPacked: true },
        { name: 'story.json', content: () => jsonWriters.story(story) },
        { name: 'story.sql', content: () => storyToSql(story, context.texts, tableFiles(stored), 'story.sql') },
        ...archivedTables(stored),
      ],
      new Date(story.createdAt),
    ),
} as const satisfies Partial<ExportWriters>
