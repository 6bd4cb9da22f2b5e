/** Table `story_shapes`: by what a story is known to be of another version of a file. */
import { createHash } from 'node:crypto'
import type { Story } from '../../shared/story/story.ts'
import type { Library } from './library.ts'

/** Of the names of all columns, in their order, whatever kind of file they came from and whatever its tables are called. */
export function shapeOfStory({ tables }: Pick<Story, 'tables'>): string {
  const names = tables.map(({ columns }) => columns.map(({ name }) => name.normalize('NFC').trim().toLowerCase()))
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32)
}

/** A story that is gone meanwhile has none. */
export function writeShape(library: Library, id: string, shape: string): void {
  library
    .statement('INSERT OR REPLACE INTO story_shapes (story_id, shape) SELECT id, ? FROM stories WHERE id = ?')
    .run(shape, id)
}

export interface ShapedStory {
  readonly id: string
  readonly sourceName: string
  /** Null for a story of an earlier version of the program that nobody has compared yet. */
  readonly shape: string | null
}

interface ShapedRow {
  readonly id: string
  readonly source_name: string
  readonly shape: string | null
}

/** Null where there is no such story. */
export function selectShaped(library: Library, id: string): ShapedStory | null {
  const row = library
    .statement(`
      SELECT stories.id, stories.source_name, story_shapes.shape
      FROM stories LEFT JOIN story_shapes ON story_shapes.story_id = stories.id WHERE stories.id = ?`)
    .get(id) as ShapedRow | undefined
  return row === undefined ? null : toShaped(row)
}

/**
 * Stories told before the story with the same options, of other content and of its shape, or of none that is known yet
 * and as many columns; newest first.
 */
export function selectPossibleEarlier(library: Library, id: string, shape: string, limit: number): ShapedStory[] {
  const rows = library
    .statement(`
      SELECT earlier.id, earlier.source_name, story_shapes.shape
      FROM stories AS own
      JOIN stories AS earlier ON earlier.options_key = own.options_key AND earlier.columns = own.columns
        AND earlier.sha256 <> own.sha256
        AND (earlier.created_at < own.created_at OR (earlier.created_at = own.created_at AND earlier.rowid < own.rowid))
      LEFT JOIN story_shapes ON story_shapes.story_id = earlier.id
      WHERE own.id = ? AND (story_shapes.shape = ? OR story_shapes.shape IS NULL)
      ORDER BY earlier.created_at DESC, earlier.rowid DESC LIMIT ?`)
    .all(id, shape, limit) as ShapedRow[]
  return rows.map(toShaped)
}

function toShaped({ id, source_name: sourceName, shape }: ShapedRow): ShapedStory {
  return { id, sourceName, shape }
}
