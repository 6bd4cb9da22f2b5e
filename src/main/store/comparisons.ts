/** Tables `comparisons` and `story_shapes`: what changed between two stories, and which stories are of one file. */
import { promisify } from 'node:util'
import { zstdCompressSync, zstdDecompress } from 'node:zlib'
import { type Comparison, comparisonSchema } from '../../shared/comparison/comparison.ts'
import type { Library } from './library.ts'

const decompress = promisify(zstdDecompress)

export interface ComparisonKey {
  readonly before: string
  readonly after: string
  readonly language: string
  readonly engineVersion: string
}

/** In the place of an earlier one of the same two. */
export function writeComparison(library: Library, key: ComparisonKey, comparison: Comparison, madeAt: number): void {
  library
    .statement(`
      INSERT INTO comparisons (before_id, after_id, made_at, language, engine_version, comparison)
      VALUES (@before, @after, @madeAt, @language, @engineVersion, @comparison)
      ON CONFLICT (after_id, before_id) DO UPDATE SET made_at = excluded.made_at, language = excluded.language,
        engine_version = excluded.engine_version, comparison = excluded.comparison`)
    .run({ ...key, madeAt, comparison: zstdCompressSync(JSON.stringify(comparison)) })
}

/** Null where there is none of this language and version of the engine, or one that is not understood any more. */
export async function readComparison(library: Library, key: ComparisonKey): Promise<Comparison | null> {
  const row = library
    .statement(`
      SELECT comparison FROM comparisons
      WHERE before_id = @before AND after_id = @after AND language = @language AND engine_version = @engineVersion`)
    .get(key) as { comparison: Buffer } | undefined
  if (row === undefined) return null
  const parsed = comparisonSchema.safeParse(JSON.parse((await decompress(row.comparison)).toString('utf8')))
  return parsed.success ? parsed.data : null
}

export interface ShapedStory {
  readonly id: string
  readonly sourceName: string
  readonly createdAt: number
  /** Null where it has not been asked for yet. */
  readonly shape: string | null
}

interface ShapedRow {
  readonly id: string
  readonly source_name: string
  readonly created_at: number
  readonly shape: string | null
}

/** Stories told before the story, with the same options, of as many columns and of other content; newest first. */
export function selectPossibleEarlier(library: Library, id: string, limit: number): ShapedStory[] {
  const rows = library
    .statement(`
      SELECT earlier.id, earlier.source_name, earlier.created_at, story_shapes.shape
      FROM stories AS own
      JOIN stories AS earlier ON earlier.options_key = own.options_key AND earlier.columns = own.columns
        AND earlier.sha256 <> own.sha256
        AND (earlier.created_at < own.created_at OR (earlier.created_at = own.created_at AND earlier.rowid < own.rowid))
      LEFT JOIN story_shapes ON story_shapes.story_id = earlier.id
      WHERE own.id = ?
      ORDER BY earlier.created_at DESC, earlier.rowid DESC LIMIT ?`)
    .all(id, limit) as ShapedRow[]
  return rows.map((row) => ({
    id: row.id,
    sourceName: row.source_name,
    createdAt: row.created_at,
    shape: row.shape,
  }))
}

export function readShape(library: Library, id: string): string | null {
  const row = library.statement('SELECT shape FROM story_shapes WHERE story_id = ?').get(id) as
    | { shape: string }
    | undefined
  return row?.shape ?? null
}

/** A story that is gone meanwhile has none. */
export function writeShape(library: Library, id: string, shape: string): void {
  library
    .statement('INSERT OR REPLACE INTO story_shapes (story_id, shape) SELECT id, ? FROM stories WHERE id = ?')
    .run(shape, id)
}
