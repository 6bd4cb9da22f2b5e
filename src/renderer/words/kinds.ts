/** The kinds of file that are taken, and which pipeline each goes through. */
import { documentKinds } from '../../shared/document/kinds.ts'
import type { Job } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'

/** By the ending of the name: what a drop promises before the content has been looked at. */
const endings = {
  story: ['csv', 'tsv', 'tab', 'xlsx', 'xlsm'],
  document: ['pdf', 'docx', 'md', 'markdown', 'html', 'htm', 'txt', 'text'],
} as const satisfies Record<Pipeline, readonly string[]>

/** Types of content as the system tells them of files dragged, before their names may be known. Plain text may be either. */
const documentTypes =
  /^(?:application\/pdf|application\/vnd\.openxmlformats-officedocument\.wordprocessingml|text\/(?:markdown|html)\b)/u
const tableTypes =
  /^(?:text\/(?:csv|tab-separated-values)|application\/vnd\.(?:ms-excel|openxmlformats-officedocument\.spreadsheetml))/u

/** For `accept` of a file input: endings and, for browsers that go by them, types. */
export const acceptedFiles = [
  ...[...endings.story, ...endings.document].map((ending) => `.${ending}`),
  'text/csv',
  'text/tab-separated-values',
  'application/pdf',
  'text/markdown',
  'text/html',
  'text/plain',
].join(',')

/** What is most likely to become of a file of this name. */
export function pipelineOfName(name: string): Pipeline {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase()
  return endings.document.some((one) => one === ending) ? 'document' : 'story'
}

/** The same of what is dragged; null where its type tells neither. */
export function pipelineOfType(type: string): Pipeline | null {
  if (tableTypes.test(type)) return 'story'
  return documentTypes.test(type) ? 'document' : null
}

/** By the kind found in the content: of a job that is known by its kind only. */
export function pipelineOfKind(kind: SourceKind): Pipeline {
  return documentKinds.some((one) => one === kind) ? 'document' : 'story'
}

/** Until the import has looked into the file, its name says which stages to expect. */
export function pipelineOf(job: Job): Pipeline {
  const undecided = job.pipeline === 'story' && job.source.kind === 'unknown' && job.stages.length === 0
  return undecided ? pipelineOfName(job.source.name) : job.pipeline
}
