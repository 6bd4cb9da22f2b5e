/** `storyglass stories versions` and `stories retell`: the ways in which a source was told, and one more of them. */
import { toldOver, withKept } from '../shared/story/told-over.ts'
import type { StoryVersion, ToldOptions } from '../shared/story/version.ts'
import { versionName } from '../shared/story/version-name.ts'
import { exitStatus } from './exit-status.ts'
import { type FocusOptions, focusOf } from './focus-options.ts'
import { terminalTexts } from './language.ts'
import { problemOfJob } from './outcome.ts'
import { print, printJson, printProblem } from './output.ts'
import { showProgress } from './progress.ts'
import { withEngine, withReading } from './session.ts'
import type { StoriesOptions } from './stories.ts'
import { textTable, timeText } from './text-table.ts'

export interface RetellOptions extends StoriesOptions, FocusOptions {
  /** Begins from nothing told, not from what the story was told with. */
  readonly asRead?: boolean
  readonly quiet?: boolean
}

export function listVersions(id: string, options: StoriesOptions): Promise<number> {
  return withReading(options.dataDir, async ({ handlers }) => {
    const { versions } = await handlers['stories/versions']({ id })
    const texts = terminalTexts()
    const named = versions.map((version) => ({ ...version, name: versionName(texts, version.told) }))
    if (options.format === 'json') await printJson({ versions: named })
    else {
      const { headers } = texts.terminal.lists
      const rows = named.map(({ id: own, createdAt, name, title }) => [own, timeText(createdAt), name, title])
      await print(textTable([headers.id, headers.told, headers.version, headers.title], rows))
    }
    return exitStatus.done
  })
}

/** What is given is said over what the story was told with; a version that is told so already is named, not told again. */
export function retellStory(id: string, options: RetellOptions): Promise<number> {
  return withEngine(options.dataDir, async ({ engine, interrupted }) => {
    const { versions } = await engine.handlers['stories/versions']({ id })
    const { story } = await engine.handlers['stories/get']({ id })
    const said: ToldOptions = versions.find((version) => version.id === id)?.told ?? {}
    const given = focusOf(options) ?? {}
    // How the file was read because of another goes on to hold without being told.
    const { focus: before = {} } = withKept(said, story)
    const focus = options.asRead ? given : toldOver(before, given)
    const reading = options.asRead || said.reading === undefined ? {} : { reading: said.reading }
    const asked = Object.keys(focus).length === 0 ? reading : { focus, ...reading }
    const begun = await engine.handlers['stories/retell']({ id, told: asked })
    let storyId = begun.storyId
    if (begun.job !== null) {
      const { id: jobId } = begun.job
      const cancel = (): void => void engine.handlers['jobs/cancel']({ id: jobId }).catch(() => undefined)
      interrupted.addEventListener('abort', cancel)
      const end = options.quiet ? () => undefined : showProgress(engine, new Set([jobId]), process.stderr)
      await engine.start()
      const job = await engine.jobs.whenOver(jobId).finally(end)
      if (job.status !== 'completed') {
        const problem = problemOfJob(job)
        await printProblem(problem, options.format === 'json')
        return problem.status
      }
      storyId = job.storyId
    }
    const told = (await engine.handlers['stories/versions']({ id })).versions.find((one) => one.id === storyId)
    if (told !== undefined) await report(told, options)
    return exitStatus.done
  })
}

async function report(version: StoryVersion, { format }: StoriesOptions): Promise<void> {
  const name = versionName(terminalTexts(), version.told)
  if (format === 'json') await printJson({ version: { ...version, name } })
  else await print(`${version.id}  ${name}\n${version.title}\n`)
}
