/** A host as the pool sees it: a process that takes messages, gives messages, and can be ended at any moment. */
import type { ToHost } from '../host-messages.ts'

export interface HostExit {
  readonly code: number | null
  readonly signal: string | null
  /** The end of what it wrote on standard error. */
  readonly errors: string
}

export interface HostEvents {
  /** From a process that reads foreign files: to be checked before it is believed. */
  readonly onMessage: (message: unknown) => void
  /** Once, however it ended; no message follows. */
  readonly onExit: (exit: HostExit) => void
}

export interface HostProcess {
  send(message: ToHost): void
  /** One that waits for work does not keep the engine's process from ending. */
  setBusy(busy: boolean): void
  /** Ends it at once, whatever it does, and what it started with it. */
  kill(): void
}

export interface HostLaunch {
  /** Absolute path of the host's entry. */
  readonly file: string
  readonly arguments: readonly string[]
}

export type LaunchHost = (launch: HostLaunch, events: HostEvents) => HostProcess

const longestErrors = 4_000

/** Keeps the end of what a stream says. */
export function tailOf(stream: NodeJS.ReadableStream | null | undefined): () => string {
  let tail = ''
  stream?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString('utf8')).slice(-longestErrors)
  })
  return () => tail.trim()
}
