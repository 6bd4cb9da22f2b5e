/**
 * Asks a browser over two pipes, in the Chrome DevTools Protocol: messages of JSON with a zero byte after each. No port is
 * opened, and a browser whose pipe closes ends itself, so that none outlives this process.
 */
import type { Readable, Writable } from 'node:stream'

interface Reply {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message?: string }
}

export interface BrowserPipe {
  /** Rejects with what the browser says against it, or when the pipe closes. */
  ask(method: string, params?: object, sessionId?: string): Promise<unknown>
  /** The next time the browser tells this of the session. */
  told(method: string, sessionId: string): Promise<void>
}

export function openBrowserPipe(input: Writable, output: Readable): BrowserPipe {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, PromiseWithResolvers<void>>()
  let lastId = 0
  let closedBy: Error | null = null
  let pieces: Buffer[] = []

  function lose(error: Error): void {
    closedBy ??= error
    for (const one of [...waiting.values(), ...listeners.values()]) one.reject(closedBy)
    waiting.clear()
    listeners.clear()
  }

  function take(message: Reply): void {
    const { id, method, sessionId = '', result, error } = message
    if (id === undefined) {
      const key = `${sessionId} ${method}`
      listeners.get(key)?.resolve()
      listeners.delete(key)
      return
    }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(result)
    else asked?.reject(new Error(error.message ?? 'the browser refused'))
  }

  // A PDF arrives in one message of megabytes: its pieces are joined once, at its end.
  function read(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...pieces, rest.subarray(0, end)]).toString('utf8')
      pieces = []
      rest = rest.subarray(end + 1)
      take(JSON.parse(whole) as Reply)
    }
    if (rest.length > 0) pieces.push(rest)
  }

  output.on('data', (chunk: Buffer) => {
    try {
      read(chunk)
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)))
    }
  })
  output.on('error', lose)
  input.on('error', lose)
  output.on('close', () => lose(new Error('the browser has gone')))

  return {
    ask(method, params = {}, sessionId) {
      if (closedBy !== null) return Promise.reject(closedBy)
      lastId += 1
      const reply = Promise.withResolvers<unknown>()
      waiting.set(lastId, reply)
      input.write(`${JSON.stringify({ id: lastId, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
      return reply.promise
    },
    told(method, sessionId) {
      if (closedBy !== null) return Promise.reject(closedBy)
      const heard = Promise.withResolvers<void>()
      listeners.set(`${sessionId} ${method}`, heard)
      return heard.promise
    },
  }
}
