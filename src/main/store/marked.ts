/** The condition that keeps a list to the entries a person marked; its parameters are `tag` and `favourites`. */
import type { CommandRequest } from '../../shared/contract/commands.ts'
import { foldText } from '../../shared/format/fold.ts'

export type MarkFilter = Pick<CommandRequest<'library/list'>, 'tag' | 'favourites'>

/**
 * `table` is `stories` or `documents`, as the query names it. `true` where nothing is asked for: marks stand behind the
 * story itself in its row, and are not to be read of every row.
 */
export function markedIn(table: 'stories' | 'documents', filter: MarkFilter): string {
  if (isUnmarked(filter)) return 'true'
  return `(@tag = '' OR ${table}.id IN (SELECT entry_id FROM entry_tags WHERE folded = @tag))
    AND (@favourites = 0 OR ${table}.favourite = 1)`
}

/** Of that condition: none where nothing is asked for. */
export function markParameters(filter: MarkFilter): { readonly tag?: string; readonly favourites?: number } {
  const { tag = '', favourites = false } = filter
  return isUnmarked(filter) ? {} : { tag: foldText(tag.trim()), favourites: Number(favourites) }
}

function isUnmarked({ tag = '', favourites = false }: MarkFilter): boolean {
  return tag.trim() === '' && !favourites
}
