import type { Migration } from './migration.ts'

export const migration0004: Migration = {
  version: 4,
  description: 'Names of sources as they are searched for, whatever their case in any script.',
  // `fold_text` is ours, given to the connection that migrates: see store/library.ts.
  sql: `
ALTER TABLE sources ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
UPDATE sources SET name_folded = fold_text(name);
`,
}
