/** Table `entry_tags` and the favourites: what a person sorts their stories and documents by. */
import { foldText } from '../../shared/format/fold.ts'
import type { EntryName } from '../../shared/library/entry.ts'
import type { TagCount } from '../../shared/library/tags.ts'
import type { Library } from './library.ts'

/** In the order of the alphabet. */
export function selectTags(library: Library, entryId: string): string[] {
  const rows = library.statement('SELECT tag FROM entry_tags WHERE entry_id = ? ORDER BY folded').all(entryId)
  return (rows as { tag: string }[]).map(({ tag }) => tag)
}

/** The same of many, by their ids. */
export function selectTagsOf(library: Library, ids: readonly string[]): ReadonlyMap<string, string[]> {
  const rows = library
    .statement(`
      SELECT entry_id, tag FROM entry_tags WHERE entry_id IN (SELECT value FROM json_each(?)) ORDER BY entry_id, folded`)
    .all(JSON.stringify(ids)) as { entry_id: string; tag: string }[]
  const groups = Map.groupBy(rows, ({ entry_id }) => entry_id)
  return new Map([...groups].map(([id, group]) => [id, group.map(({ tag }) => tag)]))
}

/** Every tag in use, with how many entries have it. */
export function selectAllTags(library: Library): TagCount[] {
  return library
    .statement('SELECT min(tag) AS tag, count(*) AS entries FROM entry_tags GROUP BY folded ORDER BY folded')
    .all() as TagCount[]
}

/** A tag an entry has already stays as it was written first. */
export function addTag(library: Library, entryId: string, tag: string): void {
  library
    .statement('INSERT OR IGNORE INTO entry_tags (entry_id, folded, tag) VALUES (?, ?, ?)')
    .run(entryId, foldText(tag), tag)
}

export function removeTag(library: Library, entryId: string, tag: string): void {
  library.statement('DELETE FROM entry_tags WHERE entry_id = ? AND folded = ?').run(entryId, foldText(tag))
}

export function setFavourite(library: Library, { kind, id }: EntryName, favourite: boolean): void {
  const table = kind === 'story' ? 'stories' : 'documents'
  library.statement(`UPDATE ${table} SET favourite = ? WHERE id = ?`).run(Number(favourite), id)
}

/** A new version of a story is sorted as the one it was told again from. Its text is to be indexed after. */
export function inheritMarks(library: Library, storyId: string): void {
  library
    .statement(`
      INSERT OR IGNORE INTO entry_tags (entry_id, folded, tag)
      SELECT stories.id, folded, tag FROM stories JOIN entry_tags ON entry_id = stories.parent WHERE stories.id = ?`)
    .run(storyId)
  library
    .statement(`
      UPDATE stories SET favourite = 1
      WHERE id = ? AND EXISTS (SELECT 1 FROM stories AS told WHERE told.id = stories.parent AND told.favourite = 1)`)
    .run(storyId)
}

export function hasEntry(library: Library, { kind, id }: EntryName): boolean {
  const table = kind === 'story' ? 'stories' : 'documents'
  return library.statement(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined
}
