/** What is said of a file of numbers and lengths that lead astray. */
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import { EndOfBytesError } from '../../files/sequential-bytes.ts'

/** The reason for what was thrown while a file was read; faults of the machine, which have a code of the system, stay. */
export function readingFault(error: unknown, format: string): unknown {
  if (error instanceof StoryglassError || error instanceof CancelledError || !(error instanceof Error)) return error
  if (error instanceof EndOfBytesError) {
    return new StoryglassError('damaged_text', note('failed.endsEarly', { format }), { cause: error })
  }
  if ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/u.test(error.code)) return error
  const said = error.message.slice(0, 200)
  return new StoryglassError('damaged_text', note('failed.readerSays', { format, said }), { cause: error })
}
