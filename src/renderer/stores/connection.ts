/** Whether the engine can be heard. In the desktop shell it always can; the browser's connection may drop. */
import { create } from 'zustand'
import type { CommandOutput } from '../../shared/contract/commands.ts'
import type { Failure } from '../../shared/failure/failure.ts'

interface ConnectionState {
  readonly connected: boolean
  readonly info: CommandOutput<'app/info'> | null
  readonly samples: CommandOutput<'samples/list'>['samples']
  /** The engine could not be reached at start. */
  readonly failure: Failure | null
}

export const useConnection = create<ConnectionState>()(() => ({
  connected: true,
  info: null,
  samples: [],
  failure: null,
}))
