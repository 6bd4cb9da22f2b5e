import type { Migration } from './migration.ts'

export const migration0005: Migration = {
  version: 5,
  description: 'Stories told again with other words on their columns: versions of one story, kept together.',
  sql: `
-- The story a job tells again, and the first version of it. Both may have been deleted since: hence no foreign keys.
ALTER TABLE jobs ADD COLUMN retells TEXT;
ALTER TABLE jobs ADD COLUMN lineage TEXT;
-- Stories of one lineage are versions of each other; each begins one of its own unless it was told again from another.
ALTER TABLE stories ADD COLUMN lineage TEXT NOT NULL DEFAULT '';
ALTER TABLE stories ADD COLUMN parent TEXT;
UPDATE stories SET lineage = id;
CREATE INDEX stories_by_lineage ON stories (lineage);
`,
}
