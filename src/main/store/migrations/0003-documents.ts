import { documentRows } from '../schema-constants.ts'
import type { Migration } from './migration.ts'

export const migration0003: Migration = {
  version: 3,
  description: 'Documents with a full-text index by page; what was asked for by name, and tables taken from documents.',
  sql: `
-- What a person asked for by name (tell, convert): the pipeline then is not the content's to decide.
ALTER TABLE jobs ADD COLUMN wanted TEXT CHECK (wanted IN ('story', 'document'));
-- Where the source was taken from, when it is a table of a document: a SourceOrigin.
ALTER TABLE jobs ADD COLUMN origin TEXT CHECK (origin IS NULL OR json_valid(origin));

-- Documents being indexed, whose rows of the full-text index nobody sees before they are in the library. Their numbers
-- become those of the documents; none is ever given twice.
CREATE TABLE document_drafts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  job_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE documents (
  rowid INTEGER PRIMARY KEY,
  -- That of the job that read it.
  id TEXT NOT NULL UNIQUE REFERENCES jobs (id),
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  title TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  pages INTEGER NOT NULL CHECK (pages >= 0),
  words INTEGER NOT NULL CHECK (words >= 0),
  tables INTEGER NOT NULL CHECK (tables >= 0),
  language TEXT,
  -- Among its files, of its first page that was drawn.
  thumbnail TEXT,
  -- Document JSON, compressed with zstd.
  document BLOB NOT NULL
) STRICT;
CREATE INDEX documents_by_age ON documents (created_at);
CREATE INDEX documents_by_content ON documents (sha256);

-- A row a page, numbered ${documentRows} times its document's plus its own: see store/document-search.ts.
CREATE VIRTUAL TABLE document_search USING fts5 (
  title, text, source_name,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2'
);
`,
}
