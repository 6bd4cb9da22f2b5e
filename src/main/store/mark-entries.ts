/** Tags and favourites of several entries at once, with the words stories are found by. */
import type { CommandRequest } from '../../shared/contract/commands.ts'
import { addTag, hasEntry, removeTag, setFavourite } from './entry-tags.ts'
import type { Library } from './library.ts'
import { indexTags } from './story-search.ts'

/** What is not there any more is passed over. */
export function markEntries(
  library: Library,
  { entries, favourite, addTags, removeTags }: CommandRequest<'library/mark'>,
): void {
  library.transaction(() => {
    for (const entry of entries) {
      if (!hasEntry(library, entry)) continue
      if (favourite !== undefined) setFavourite(library, entry, favourite)
      for (const tag of removeTags) removeTag(library, entry.id, tag)
      for (const tag of addTags) addTag(library, entry.id, tag)
      if (entry.kind === 'story' && addTags.length + removeTags.length > 0) indexTags(library, entry.id)
    }
  })
}
