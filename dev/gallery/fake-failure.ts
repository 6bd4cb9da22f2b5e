/** How the engine that is none says no. */
import { describeFailure, type Failure } from '../../src/shared/failure/failure.ts'
import { english } from './english.ts'

export class FakeFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export function missing(message: string): FakeFailure {
  return new FakeFailure({
    ...describeFailure(english, 'file_missing', { name: 'It' }),
    message,
    hint: 'It may have been deleted.',
  })
}
