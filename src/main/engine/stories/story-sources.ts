/** Whether the file a story was told from is still there as it was: asked when the story is opened. */
import { stat } from 'node:fs/promises'
import { explainFileError } from '../../../disk/file-errors.ts'
import type { CommandOutput } from '../../../shared/contract/commands.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { fingerprint } from '../../intake/accept.ts'
import type { SourceService } from '../../intake/source-service.ts'
import type { Library } from '../../store/library.ts'
import { type SourceRow, selectSourceOfStory, setSourceModified } from '../../store/sources.ts'

type SourceState = CommandOutput<'stories/source'>

export interface StorySourceServices {
  readonly library: Library
  readonly sources: Pick<SourceService, 'adoptPath'>
}

const same: SourceState = { state: 'same', source: null }
const gone: SourceState = { state: 'gone', source: null }

export class StorySources {
  readonly #services: StorySourceServices

  constructor(services: StorySourceServices) {
    this.#services = services
  }

  /** With a handle of the file where it has changed. Throws `no_such_story`. */
  async stateOf(id: string): Promise<SourceState> {
    const stored = selectSourceOfStory(this.#services.library, id)
    if (stored === null) throw new StoryglassError('no_such_story', id)
    // A copy of ours is nobody else's to change.
    if (stored.owned === 1) return same
    try {
      return (await this.#hasChanged(stored))
        ? { state: 'changed', source: await this.#services.sources.adoptPath(stored.path) }
        : same
    } catch (error) {
      return stateByError(explainFileError(error, 'reading'))
    }
  }

  /** Its bytes are read only where its time of change alone is another. */
  async #hasChanged({ id, path, bytes, modified_at, sha256 }: SourceRow): Promise<boolean> {
    const found = await stat(path)
    if (!found.isFile() || found.size !== bytes) return true
    if (found.mtimeMs === modified_at) return false
    const changed = (await fingerprint({ path, bytes })) !== sha256
    // Written anew with the same content: not to be read again the next time.
    if (!changed) setSourceModified(this.#services.library, id, found.mtimeMs)
    return changed
  }
}

/** A file that may not be read now is said nothing of: it may be there, as it was. */
function stateByError(error: unknown): SourceState {
  if (!(error instanceof StoryglassError)) throw error
  switch (error.reason) {
    case 'file_missing':
    case 'is_folder':
    case 'unsupported_kind':
      return gone
    default:
      return { state: 'unknown', source: null }
  }
}
