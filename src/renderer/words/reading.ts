/** From when on a document under way can be opened, and where a job leads. */
import { formatOf, formatOfName } from '../../shared/file-formats/formats.ts'
import type { Job } from '../../shared/job/job.ts'
import type { Route } from '../routes/route.ts'
import { currentTexts } from '../stores/language.ts'

/** Whether a page of the document this job reads can be shown: while it is still being read, or of what was read. */
export function isReadable(job: Job): boolean {
  if (job.pipeline !== 'document') return false
  if (job.status === 'completed' || job.stages.some(({ name }) => name === 'convert')) return true
  return job.stage === 'convert' && job.units?.unit === 'pages' && job.units.done >= 1
}

/** A job that is done leads to what came of it, a document under way to its pages, any other to its own screen. */
export function placeOfJob(job: Job): Route {
  const ended = job.status === 'failed' || job.status === 'cancelled'
  if (isReadable(job) && !ended) return { screen: 'document', id: job.id, page: null, find: '' }
  if (job.status === 'completed' && job.storyId !== null) return { screen: 'story', id: job.storyId, anchor: null }
  return { screen: 'job', id: job.id }
}

/** Where a story's source was taken from: its page in the document. */
export function placeOfOrigin({ documentId, page }: NonNullable<Job['source']['origin']>): Route {
  return { screen: 'document', id: documentId, page, find: '' }
}

/** `Table on page 4 of report.pdf`. */
export function originWords({ page, name }: NonNullable<Job['source']['origin']>): string {
  const texts = currentTexts()
  return texts.documents.origin({ page, name })
}

/** Only for a kind that its password opens is one asked. Known by its name where the content could not be looked at. */
export function canBeUnlocked({ source, status, failure }: Job): boolean {
  if (status !== 'failed') return false
  if (failure?.reason !== 'encrypted_document' && failure?.reason !== 'encrypted_workbook') return false
  const id = source.kind === 'unknown' ? formatOfName(source.name) : source.kind
  const format = id === null ? null : formatOf(id)
  return format?.takesPassword === true
}
