/** What a task gave, or why it did not. */
import { type TaskMap, type TaskName, taskSchemas } from '../../shared/contract/tasks.ts'
import type { WorkerResult } from '../../shared/contract/worker.ts'
import { CancelledError, StoryglassError } from '../../shared/failure/failure.ts'

/** The output, parsed before it is trusted; throws the failure or `CancelledError`. */
export function outputOf<Name extends TaskName>(name: Name, result: WorkerResult<unknown>): TaskMap[Name]['output'] {
  switch (result.outcome) {
    case 'done':
      return taskSchemas[name].output.parse(result.output) as TaskMap[Name]['output']
    case 'cancelled':
      throw new CancelledError()
    case 'failed':
      throw new StoryglassError(result.failure.reason, result.failure.detail)
  }
}
