/** The engine, as a host reaches it: over the channel of a forked Node process, or that of Electron's utility process. */
import { abandonScratchFolders } from '../../../disk/scratch.ts'
import type { FromHost, ToHost } from '../host-messages.ts'

export interface EnginePort {
  send(message: FromHost): void
  /** Messages come from the engine that started this process, and from nobody else. */
  onMessage(listener: (message: ToHost) => void): void
}

/** Electron's `process.parentPort`; Node has none. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export function connectEngine(): EnginePort {
  const { parentPort } = process as { parentPort?: ParentPort }
  return parentPort === undefined ? overFork() : overUtility(parentPort)
}

function overFork(): EnginePort {
  // A key pressed in the terminal is for the engine, which then says what is to happen here.
  process.on('SIGINT', () => undefined)
  // An engine that was killed says nothing any more. Nobody waits for what this process does, and an `exit` would tear
  // down a thread with DuckDB at work in it.
  process.on('disconnect', () => {
    abandonScratchFolders()
    process.kill(process.pid, 'SIGKILL')
  })
  return {
    send: (message) => {
      // The engine may be gone already; `disconnect` follows.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
    },
    onMessage: (listener) => process.on('message', (message) => listener(message as ToHost)),
  }
}

function overUtility(port: ParentPort): EnginePort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data as ToHost)),
  }
}
