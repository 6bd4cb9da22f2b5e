/** What a person can ask of a document: a table's story, an export. */
import type { CommandInput } from '../../shared/contract/commands.ts'
import type { Job } from '../../shared/job/job.ts'
import { ask } from '../bridge/engine.ts'
import { jobReplied } from '../queries/jobs.ts'
import { finishExport } from './exports.ts'
import { notifyOfFailure } from './notices.ts'

/** Begins a story of a table; gives its job, or null where it failed, and then that has been told. */
export async function tellTable(id: string, table: number): Promise<Job | null> {
  const result = await ask('documents/tell-table', { id, table })
  if (!result.ok) {
    notifyOfFailure(result.failure)
    return null
  }
  // A job that has already been heard of by an event is newer than this reply.
  jobReplied(result.output.job, 0)
  return result.output.job
}

export async function exportDocument(
  id: string,
  table: number | null,
  format: CommandInput<'documents/export'>['format'],
): Promise<void> {
  const result = await ask('documents/export', { id, table, format })
  if (result.ok) finishExport(result.output, table === null ? 'document' : 'table')
  else notifyOfFailure(result.failure)
}
