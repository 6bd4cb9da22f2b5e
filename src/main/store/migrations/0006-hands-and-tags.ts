import type { Migration } from './migration.ts'

export const migration0006: Migration = {
  version: 6,
  description: "A person's hand on stories; tags and favourites; a search that finds notes and tags as well.",
  sql: `
CREATE TABLE story_hands (
  story_id TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
  changed_at INTEGER NOT NULL,
  -- A Hand: see shared/story/hand.
  hand TEXT NOT NULL CHECK (json_valid(hand))
) STRICT, WITHOUT ROWID;
CREATE INDEX story_hands_by_age ON story_hands (changed_at);

-- Of stories and documents, whose ids are no other's.
CREATE TABLE entry_tags (
  entry_id TEXT NOT NULL,
  -- As it is compared: one tag in any case.
  folded TEXT NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (entry_id, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_tags_by_tag ON entry_tags (folded);

ALTER TABLE stories ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
ALTER TABLE documents ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1));
-- The shape of its first chart, for a list: a CardFigure. Null of stories without one, and of those saved before.
ALTER TABLE stories ADD COLUMN figure TEXT CHECK (figure IS NULL OR json_valid(figure));

CREATE TRIGGER story_tags_gone AFTER DELETE ON stories BEGIN DELETE FROM entry_tags WHERE entry_id = OLD.id; END;
CREATE TRIGGER document_tags_gone AFTER DELETE ON documents BEGIN DELETE FROM entry_tags WHERE entry_id = OLD.id; END;

ALTER TABLE story_search RENAME TO story_search_before;
CREATE VIRTUAL TABLE story_search USING fts5 (
  title, text, columns, source_name, notes, tags,
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
INSERT INTO story_search (rowid, title, text, columns, source_name, notes, tags)
  SELECT rowid, title, text, columns, source_name, '', '' FROM story_search_before;
DROP TABLE story_search_before;
`,
}
