import { archivedTables, tableFiles } from '../table-files.ts'
import type { ExportWriters } from '../writer.ts'
import { archiveOf } from '../zip/archive.ts'
import { storyToSql } from './script.ts'

const script = 'story.sql'

export const sqlWriters = {
  story: (story, { texts }, stored) =>
    archiveOf(
      [
        { name: script, content: () => storyToSql(story, texts, tableFiles(stored), script) },
        ...archivedTables(stored),
      ],
      new Date(story.createdAt),
    ),
} as const satisfies Partial<ExportWriters>
