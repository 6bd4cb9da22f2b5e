import type { Migration } from './migration.ts'

export const migration0009: Migration = {
  version: 9,
  description: 'Lists of stories found in an index alone.',
  // A story's own JSON stands in its row before the columns that came later: to read one of these, SQLite goes through
  // all of it. What a list needs of every story is therefore in an index as well.
  sql: `
CREATE INDEX stories_listed ON stories (lineage, id, created_at, title, source_name, favourite);
CREATE INDEX stories_shown ON stories (id, favourite, figure, lineage);
`,
}
