/** A connection that comes back, against a real WebSocket server. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { backOffMs, createConnection } from '../../../../src/renderer/bridge/connection.ts'
import { createListeners } from '../../../../src/renderer/bridge/listeners.ts'

let page: EventTarget
let server: WebSocketServer

async function listen(port: number): Promise<WebSocketServer> {
  const made = new WebSocketServer({ host: '127.0.0.1', port })
  await once(made, 'listening')
  return made
}

beforeEach(async () => {
  page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  server = await listen(0)
})

afterEach(async () => {
  page.dispatchEvent(new Event('pagehide'))
  for (const client of server.clients) client.terminate()
  server.close()
  await new Promise((resolve) => setTimeout(resolve, 0))
  vi.unstubAllGlobals()
})

describe('the connection of a page', () => {
  it('says when it is lost, comes back when the host does, and hears again', async () => {
    const { port } = server.address() as AddressInfo
    const heard: string[] = []
    const changes: boolean[] = []
    const connection = createConnection({
      address: `ws://127.0.0.1:${port}`,
      onMessage: (text) => heard.push(text),
    })
    connection.onChange((connected) => changes.push(connected))
    await expect.poll(() => changes).toEqual([true])

    for (const client of server.clients) client.terminate()
    server.close()
    await expect.poll(() => changes).toEqual([true, false])
    server = await listen(port)
    await expect.poll(() => changes, { timeout: 10_000 }).toEqual([true, false, true])
    for (const client of server.clients) client.send('again')
    await expect.poll(() => heard).toEqual(['again'])
  })

  it('tells a late listener how things stand, and one that left nothing', async () => {
    const { port } = server.address() as AddressInfo
    const connection = createConnection({ address: `ws://127.0.0.1:${port}`, onMessage: () => undefined })
    await once(server, 'connection')
    const seen: boolean[] = []
    const left: boolean[] = []
    await expect.poll(() => server.clients.size).toBe(1)
    connection.onChange((connected) => left.push(connected))()
    connection.onChange((connected) => seen.push(connected))
    await expect.poll(() => seen).toEqual([true])
    expect(left).toEqual([])
  })

  it('waits ever longer, never more than ten seconds, and not in step with others', () => {
    expect([1, 2, 3, 4].map((failures) => backOffMs(failures, () => 1))).toEqual([250, 500, 1000, 2000])
    expect(backOffMs(50, () => 1)).toBe(10_000)
    expect(backOffMs(1, () => 0)).toBe(125)
  })
})

describe('listeners', () => {
  it('hear only their event, each as often as it was added, until taken off', () => {
    const listeners = createListeners()
    const seen: string[] = []
    const note = ({ id }: { id: string }): void => void seen.push(id)
    const stops = [listeners.add('job/removed', note), listeners.add('job/removed', note)]
    listeners.emit({ name: 'job/removed', payload: { id: 'a' } })
    listeners.emit({ name: 'story/deleted', payload: { id: 'b' } })
    stops[0]?.()
    listeners.emit({ name: 'job/removed', payload: { id: 'c' } })
    stops[1]?.()
    listeners.emit({ name: 'job/removed', payload: { id: 'd' } })
    expect(seen).toEqual(['a', 'a', 'c'])
  })
})
