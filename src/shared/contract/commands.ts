/**
 * Command name to input and output: all that a window may ask of the engine. Both graphical shells carry this one map,
 * Electron over IPC and the browser shell over loopback HTTP. Names are `noun/verb`.
 */
import type { z } from 'zod'
import { applicationCommands } from './commands/application.ts'
import { documentsCommands } from './commands/documents.ts'
import { jobsCommands } from './commands/jobs.ts'
import { libraryCommands } from './commands/library.ts'
import { sourcesCommands } from './commands/sources.ts'
import { storiesCommands } from './commands/stories.ts'
import { tablesCommands } from './commands/tables.ts'

export type { Sample } from './commands/application.ts'
export { sampleSchema } from './commands/application.ts'
export type { SourceHandle } from './commands/parts.ts'

export const commands = {
  ...applicationCommands,
  ...sourcesCommands,
  ...jobsCommands,
  ...storiesCommands,
  ...libraryCommands,
  ...documentsCommands,
  ...tablesCommands,
} as const

export type CommandName = keyof typeof commands
export type CommandInput<Name extends CommandName> = z.input<(typeof commands)[Name]['input']>
/** The input after defaults are filled in: what a handler gets. */
export type CommandRequest<Name extends CommandName> = z.output<(typeof commands)[Name]['input']>
export type CommandOutput<Name extends CommandName> = z.output<(typeof commands)[Name]['output']>

/** One handler a command; a missing one does not compile. */
export type CommandHandlers = {
  [Name in CommandName]: (input: CommandRequest<Name>) => Promise<CommandOutput<Name>>
}
