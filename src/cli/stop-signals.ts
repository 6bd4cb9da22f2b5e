/** Ctrl-C and its kin, heard once and answered in order. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
export type StopSignal = (typeof signals)[number]

/** What a shell expects of a program that was asked to stop: 128 and the signal's number. */
const statusOf: Record<StopSignal, number> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

export function stopStatus(signal: StopSignal): number {
  return statusOf[signal]
}

export interface StopSignals {
  readonly stopped: Promise<StopSignal>
  /** Signals mean again what they meant before. */
  release(): void
}

/** A terminal's Ctrl-C may reach us twice, from the terminal and passed on by the program above us. */
const sameKeyMs = 500

/**
 * Ends this process as the operating system would, without tidying up: what is stored is safe at every moment, and an
 * `exit` would tear down threads with DuckDB at work in them, which aborts.
 */
export function endFromOutside(signal: StopSignal | 'SIGKILL' = 'SIGKILL'): void {
  process.kill(process.pid, signal)
}

/** The first one resolves `stopped`; another one while closing ends the process at once, for the impatient. */
export function listenForStop(): StopSignals {
  const { promise, resolve } = Promise.withResolvers<StopSignal>()
  let firstAt: number | null = null
  const release = (): void => {
    for (const signal of signals) process.off(signal, listener)
  }
  const listener = (signal: StopSignal): void => {
    if (firstAt !== null && performance.now() - firstAt > sameKeyMs) {
      // With nobody listening the signal does what it does by default, and the shell above sees which one it was.
      release()
      endFromOutside(signal)
      return
    }
    firstAt ??= performance.now()
    resolve(signal)
  }
  for (const signal of signals) process.on(signal, listener)
  return { stopped: promise, release }
}
