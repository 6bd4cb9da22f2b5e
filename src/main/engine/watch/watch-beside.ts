/** What is watched, changed by a process that does not own the library: the owner sees it at its next look. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Watch } from '../../../shared/library/watch.ts'
import { dataLayout } from '../../intake/layout.ts'
import { openBeside } from '../../store/beside.ts'
import type { Library } from '../../store/library.ts'
import { deleteWatch } from '../../store/watches.ts'
import { newId } from '../ids.ts'
import { addWatch, placedWatch } from './watch-service.ts'

export interface WatchBeside {
  add(path: string): Promise<Watch>
  /** By id or path. Throws `no_such_source`. */
  remove(idOrPath: string): void
}

export async function withWatchBeside<Result>(
  dataDir: string,
  work: (watches: WatchBeside) => Promise<Result>,
): Promise<Result> {
  const library: Library = openBeside(dataLayout(dataDir).library)
  try {
    return await work({
      add: async (path) => placedWatch(await addWatch({ library, newId, clock: Date.now }, path)),
      remove: (idOrPath) => {
        if (!deleteWatch(library, idOrPath)) throw new StoryglassError('no_such_source', idOrPath)
      },
    })
  } finally {
    library.close()
  }
}
