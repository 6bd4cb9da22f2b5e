/** What changed between two saved stories: computed by a task, and kept where the library may be written to. */
import path from 'node:path'
import type { Comparison } from '../../../shared/comparison/comparison.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import * as table from '../../store/comparisons.ts'
import type { Library } from '../../store/library.ts'
import {
  type ShapedStory,
  selectPossibleEarlier,
  selectShaped,
  shapeOfStory,
  writeShape,
} from '../../store/story-shapes.ts'
import { fileStem } from './file-stem.ts'
import type { StoryService } from './story-service.ts'

export interface ComparisonServices {
  readonly library: Library
  readonly pool: Pick<WorkerPool, 'runTask'>
  readonly files: Pick<StageFiles, 'folder'>
  readonly stories: Pick<StoryService, 'get'>
  readonly texts: Pick<Texts, 'language'>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** A comparison of another version of the engine is made again. Null: nothing is kept. */
  readonly keptBy: string | null
}

/** Stories looked at for one question. The shape of one told by an earlier version is found out once, in milliseconds. */
const mostLookedAt = 50

export class ComparisonService {
  readonly #services: ComparisonServices
  /** Under way: a window and a watch may ask for the same. */
  readonly #running = new Map<string, Promise<Comparison>>()

  constructor(services: ComparisonServices) {
    this.#services = services
  }

  /** Throws `no_such_story`. */
  async compare({ before, after }: CommandRequest<'stories/compare'>): Promise<CommandOutput<'stories/compare'>> {
    const key = `${before} ${after}`
    const running = this.#running.get(key) ?? this.#compare(before, after).finally(() => this.#running.delete(key))
    this.#running.set(key, running)
    return { comparison: await running }
  }

  /** With the newest earlier story of the same file, by its columns; null where there is none. */
  async compared({ id }: CommandRequest<'stories/compared'>): Promise<CommandOutput<'stories/compared'>> {
    const earlier = await this.#earlierOf(id)
    if (earlier === null) return { compared: null }
    const { comparison } = await this.compare({ before: earlier, after: id })
    return { compared: { before: comparison.before, headline: comparison.headline } }
  }

  async #compare(before: string, after: string): Promise<Comparison> {
    const { library, pool, files, stories, texts, clock, keptBy } = this.#services
    const key = { before, after, language: texts.language, engineVersion: keptBy ?? '' }
    const kept = keptBy === null ? null : await table.readComparison(library, key)
    if (kept !== null) return kept
    const [earlier, later] = [await stories.get(before), await stories.get(after)]
    const input = {
      before: { story: earlier.story, convertDir: path.resolve(files.folder(earlier.jobId, 'convert')) },
      after: { story: later.story, convertDir: path.resolve(files.folder(later.jobId, 'convert')) },
    }
    const comparison = outputOf('compare', await pool.runTask('compare', input))
    // Without the tables of one of them it may be made again, should they come back with a restored folder.
    const isWhole = comparison.basis === 'tables'
    if (keptBy !== null && isWhole) table.writeComparison(library, key, comparison, clock())
    return comparison
  }

  /** The newest one of a file of the same name but for its numbers, or else the newest. */
  async #earlierOf(id: string): Promise<string | null> {
    const { library } = this.#services
    const own = selectShaped(library, id)
    if (own === null) throw new StoryglassError('no_such_story', id)
    const shape = own.shape ?? (await this.#findShape(id))
    const possible = selectPossibleEarlier(library, id, shape, mostLookedAt)
    const stem = fileStem(own.sourceName)
    const isOfName = ({ sourceName }: ShapedStory): boolean => fileStem(sourceName) === stem
    for (const one of [...possible.filter(isOfName), ...possible.filter((other) => !isOfName(other))]) {
      if (one.shape === shape || (one.shape === null && (await this.#shapeOf(one.id)) === shape)) return one.id
    }
    return null
  }

  async #findShape(id: string): Promise<string> {
    const { library, stories, keptBy } = this.#services
    const shape = shapeOfStory((await stories.get(id)).story)
    if (keptBy !== null) writeShape(library, id, shape)
    return shape
  }

  async #shapeOf(id: string): Promise<string | null> {
    try {
      return await this.#findShape(id)
    } catch {
      // Deleted meanwhile, or of a version that is not understood: it is compared with nothing.
      return null
    }
  }
}
