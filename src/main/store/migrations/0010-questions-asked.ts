import type { Migration } from './migration.ts'

export const migration0010: Migration = {
  version: 10,
  description: 'Questions that were asked of a story and rest on a test.',
  sql: `
CREATE TABLE story_questions (
  story_id TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  -- From 1, in the order they were asked.
  number INTEGER NOT NULL,
  -- SHA-256 of the question as it was understood: asked again, it is no further look at the data.
  question TEXT NOT NULL,
  is_found INTEGER NOT NULL CHECK (is_found IN (0, 1)),
  PRIMARY KEY (story_id, number),
  UNIQUE (story_id, question)
) STRICT, WITHOUT ROWID;
`,
}
