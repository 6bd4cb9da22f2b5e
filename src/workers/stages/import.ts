/** The import stage: the file is as it was when it was accepted, and is of a kind we read. */
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { StageInput, StageOutput } from '../../shared/contract/stages.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { endingOf, formatIds, formatOf, mayBeNamed, promises } from '../../shared/file-formats/formats.ts'
import type { FormatId } from '../../shared/file-formats/registry.ts'
import { openSource } from '../formats/recognition/open-source.ts'
import { shapeOf } from '../formats/recognition/shape.ts'
import type { WorkContext } from '../runtime/context.ts'

/** What is inside a file that only wraps others is left in `outputDir`. */
export async function importSource(input: StageInput<'import'>, context: WorkContext): Promise<StageOutput<'import'>> {
  context.progress({ done: 0, total: 1, unit: 'files', note: 'Looking at the file' })
  await mkdir(input.outputDir, { recursive: true })
  const request = {
    pipeline: input.wanted,
    wanted: input.sheet ?? null,
    password: input.password ?? null,
    asOne: input.asOne === true,
    folder: input.outputDir,
    source: input.source,
  }
  const { files, pipeline, isInside, chosen, notes } = await openSource(request, context)
  const { size } = await stat(input.source.path)
  if (size !== input.source.bytes) {
    throw new StoryglassError('file_changed', `it had ${input.source.bytes} bytes and has ${size}`)
  }
  await context.yieldToEventLoop()
  context.progress({ done: 1, total: 1, unit: 'files', note: null })
  const [first, ...others] = files
  const { kind, name } = first
  const inner = files.map((file) => ({
    file: path.basename(file.path),
    name: file.name,
    bytes: file.bytes,
    kind: file.kind,
  }))
  const shape =
    input.wantsShape === true && others.length === 0 ? await shapeOf(first, input.outputDir, context) : undefined
  return {
    ...(shape === undefined ? {} : { shape }),
    kind,
    misnamed: isMisnamed(name, kind),
    pipeline,
    ...(isInside ? { inside: { files: inner, chosen, notes: [...notes] } } : {}),
  }
}

/** A text to be read is rightly named by any ending that promises no other kind than a text: there are hundreds. */
function isMisnamed(name: string, kind: FormatId): boolean {
  if (endingOf(name) === '' || mayBeNamed(name, kind)) return false
  const { isPlainText, pipeline } = formatOf(kind)
  if (!isPlainText || pipeline === 'story') return true
  return formatIds.some((other) => !formatOf(other).isPlainText && promises(name, other))
}
