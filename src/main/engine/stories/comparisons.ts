/** What changed between two saved stories: computed by a task, and kept where the library may be written to. */
import path from 'node:path'
import type { Comparison } from '../../../shared/comparison/comparison.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import * as table from '../../store/comparisons.ts'
import type { Library } from '../../store/library.ts'
import type { StoryService } from './story-service.ts'
import { nameStem, shapeOfStory } from './story-shape.ts'

export interface ComparisonServices {
  readonly library: Library
  readonly pool: WorkerPool
  readonly files: StageFiles
  readonly stories: Pick<StoryService, 'get'>
  readonly texts: Pick<Texts, 'language'>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** A comparison of another version of the engine is made again. Null: nothing is kept. */
  readonly keptBy: string | null
}

/** Stories whose shape may have to be found out for one question: each takes milliseconds, once. */
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
    if (keptBy !== null && isWhole) this.#keep(key, comparison, clock())
    return comparison
  }

  /** A story that was deleted meanwhile takes its comparisons with it. */
  #keep(key: table.ComparisonKey, comparison: Comparison, madeAt: number): void {
    const { library } = this.#services
    try {
      table.writeComparison(library, key, comparison, madeAt)
    } catch (error) {
      if (!/FOREIGN KEY/.test(String(error))) throw error
    }
  }

  async #earlierOf(id: string): Promise<string | null> {
    const { library, stories } = this.#services
    const { story } = await stories.get(id)
    const shape = shapeOfStory(story)
    if (this.#services.keptBy !== null) table.writeShape(library, id, shape)
    const alike: table.ShapedStory[] = []
    for (const one of table.selectPossibleEarlier(library, id, mostLookedAt)) {
      if ((one.shape ?? (await this.#shapeOf(one.id))) === shape) alike.push(one)
    }
    const stem = nameStem(story.source.name)
    return (alike.find(({ sourceName }) => nameStem(sourceName) === stem) ?? alike[0])?.id ?? null
  }

  async #shapeOf(id: string): Promise<string | null> {
    try {
      const shape = shapeOfStory((await this.#services.stories.get(id)).story)
      if (this.#services.keptBy !== null) table.writeShape(this.#services.library, id, shape)
      return shape
    } catch {
      // Deleted meanwhile, or of a version that is not understood: it is compared with nothing.
      return null
    }
  }
}
