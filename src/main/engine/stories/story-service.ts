/** The saved stories: read, searched, verified, exported, deleted. */
import path from 'node:path'
import { replaceDurably } from '../../../disk/durable.ts'
import { withScratchFolder } from '../../../disk/scratch.ts'
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import type { StoryFormat } from '../../../shared/contract/shell.ts'
import { importOutputSchema } from '../../../shared/contract/stages.ts'
import { exportFormat } from '../../../shared/export-formats/registry.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { TagCount } from '../../../shared/library/tags.ts'
import { everyInsight } from '../../../shared/story/every-insight.ts'
import { withAnswers } from '../../../shared/story/hand/answers.ts'
import type { Hand } from '../../../shared/story/hand/hand.ts'
import { handed } from '../../../shared/story/hand/handed.ts'
import type { Story, Verification } from '../../../shared/story/story.ts'
import { type TextsTag, textsTagOf } from '../../../shared/texts/texts.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { outputOf } from '../../pool/task-output.ts'
import type { WorkerPool } from '../../pool/work.ts'
import { selectAllTags } from '../../store/entry-tags.ts'
import type { Library } from '../../store/library.ts'
import { listEntries } from '../../store/library-entries.ts'
import { markEntries } from '../../store/mark-entries.ts'
import { countStories, deleteStory, readStory, selectStorySummaries } from '../../store/stories.ts'
import { replaceStory, selectHand, writeHand } from '../../store/story-hands.ts'
import { searchStories } from '../../store/story-search.ts'
import { fileNameOf } from '../file-name.ts'
import type { PagePrinter } from '../printing/page-printer.ts'

const evidenceRowLimit = 200

export interface StoryServices {
  readonly library: Library
  readonly pool: Pick<WorkerPool, 'runTask'>
  readonly files: Pick<StageFiles, 'folder' | 'result' | 'removeJob'>
  readonly clock: () => number
  readonly printer: PagePrinter
  /** Aborted when the engine closes. */
  readonly closing: AbortSignal
}

export interface SavedStory {
  readonly story: Story
  readonly jobId: string
  /** What a person did to it. */
  readonly hand: Hand | null
}

export class StoryService {
  readonly #library: Library
  readonly #pool: StoryServices['pool']
  readonly #files: StoryServices['files']
  readonly #clock: () => number
  readonly #printer: PagePrinter
  readonly #closing: AbortSignal

  constructor({ library, pool, files, clock, printer, closing }: StoryServices) {
    this.#library = library
    this.#pool = pool
    this.#files = files
    this.#clock = clock
    this.#printer = printer
    this.#closing = closing
  }

  list({ search, limit, offset }: CommandRequest<'stories/list'>): CommandOutput<'stories/list'> {
    if (search.trim() !== '') return searchStories(this.#library, search, limit, offset)
    return { stories: selectStorySummaries(this.#library, limit, offset), total: countStories(this.#library) }
  }

  /** Stories and documents together. */
  entries(request: CommandRequest<'library/list'>): CommandOutput<'library/list'> {
    return listEntries(this.#library, request)
  }

  /** Of stories and documents, in one transaction. */
  mark(request: CommandRequest<'library/mark'>): void {
    markEntries(this.#library, request)
  }

  tags(): TagCount[] {
    return selectAllTags(this.#library)
  }

  /** The story as generated, and what a person did to it. Throws `no_such_story`. */
  async get(id: string): Promise<SavedStory> {
    const found = await readStory(this.#library, id)
    if (found === null) throw new StoryglassError('no_such_story', id)
    return { ...found, hand: selectHand(this.#library, id) }
  }

  /** Throws `no_such_story`. */
  async setHand(id: string, hand: Hand): Promise<void> {
    const { story } = await this.get(id)
    writeHand(this.#library, story, hand, this.#clock())
  }

  /** Removes the story with its stored tables. Gives the job it came from, which stays. */
  async delete(id: string): Promise<{ jobId: string }> {
    const jobId = deleteStory(this.#library, id)
    if (jobId === null) throw new StoryglassError('no_such_story', id)
    await this.#files.removeJob(jobId)
    return { jobId }
  }

  async verifyById(id: string): Promise<Verification> {
    const saved = await this.get(id)
    return this.#verify(withAnswers(saved.story, saved.hand?.answers ?? []), saved)
  }

  /** Recomputes every number of `story`, which may have been exported and changed, against the tables stored here. */
  async verify(story: Story): Promise<Verification> {
    return this.#verify(story, await this.get(story.id))
  }

  async #verify(story: Story, saved: SavedStory): Promise<Verification> {
    const insights = everyInsight(story)
    const { tables, convertDir } = this.#tablesOf(saved)
    return outputOf(
      'verify',
      await this.#pool.runTask('verify', {
        tables,
        convertDir,
        insights,
        sections: story.sections,
        charts: story.charts,
        ...(story.language === undefined ? {} : { language: story.language }),
      }),
    )
  }

  async evidence({
    storyId,
    insightId,
    query,
  }: CommandRequest<'evidence/run'>): Promise<CommandOutput<'evidence/run'>> {
    const saved = await this.get(storyId)
    const story = withAnswers(saved.story, saved.hand?.answers ?? [])
    const insights = everyInsight(story)
    const sql = insights.find((insight) => insight.id === insightId)?.evidence.sql[query]
    if (sql === undefined) throw new StoryglassError('no_such_story', `${storyId}: query ${query} of ${insightId}`)
    const { tables, convertDir } = this.#tablesOf(saved)
    const input = { tables, convertDir, sql, limit: evidenceRowLimit }
    return { ...outputOf('evidence', await this.#pool.runTask('evidence', input)), sql }
  }

  async page({ storyId, table, offset, limit }: CommandRequest<'tables/page'>): Promise<CommandOutput<'tables/page'>> {
    const { tables, convertDir } = this.#tablesOf(await this.get(storyId))
    return outputOf('page', await this.#pool.runTask('page', { tables, convertDir, table, offset, limit }))
  }

  /** The story told in another language; what is saved stays as it is. Throws `no_such_story`. */
  async translated(id: string, language: TextsTag): Promise<Story> {
    return this.#translated(await this.get(id), language)
  }

  async #translated(saved: SavedStory, language: TextsTag): Promise<Story> {
    const { story, jobId } = saved
    if (textsTagOf(story) === language) return story
    const imported = importOutputSchema.safeParse(await this.#files.result(jobId, 'import'))
    const [inner, ...others] = imported.data?.inside?.files ?? []
    const { name, bytes } = inner === undefined || others.length > 0 ? story.source : inner
    const { convertDir } = this.#tablesOf(saved)
    const input = { story, source: { name, bytes }, convertDir, language }
    return outputOf('translate', await this.#pool.runTask('translate', input))
  }

  /** The same, saved in its place. */
  async translate(id: string, language: TextsTag): Promise<Story> {
    const story = await this.translated(id, language)
    if (!replaceStory(this.#library, story)) throw new StoryglassError('no_such_story', id)
    return story
  }

  /** Writes the story to `outputPath`, whole or not at all, in its own language or another. */
  async export(id: string, format: StoryFormat, outputPath: string, language?: TextsTag): Promise<void> {
    const saved = await this.get(id)
    const { hand } = saved
    const story = language === undefined ? saved.story : await this.#translated(saved, language)
    // JSON is the story as generated, with the hand beside it: whoever reads it can have both.
    const told = format === 'json' ? { ...story, ...(hand === null ? {} : { hand }) } : handed(story, hand)
    const stored = this.#tablesOf(saved)
    const write = async (file: string): Promise<void> => {
      outputOf('export', await this.#pool.runTask('export', { ...stored, story: told, format, outputPath: file }))
    }
    await replaceDurably(outputPath, (temporary) =>
      format === 'pdf' ? this.#printed(write, temporary) : write(temporary),
    )
  }

  /** A worker writes the page; what prints it is the shell's own, or a process beside this one. */
  #printed(write: (file: string) => Promise<void>, pdfFile: string): Promise<void> {
    return withScratchFolder(async (folder) => {
      const page = path.join(folder, 'story.html')
      await write(page)
      await this.#printer.print(page, pdfFile, this.#closing)
    })
  }

  async exportName(id: string, format: StoryFormat): Promise<string> {
    const { story, hand } = await this.get(id)
    const name = fileNameOf(hand?.title ?? story.title) || fileNameOf(story.source.name) || 'story'
    return `${name}.${exportFormat(format).endings[0]}`
  }

  #tablesOf({ story, jobId }: SavedStory) {
    const tables = story.tables.map(({ name, file, columns, view }) =>
      view === undefined ? { name, file } : { name, file, columns, view },
    )
    return { tables, convertDir: path.resolve(this.#files.folder(jobId, 'convert')) }
  }
}
