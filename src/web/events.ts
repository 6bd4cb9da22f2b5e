/** The engine's events to every open page, over one WebSocket each. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { EngineEvent } from '../shared/contract/events.ts'
import type { ShellEngine } from '../shared/contract/shell.ts'
import { eventProtocol } from '../shared/contract/web.ts'

/** A page that has not read this much is not reading: it is let go, and comes back with a fresh look at everything. */
const maxBacklogBytes = 8_000_000
const pingEveryMs = 30_000
const goingAway = 1001
const tryAgainLater = 1013

export interface EventSockets {
  /** Takes over a connection that has been found welcome. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Tells every page something that is not the engine's to tell. */
  emit(event: EngineEvent): void
  close(): void
}

export function createEventSockets(engine: Pick<ShellEngine, 'subscribe'>): EventSockets {
  // A page only listens: any message it sends beyond a few bytes ends its connection.
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    perMessageDeflate: false,
    // The other one offered holds the page's key, which is not to be said back.
    handleProtocols: (offered) => (offered.has(eventProtocol) ? eventProtocol : false),
  })
  const answered = new WeakSet<WebSocket>()

  const emit = (event: EngineEvent): void => {
    if (server.clients.size === 0) return
    const message = JSON.stringify(event)
    for (const client of server.clients) {
      if (client.readyState !== client.OPEN) continue
      if (client.bufferedAmount > maxBacklogBytes) client.close(tryAgainLater)
      else client.send(message)
    }
  }
  const unsubscribe = engine.subscribe(emit)

  // A laptop that slept leaves connections that are open only on this side.
  const pinger = setInterval(() => {
    for (const client of server.clients) {
      if (!answered.delete(client)) client.terminate()
      else client.ping()
    }
  }, pingEveryMs)
  pinger.unref()

  return {
    emit,
    accept(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => {
        answered.add(client)
        client.on('pong', () => answered.add(client))
        // A broken connection is closed by ws itself; the page comes back by its own.
        client.on('error', () => client.terminate())
      })
    },
    close() {
      unsubscribe()
      clearInterval(pinger)
      for (const client of server.clients) {
        client.close(goingAway)
        client.terminate()
      }
      server.close()
    },
  }
}
