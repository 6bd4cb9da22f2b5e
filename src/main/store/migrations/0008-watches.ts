import type { Migration } from './migration.ts'

export const migration0008: Migration = {
  version: 8,
  description: 'Files and folders that are watched, and which version of each file is known.',
  sql: `
CREATE TABLE watches (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'folder')),
  path TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'watched', 'missing', 'unreadable')),
  since INTEGER,
  -- What was told because of it last.
  last_story_id TEXT REFERENCES stories (id) ON DELETE SET NULL,
  last_before_id TEXT REFERENCES stories (id) ON DELETE SET NULL,
  last_source_name TEXT,
  last_at INTEGER,
  last_sentence TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_files (
  watch_id TEXT NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_at REAL NOT NULL,
  -- The job that tells this version, until its end was announced. Jobs are cleaned up: hence no foreign key.
  job_id TEXT,
  PRIMARY KEY (watch_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_files_by_job ON watched_files (job_id) WHERE job_id IS NOT NULL;
`,
}
