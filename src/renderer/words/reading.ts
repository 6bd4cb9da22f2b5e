/** From when on a document under way can be opened, and where a job leads. */
import type { Job } from '../../shared/job/job.ts'
import type { Route } from '../routes/route.ts'

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
  return `Table on page ${page.toLocaleString('en-US')} of ${name}`
}

/** A protected Word file is encrypted as a whole, and nothing here can open that: only for others is a password asked. */
export function canBeUnlocked(job: Job): boolean {
  const word = job.source.kind === 'docx' || /\.do[ct][xm]?$/iu.test(job.source.name)
  return job.status === 'failed' && job.failure?.reason === 'encrypted_document' && !word
}
