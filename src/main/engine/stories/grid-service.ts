/** The data view's questions about the tables of a saved story. */
import path from 'node:path'
import { replaceDurably } from '../../../disk/durable.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import type { TaskMap } from '../../../shared/contract/tasks.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import { fileNameOf } from '../file-name.ts'
import type { StoryService } from './story-service.ts'

type GridTable = Pick<TaskMap['grid-rows']['input'], 'tables' | 'convertDir' | 'cacheDir'>

/** Stories whose tables are known: reading a whole story for each window of rows would take longer than the window. */
const mostKnown = 8

export class GridService {
  readonly #stories: StoryService
  readonly #pool: WorkerPool
  readonly #files: StageFiles
  readonly #known = new Map<string, { readonly tables: Story['tables']; readonly jobId: string }>()

  constructor(stories: StoryService, pool: WorkerPool, files: StageFiles) {
    this.#stories = stories
    this.#pool = pool
    this.#files = files
  }

  async rows({ storyId, ...window }: CommandRequest<'grid/rows'>): Promise<CommandOutput<'grid/rows'>> {
    const table = await this.#table(storyId, window.view.table)
    return outputOf('grid-rows', await this.#pool.runTask('grid-rows', { ...table, window }))
  }

  async column({ storyId, ...question }: CommandRequest<'grid/column'>): Promise<CommandOutput<'grid/column'>> {
    const table = await this.#table(storyId, question.filter.table)
    return outputOf('grid-column', await this.#pool.runTask('grid-column', { ...table, question }))
  }

  async selection({ storyId, ...range }: CommandRequest<'grid/selection'>): Promise<CommandOutput<'grid/selection'>> {
    const table = await this.#table(storyId, range.view.table)
    return outputOf('grid-selection', await this.#pool.runTask('grid-selection', { ...table, range }))
  }

  async copy({ storyId, ...range }: CommandRequest<'grid/copy'>): Promise<CommandOutput<'grid/copy'>> {
    const table = await this.#table(storyId, range.view.table)
    return outputOf('grid-copy', await this.#pool.runTask('grid-copy', { ...table, range }))
  }

  async exportName({ view, format }: CommandRequest<'grid/export'>): Promise<string> {
    return `${fileNameOf(view.table) || 'table'}.${format}`
  }

  /** Writes the rows of a view to `outputPath`, whole or not at all. */
  async export({ storyId, ...request }: CommandRequest<'grid/export'>, outputPath: string): Promise<void> {
    const table = await this.#table(storyId, request.view.table)
    await replaceDurably(outputPath, async (temporary) => {
      outputOf('grid-export', await this.#pool.runTask('grid-export', { ...table, request, outputPath: temporary }))
    })
  }

  /** Throws `no_such_story` also for a table the story has not. */
  async #table(storyId: string, name: string): Promise<GridTable> {
    const { tables, jobId } = await this.#tablesOf(storyId)
    const table = tables.find((one) => one.name === name)
    if (table === undefined) throw new StoryglassError('no_such_story', `${storyId}: no table ${name}`)
    const { file, rows, view } = table
    const columns = table.columns.map(({ name: column, storage, format, unreadable, distinct, sourceName, order }) => ({
      name: column,
      storage,
      format,
      unreadable,
      distinct,
      ...(sourceName === undefined ? {} : { sourceName }),
      ...(order === undefined ? {} : { order }),
    }))
    return {
      tables: [{ name, file, rows, columns, ...(view === undefined ? {} : { view }) }],
      convertDir: path.resolve(this.#files.folder(jobId, 'convert')),
      cacheDir: path.resolve(this.#files.gridFolder(jobId)),
    }
  }

  async #tablesOf(storyId: string): Promise<{ readonly tables: Story['tables']; readonly jobId: string }> {
    const known = this.#known.get(storyId)
    if (known !== undefined) return known
    const { story, jobId } = await this.#stories.get(storyId)
    const found = { tables: story.tables, jobId }
    this.#known.set(storyId, found)
    const [oldest] = this.#known.keys()
    if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest)
    return found
  }

  /** The story is gone. */
  forget(storyId: string): void {
    this.#known.delete(storyId)
  }
}
