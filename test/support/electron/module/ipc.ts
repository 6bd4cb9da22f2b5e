/** `ipcMain`: one handler a channel, errors as Electron words them. */
import { EventEmitter } from 'node:events'
import type { FrameFacts } from '../messages.ts'
import type { BrowserWindow } from './browser-window.ts'

interface SenderFrame {
  readonly url: string
  readonly origin: string
  readonly parent: SenderFrame | null
}

interface InvokeEvent {
  readonly type: 'frame'
  readonly sender: BrowserWindow['webContents']
  readonly senderFrame: SenderFrame | null
}

type Handler = (event: InvokeEvent, ...args: unknown[]) => unknown

function frameOf(facts: FrameFacts | null, top: string): SenderFrame | null {
  if (facts === null) return null
  const origin = /^[a-z]+:\/\/[^/]*/.exec(facts.url)?.[0] ?? 'null'
  const parent = facts.isTop ? null : { url: top, origin: 'app://storyglass', parent: null }
  return { url: facts.url, origin, parent }
}

class StandInIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  async invoke(window: BrowserWindow, facts: FrameFacts | null, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (!handler)
      throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
    const { webContents } = window
    const senderFrame = frameOf(facts, webContents.getURL())
    try {
      return structuredClone(await handler({ type: 'frame', sender: webContents, senderFrame }, ...args))
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
    }
  }
}

export const ipcMain = new StandInIpcMain()
