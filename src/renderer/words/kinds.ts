/** The kinds of file that are taken, and which pipeline each goes through. */
import { containerTypes } from '../../shared/file-formats/containers.ts'
import {
  endingsOf,
  formatIds,
  formatOf,
  formatOfType,
  namesOf,
  pipelineOfFormat,
  pipelineOfName,
} from '../../shared/file-formats/formats.ts'
import type { Job } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { SourceKind } from '../../shared/story/source.ts'

/** For `accept` of a file input: endings and, for browsers that go by them, types. */
export const acceptedFiles = [
  ...new Set([...endingsOf('story'), ...endingsOf('document')].map((ending) => `.${ending}`)),
  ...formatIds.flatMap((id) => formatOf(id).types),
  ...containerTypes,
].join(',')

/** What is read, by name, for messages that list it. */
export function namesByPipeline(): { readonly tables: string; readonly documents: string } {
  return { tables: namesOf('story').join(', '), documents: namesOf('document').join(', ') }
}

/** What becomes of what is dragged, by its type, before its name may be known; null where that tells nothing. */
export function pipelineOfType(type: string): Pipeline | null {
  const id = formatOfType(type)
  return id === null ? null : pipelineOfFormat(id)
}

/** By the kind found in the content: of a job that is known by its kind only. */
export function pipelineOfKind(kind: SourceKind): Pipeline {
  return pipelineOfFormat(kind) ?? 'story'
}

/** Until the import has looked into the file, its name says which stages to expect. */
export function pipelineOf(job: Job): Pipeline {
  const undecided = job.pipeline === 'story' && job.source.kind === 'unknown' && job.stages.length === 0
  return undecided ? pipelineOfName(job.source.name) : job.pipeline
}
