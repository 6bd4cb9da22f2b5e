/** The one object a window gets (`window.storyglass`), the same in the desktop and the browser shell. */
import type { Failure } from '../failure/failure.ts'
import type { CommandInput, CommandName, CommandOutput, SourceHandle } from './commands.ts'
import type { EventName, EventPayload } from './events.ts'

/** A command ends in its output or in a failure fit to show; never in a bare exception. */
export type CommandResult<Output> =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly failure: Failure }

export type Unsubscribe = () => void

export interface StoryglassBridge {
  readonly shell: 'desktop' | 'browser'
  invoke<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandResult<CommandOutput<Name>>>
  subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): Unsubscribe
  /**
   * Hands a dropped or picked file to the engine: by its path on the desktop, as a stream of bytes in the browser
   * (`onProgress` from 0 to 1). A folder or a missing file is a failure.
   */
  adoptFile(file: File, onProgress?: (fraction: number) => void): Promise<CommandResult<SourceHandle>>
  /** Address a file of a document is shown from; `name` as in a page's `image` (`pages/0001.webp`). */
  assetAddress(id: string, name: string): string
  /** Whether events reach this window; false while the browser shell's connection is down. */
  onConnection(listener: (connected: boolean) => void): Unsubscribe
}

declare global {
  interface Window {
    readonly storyglass: StoryglassBridge
  }
}
