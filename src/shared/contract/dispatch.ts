/** One command from a window to its answer: the same checks whatever carried it. */
import { CancelledError, describeFailure, type Failure, StoryglassError } from '../failure/failure.ts'
import type { Texts } from '../texts/texts.ts'
import type { CommandResult } from './bridge.ts'
import { type CommandHandlers, type CommandName, type CommandRequest, commands } from './commands.ts'
import { isCommandName } from './names.ts'

/** What was wrong with the request itself, apart from what the command answers. */
export type Verdict = 'answered' | 'unknown_command' | 'malformed'

export interface Dispatched {
  readonly verdict: Verdict
  readonly result: CommandResult<unknown>
}

/** Called with what only a programmer can mend; the window is told that something went wrong, not its stack. */
export type ReportBug = (where: string, error: unknown) => void

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The words for a failure outside any job. `name` is the file's, where it is known here: the engine may know none. */
export function failureOf(texts: Texts, error: unknown, name: string | null = null): Failure {
  const shownName = name ?? texts.failures.subjects.file
  const failure =
    error instanceof StoryglassError
      ? describeFailure(texts, error.reason, { name: shownName, detail: error.detail })
      : describeFailure(texts, 'internal', {
          name: shownName,
          detail: error instanceof Error ? error.message : String(error),
        })
  return name === null ? { ...failure, message: capitalised(failure.message) } : failure
}

/** Whether an error is one of those a person brings about; anything else is a bug. */
function isExpected(error: unknown): boolean {
  return error instanceof StoryglassError || error instanceof CancelledError
}

function refused(texts: Texts, verdict: Verdict, detail: string): Dispatched {
  return {
    verdict,
    result: {
      ok: false,
      failure: describeFailure(texts, 'internal', { name: texts.failures.subjects.request, detail }),
    },
  }
}

/** Whom a command's faults are told, and in which words. */
export interface AnswerOptions {
  readonly report: ReportBug
  readonly texts: Texts
}

async function answer<Name extends CommandName>(
  handlers: CommandHandlers,
  name: Name,
  payload: unknown,
  { report, texts }: AnswerOptions,
): Promise<Dispatched> {
  const { input, output } = commands[name]
  const request = input.safeParse(payload)
  if (!request.success) return refused(texts, 'malformed', `${name}: ${request.error.message}`)
  try {
    const handler: CommandHandlers[Name] = handlers[name]
    const answered = await handler(request.data as CommandRequest<Name>)
    // Parsed on the way out too: what the contract does not name (a path, a row's inner fields) never reaches a window.
    return { verdict: 'answered', result: { ok: true, output: output.parse(answered) } }
  } catch (error) {
    if (!isExpected(error)) report(name, error)
    return { verdict: 'answered', result: { ok: false, failure: failureOf(texts, error) } }
  }
}

/** Never throws: an unknown name, a malformed payload and a failing handler all end in a result fit to show. */
export function dispatch(
  handlers: CommandHandlers,
  name: unknown,
  payload: unknown,
  options: AnswerOptions,
): Promise<Dispatched> {
  if (!isCommandName(name))
    return Promise.resolve(refused(options.texts, 'unknown_command', `no command ${String(name)}`))
  return answer(handlers, name, payload, options)
}
