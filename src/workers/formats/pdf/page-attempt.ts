/** What is done with one page, part by part: a part that fails becomes a warning, and the rest goes on. */
import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { CancelledError } from '../../../shared/failure/failure.ts'
import { type Note, note } from '../../../shared/story/note.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Deadline, deadlineIn } from './deadline.ts'

/** Of a full, missing or forbidden disk: no fault of the page. */
const ofDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE'])

/** What is said of a part of a page that failed. */
type PartFailed = `documents.${'text' | 'image' | 'links' | 'tables' | 'picture'}Failed` | 'documents.pageDamaged'

export class PageAttempt {
  readonly number: number
  readonly context: WorkContext
  readonly warnings: DocumentWarning[] = []
  /** For all that is done with the page. */
  readonly deadline: Deadline

  constructor(number: number, limitMs: number, context: WorkContext) {
    this.number = number
    this.context = context
    this.deadline = deadlineIn(limitMs)
  }

  warn(code: string, noted: Note): void {
    this.warnings.push(warningOf(code, this.number, noted))
  }

  /** Null, with the warning that the page `failed` so, when it fails. Throws as `rethrow` does. */
  async part<Result>(code: string, failed: PartFailed, work: () => Promise<Result> | Result): Promise<Result | null> {
    try {
      return await work()
    } catch (error) {
      this.rethrow(error)
      this.warn(code, note(failed, { page: this.number, cause: causeOf(error) }))
      return null
    }
  }

  /** Throws `CancelledError` when the work is cancelled, and the error itself when it is about the disk. */
  rethrow(error: unknown): void {
    if (this.context.signal.aborted) throw new CancelledError()
    if (error instanceof Error && 'code' in error && ofDisk.has(String(error.code))) throw error
  }
}

/** In words, without a full stop. */
export function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/\.$/u, '').slice(0, 300)
}
