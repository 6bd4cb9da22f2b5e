/** Errors of files and of the library, as the failures they are to a person. */

import { explainFileError } from '../../disk/file-errors.ts'
import type { EngineHandlers } from '../../shared/contract/shell.ts'
import { explainStoreError } from '../store/errors.ts'

/** The same handlers; what they throw is a `StoryglassError` wherever its cause is a known one. */
export function explained<Handlers extends Partial<EngineHandlers>>(handlers: Handlers): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [name, explainedHandler(handler as AnyHandler)])
  return Object.fromEntries(wrapped) as Handlers
}

type AnyHandler = (input: unknown) => Promise<unknown>

function explainedHandler(handler: AnyHandler): AnyHandler {
  return async (input) => {
    try {
      return await handler(input)
    } catch (error) {
      throw explainFileError(explainStoreError(error), 'writing')
    }
  }
}
