/** `storyglass tell`: files in, stories out. */
import path from 'node:path'
import { writeFileDurably } from '../disk/durable.ts'
import { withScratchFolder } from '../disk/scratch.ts'
import type { Engine } from '../main/engine.ts'
import type { StoryFormat } from '../shared/contract/shell.ts'
import type { Document } from '../shared/document/document.ts'
import { exportFormatOfName, exportFormatsOf, isTextFormat } from '../shared/export-formats/formats.ts'
import { exportFormat } from '../shared/export-formats/registry.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import type { Depth, Job, JobOptionsInput } from '../shared/job/job.ts'
import type { Story } from '../shared/story/story.ts'
import type { LanguageTag } from '../shared/texts/languages.ts'
import { exitStatus } from './exit-status.ts'
import { type FocusOptions, focusOf } from './focus-options.ts'
import { assertFree, type ForceOption, makeFolder } from './free-path.ts'
import { speakOnTerminal } from './language.ts'
import { type Problem, problemOfError } from './outcome.ts'
import { print, printFile, printJson, printProblem, sayProblem } from './output.ts'
import { askOnTerminal, givenPassword, type PasswordOptions } from './password.ts'
import type { ProgressForm } from './progress.ts'
import { type GivenReading, readingOf } from './reading-options.ts'
import { withEngine } from './session.ts'
import { tellAll } from './tell-jobs.ts'
import { UsageError } from './usage.ts'

export interface TellOptions extends PasswordOptions, GivenReading, ForceOption, FocusOptions {
  readonly sheet?: string
  readonly format?: StoryFormat
  readonly out?: string
  readonly dataDir?: string
  readonly seed?: number
  readonly language?: LanguageTag
  readonly quick?: boolean
  readonly deep?: boolean
  /** The files, or those of a folder, as one table. */
  readonly asOne?: boolean
  readonly quiet?: boolean
  readonly progress?: ProgressForm
}

/** Gives the status of the process: of the first file that failed. */
export async function tell(given: readonly string[], options: TellOptions): Promise<number> {
  speakOnTerminal(options.language)
  // Told as one they are named after the first, as long as there is no job with a name of its own.
  const files = options.asOne ? given.slice(0, 1) : given
  const format = options.format ?? exportFormatOfName(options.out ?? '', 'story') ?? 'md'
  if (options.quick && options.deep) throw new UsageError(({ quickAndDeep }) => quickAndDeep)
  if (files.length > 1 && format !== 'json' && options.out === undefined) {
    throw new UsageError(({ severalFiles }) => severalFiles)
  }
  if (options.out === undefined && !isTextFormat(format)) {
    throw new UsageError(({ formatNeedsOut }) => formatNeedsOut({ format }))
  }
  // One file for all of them is known before any of them is told.
  if (options.out !== undefined && (files.length === 1 || format === 'json')) {
    await assertFree(path.resolve(options.out), options)
  }
  const password = await givenPassword(options)
  return withEngine(options.dataDir, async (session) => {
    const told = tellAll(session, files, {
      options: jobOptionsOf(options),
      quiet: options.quiet === true,
      progress: options.progress ?? 'text',
      password,
      askPassword: askOnTerminal(options),
      ...(options.asOne ? { together: given } : {}),
    })
    const writer = new StoryWriter(session.engine, files.length, format, options)
    let status: number = exitStatus.done
    for await (const one of told) {
      const problem = one.problem ?? (await attempt(one.file, () => writer.write(one.job)))
      if (problem === null) continue
      await writer.problem(problem)
      if (status === exitStatus.done) status = problem.status
    }
    await writer.end()
    return status
  })
}

/** Puts stories where they were asked for. */
class StoryWriter {
  readonly #engine: Engine
  readonly #several: boolean
  readonly #format: StoryFormat
  readonly #out: string | undefined
  readonly #force: ForceOption
  readonly #lines: string[] = []
  readonly #usedNames = new Set<string>()

  constructor(engine: Engine, count: number, format: StoryFormat, { out, ...force }: TellOptions) {
    this.#engine = engine
    this.#several = count > 1
    this.#format = format
    this.#out = out === undefined ? undefined : path.resolve(out)
    this.#force = force
  }

  /** The story of a table, or what a document says. */
  async write(job: Job): Promise<void> {
    if (this.#format === 'json') {
      const told = await this.#toldBy(job)
      if (this.#out === undefined) await printJson(told)
      else this.#lines.push(JSON.stringify(told))
    } else if (this.#out === undefined) await this.#print(job, this.#format)
    else await this.#export(job, this.#format, await this.#fileFor(job, this.#out))
  }

  async #toldBy(job: Job): Promise<Story | Document> {
    if (job.pipeline === 'document') return this.#engine.documents.document(job.id)
    return (await this.#engine.handlers['stories/get']({ id: job.storyId ?? '' })).story
  }

  async #export(job: Job, format: Exclude<StoryFormat, 'json'>, file: string): Promise<void> {
    if (job.pipeline === 'story') return this.#engine.stories.export(job.storyId ?? '', format, file)
    const known = exportFormatsOf('documentStory')
    const fit = known.find((one) => one === format)
    if (fit === undefined) throw new StoryglassError('format_unfit', known.join(', '))
    return this.#engine.documents.exportStory(job.id, file, fit)
  }

  async problem(problem: Problem): Promise<void> {
    if (this.#format === 'json' && this.#several && this.#out !== undefined) {
      this.#lines.push(JSON.stringify({ error: problem.report }))
      await sayProblem(problem)
    } else await printProblem(problem, this.#format === 'json')
  }

  async end(): Promise<void> {
    if (this.#out === undefined || this.#lines.length === 0) return
    await makeFolder(path.dirname(this.#out))
    await writeFileDurably(this.#out, `${this.#lines.join('\n')}\n`)
  }

  async #print(job: Job, format: Exclude<StoryFormat, 'json'>): Promise<void> {
    await withScratchFolder(async (folder) => {
      const file = path.join(folder, `story.${format}`)
      await this.#export(job, format, file)
      await printFile(file)
      await print('\n')
    })
  }

  async #fileFor(job: Job, out: string): Promise<string> {
    const folder = this.#several ? out : path.dirname(out)
    await makeFolder(folder)
    if (!this.#several) return out
    const file = path.join(out, this.#freeName(path.parse(job.source.name).name))
    await assertFree(file, this.#force)
    return file
  }

  /** Files of one name from several folders must not write over each other. */
  #freeName(base: string): string {
    for (let number = 1; ; number += 1) {
      const name = `${base}${number === 1 ? '' : `-${number}`}.${exportFormat(this.#format).endings[0]}`
      if (this.#usedNames.has(name)) continue
      this.#usedNames.add(name)
      return name
    }
  }
}

async function attempt(file: string, work: () => Promise<void>): Promise<Problem | null> {
  try {
    await work()
    return null
  } catch (error) {
    return problemOfError(error, file)
  }
}

function jobOptionsOf({ sheet, seed, quick, deep, ...given }: TellOptions): JobOptionsInput {
  const depth: Depth = quick ? 'quick' : deep ? 'deep' : 'standard'
  const focus = focusOf(given)
  const reading = readingOf(given)
  return {
    depth,
    ...(sheet === undefined ? {} : { sheet }),
    ...(seed === undefined ? {} : { seed }),
    ...(focus === null ? {} : { focus }),
    ...(reading === null ? {} : { reading }),
  }
}
