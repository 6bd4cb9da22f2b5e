import type { Migration } from './migration.ts'

export const migration0002: Migration = {
  version: 2,
  description: 'Lists and due times of long queues found in an index; what pace is learned from, apart from the jobs.',
  sql: `
-- Read backwards these give the newest first, jobs of one moment in order: nothing is sorted for a page.
DROP INDEX jobs_by_age;
DROP INDEX jobs_by_status;
CREATE INDEX jobs_by_age ON jobs (created_at);
CREATE INDEX jobs_by_status ON jobs (status, created_at);
CREATE INDEX jobs_ended ON jobs (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX jobs_delayed ON jobs (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX jobs_in_front ON jobs (front) WHERE front IS NOT NULL;

-- Outlives its job: cleaning up must not make the next estimate worse.
CREATE TABLE stage_paces (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('import', 'convert', 'analyze', 'narrate', 'visualize')),
  depth TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  -- Rows times columns of all tables; unknown until they are converted.
  cells INTEGER CHECK (cells >= 0),
  -- From begun to recorded, waiting for a thread and the disk included.
  elapsed_ms REAL NOT NULL CHECK (elapsed_ms >= 0)
) STRICT;
CREATE INDEX stage_paces_latest ON stage_paces (kind, stage, depth, id);
INSERT INTO stage_paces (kind, stage, depth, bytes, cells, elapsed_ms)
  SELECT sources.kind, job_stages.stage, coalesce(jobs.options ->> 'depth', 'standard'), sources.bytes, NULL,
  job_stages.elapsed_ms
  FROM job_stages JOIN jobs ON jobs.id = job_stages.job_id JOIN sources ON sources.id = jobs.source_id
  ORDER BY job_stages.finished_at;
`,
}
