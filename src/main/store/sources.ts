/** Table `sources`: the files jobs read. */
import { foldText } from '../../shared/format/fold.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { Library } from './library.ts'

export interface SourceRow {
  readonly id: number
  readonly sha256: string
  readonly name: string
  readonly path: string
  readonly bytes: number
  /** Milliseconds since 1970, with the file system's fraction. */
  readonly modified_at: number
  readonly kind: SourceKind
  readonly owned: 0 | 1
  readonly created_at: number
}

export type NewSource = Omit<SourceRow, 'id' | 'kind'>

/** Inserts the source, or finds the same file with the same content; either way gives its id. */
export function upsertSource(library: Library, source: NewSource): number {
  const row = library
    .statement(`
      INSERT INTO sources (sha256, name, name_folded, path, bytes, modified_at, kind, owned, created_at)
      VALUES (@sha256, @name, @nameFolded, @path, @bytes, @modified_at, 'unknown', @owned, @created_at)
      ON CONFLICT (sha256, name, path) DO UPDATE SET modified_at = excluded.modified_at
      RETURNING id`)
    .get({ ...source, nameFolded: foldText(source.name) }) as { id: number }
  return row.id
}

export function selectSource(library: Library, id: number): SourceRow | null {
  return (library.statement('SELECT * FROM sources WHERE id = ?').get(id) as SourceRow | undefined) ?? null
}

/** Null where there is no such story. */
export function selectSourceOfStory(library: Library, storyId: string): SourceRow | null {
  const row = library
    .statement(`
      SELECT sources.* FROM stories JOIN jobs ON jobs.id = stories.job_id JOIN sources ON sources.id = jobs.source_id
      WHERE stories.id = ?`)
    .get(storyId)
  return (row as SourceRow | undefined) ?? null
}

/** Milliseconds since 1970. */
export function setSourceModified(library: Library, id: number, modifiedAt: number): void {
  library.statement('UPDATE sources SET modified_at = ? WHERE id = ?').run(modifiedAt, id)
}

export function setSourceKind(library: Library, id: number, kind: SourceKind): void {
  library.statement('UPDATE sources SET kind = ? WHERE id = ?').run(kind, id)
}

/** Removes sources no job refers to. Gives the paths of our own copies among them that no other source shares. */
export function deleteUnusedSources(library: Library): string[] {
  const rows = library
    .statement('DELETE FROM sources WHERE id NOT IN (SELECT source_id FROM jobs) RETURNING path, owned')
    .all() as { path: string; owned: 0 | 1 }[]
  const stillUsed = new Set(selectOwnedPaths(library))
  return rows.filter((row) => row.owned === 1 && !stillUsed.has(row.path)).map((row) => row.path)
}

/** Paths of the copies of ours that a job may still need. */
export function selectOwnedPaths(library: Library): string[] {
  const rows = library.statement('SELECT DISTINCT path FROM sources WHERE owned = 1').all() as { path: string }[]
  return rows.map((row) => row.path)
}
