/** Table `stage_paces`: how long stages of past jobs took, what time left is learned from. */
import type { Depth } from '../../shared/job/job.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { Library } from './library.ts'

/** What a stage was run on. Paces of one such are alike; those of another say nothing about it. */
export interface PaceKey {
  readonly kind: SourceKind
  readonly stage: StageName
  readonly depth: Depth
}

export interface PaceRow {
  readonly bytes: number
  /** Rows times columns of all tables; null when they were not known. */
  readonly cells: number | null
  readonly elapsed_ms: number
}

/** Old ones are forgotten: machines and versions change. */
const keptPaces = 60

export function insertStagePace(library: Library, key: PaceKey, pace: PaceRow): void {
  library
    .statement(`
      INSERT INTO stage_paces (kind, stage, depth, bytes, cells, elapsed_ms)
      VALUES (@kind, @stage, @depth, @bytes, @cells, @elapsed_ms)`)
    .run({ ...key, ...pace })
  library
    .statement(`
      DELETE FROM stage_paces WHERE kind = @kind AND stage = @stage AND depth = @depth AND id <= (
        SELECT id FROM stage_paces WHERE kind = @kind AND stage = @stage AND depth = @depth
        ORDER BY id DESC LIMIT 1 OFFSET ${keptPaces})`)
    .run(key)
}

/** Latest first. */
export function selectStagePaces(library: Library, key: PaceKey): PaceRow[] {
  return library
    .statement(`
      SELECT bytes, cells, elapsed_ms FROM stage_paces
      WHERE kind = @kind AND stage = @stage AND depth = @depth ORDER BY id DESC`)
    .all(key) as PaceRow[]
}
