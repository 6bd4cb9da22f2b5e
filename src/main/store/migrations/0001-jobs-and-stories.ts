import { ageingStepMs } from '../schema-constants.ts'
import type { Migration } from './migration.ts'

export const migration0001: Migration = {
  version: 1,
  description: 'Sources, jobs with their stages and events, stories with a full-text index, settings.',
  sql: `
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  modified_at REAL NOT NULL,
  kind TEXT NOT NULL,
  -- 1: a copy of ours under sources/, removed when no job needs it. 0: the user's own file, never touched.
  owned INTEGER NOT NULL CHECK (owned IN (0, 1)),
  created_at INTEGER NOT NULL,
  UNIQUE (sha256, name, path)
) STRICT;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  sha256 TEXT NOT NULL,
  pipeline TEXT NOT NULL CHECK (pipeline IN ('story', 'document')),
  options TEXT NOT NULL CHECK (json_valid(options)),
  options_key TEXT NOT NULL,
  -- 0 low, 1 normal, 2 high, 3 urgent.
  priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
  status TEXT NOT NULL CHECK (status IN ('queued', 'processing', 'completed', 'failed', 'cancelled')),
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  -- Attempts begun since the job was made or last retried by hand.
  attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  -- Claims ever: only the holder of the latest may change a processing job.
  claim INTEGER NOT NULL DEFAULT 0 CHECK (claim >= 0),
  process_deaths INTEGER NOT NULL DEFAULT 0 CHECK (process_deaths >= 0),
  stage TEXT CHECK (stage IN ('import', 'convert', 'analyze', 'narrate', 'visualize')),
  percent REAL NOT NULL DEFAULT 0 CHECK (percent BETWEEN 0 AND 100),
  note TEXT,
  units_done REAL,
  units_total REAL,
  unit TEXT,
  created_at INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  -- "Run this next": ahead of every job without one, smallest first.
  front INTEGER,
  started_at INTEGER,
  finished_at INTEGER,
  next_attempt_at INTEGER,
  failure_code TEXT,
  failure_reason TEXT,
  failure_message TEXT,
  failure_hint TEXT,
  failure_detail TEXT,
  failure_transient INTEGER CHECK (failure_transient IN (0, 1)),
  failed_at INTEGER,
  rank INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(front, queued_at - priority * ${ageingStepMs})) VIRTUAL,
  CHECK ((finished_at IS NOT NULL) = (status IN ('completed', 'failed', 'cancelled'))),
  CHECK (status <> 'processing' OR (started_at IS NOT NULL AND attempt > 0 AND claim > 0)),
  CHECK (status <> 'failed' OR failure_code IS NOT NULL),
  CHECK (status <> 'completed' OR (failure_code IS NULL AND percent = 100)),
  CHECK (next_attempt_at IS NULL OR status = 'queued'),
  CHECK (paused = 0 OR status = 'queued'),
  CHECK ((failure_code IS NULL) = (failure_reason IS NULL) AND (failure_code IS NULL) = (failed_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX jobs_active ON jobs (sha256, options_key, pipeline) WHERE status IN ('queued', 'processing');
CREATE INDEX jobs_waiting ON jobs (rank, created_at) WHERE status = 'queued' AND paused = 0;
CREATE INDEX jobs_by_age ON jobs (created_at DESC);
CREATE INDEX jobs_by_status ON jobs (status, created_at DESC);
CREATE INDEX jobs_by_source ON jobs (source_id);

CREATE TABLE job_stages (
  job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
  stage TEXT NOT NULL CHECK (stage IN ('import', 'convert', 'analyze', 'narrate', 'visualize')),
  claim INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  elapsed_ms REAL NOT NULL CHECK (elapsed_ms >= 0),
  -- Result file, relative to the data folder.
  output_path TEXT NOT NULL,
  PRIMARY KEY (job_id, stage)
) STRICT, WITHOUT ROWID;

-- Kept when its job is cleaned up, so that the metrics do not forget: hence no foreign key.
CREATE TABLE job_events (
  id INTEGER PRIMARY KEY,
  job_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('created', 'claimed', 'stage_finished', 'completed', 'failed', 'retry_scheduled',
  'retried', 'cancelled', 'recovered', 'yielded', 'paused', 'resumed', 'priority_changed', 'moved_to_front')),
  status TEXT NOT NULL CHECK (status IN ('queued', 'processing', 'completed', 'failed', 'cancelled')),
  attempt INTEGER NOT NULL,
  stage TEXT,
  detail TEXT CHECK (detail IS NULL OR json_valid(detail))
) STRICT;
CREATE INDEX job_events_by_job ON job_events (job_id, id);
CREATE INDEX job_events_by_time ON job_events (at);

CREATE TABLE stories (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  job_id TEXT NOT NULL UNIQUE REFERENCES jobs (id),
  sha256 TEXT NOT NULL,
  options_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  rows INTEGER NOT NULL,
  columns INTEGER NOT NULL,
  findings INTEGER NOT NULL,
  charts INTEGER NOT NULL,
  -- Story JSON, compressed with zstd.
  story BLOB NOT NULL
) STRICT;
CREATE INDEX stories_by_age ON stories (created_at DESC);
CREATE INDEX stories_by_content ON stories (sha256, options_key);

CREATE VIRTUAL TABLE story_search USING fts5 (
  title, text, columns, source_name,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
`,
}
