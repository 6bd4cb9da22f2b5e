/** The engine as queries and stores see it: given once at start, asked by command name, never in a bare exception. */
import type { CommandResult, StoryglassBridge } from '../../shared/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/commands.ts'
import { describeFailure, type Failure } from '../../shared/failure/failure.ts'
import { pageTexts } from './page-language.ts'

let current: StoryglassBridge | null = null

/** Called once before the first render; the gallery and tests give one of their own making. */
export function provideEngine(bridge: StoryglassBridge): void {
  current = bridge
}

export function engine(): StoryglassBridge {
  if (current === null) throw new Error('provideEngine has not been called')
  return current
}

/** Where a file of a document is shown from: a name as in a page's `image`. */
export function assetAddress(id: string, name: string): string {
  return engine().assetAddress(id, name)
}

/** Asks the engine. A carrier that breaks is told as a failure like any other. */
export async function ask<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
): Promise<CommandResult<CommandOutput<Name>>> {
  try {
    return await engine().invoke(name, input)
  } catch (error) {
    return { ok: false, failure: unreachable(`${name}: ${String(error)}`) }
  }
}

/** The engine did not answer: a fault between window and engine, not of the file. */
export function unreachable(detail: string): Failure {
  const texts = pageTexts()
  return {
    ...describeFailure(texts, 'internal', { name: texts.failures.subjects.window, detail }),
    ...texts.failures.unanswered,
  }
}
