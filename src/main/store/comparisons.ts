/** Table `comparisons`: what changed between two stories. */
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

/** In the place of an earlier one of the same two; not where one of the stories is gone meanwhile. */
export function writeComparison(library: Library, key: ComparisonKey, comparison: Comparison, madeAt: number): void {
  library
    .statement(`
      INSERT INTO comparisons (before_id, after_id, made_at, language, engine_version, comparison)
      SELECT @before, @after, @madeAt, @language, @engineVersion, @comparison
      WHERE EXISTS (SELECT 1 FROM stories WHERE id = @before) AND EXISTS (SELECT 1 FROM stories WHERE id = @after)
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
