import type { Migration } from './migration.ts'

export const migration0007: Migration = {
  version: 7,
  description: 'What changed between two stories, and by which columns a story is known to be of the same file.',
  sql: `
-- A fingerprint of the names of a story's columns: equal for another version of the same file. Filled when asked for.
CREATE TABLE story_shapes (
  story_id TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
  shape TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE comparisons (
  before_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  after_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  made_at INTEGER NOT NULL,
  -- In which its sentences are: asked for in another, it is made again.
  language TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  -- Comparison JSON, compressed with zstd.
  comparison BLOB NOT NULL,
  PRIMARY KEY (after_id, before_id)
) STRICT;
CREATE INDEX comparisons_by_before ON comparisons (before_id);
`,
}
