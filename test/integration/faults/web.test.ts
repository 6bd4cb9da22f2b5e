/** The window as a page: uploads that come a byte at a time, and floods of connections, cost others nothing. */
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type OpenPage, openPage } from '../../unit/web/browser-shell.ts'

/** How long the page may wait for an answer while others misbehave, ms. Loopback, but on a machine with much to do. */
const answerMs = 10_000

async function answersQuickly({ command }: OpenPage): Promise<void> {
  const startedAtMs = performance.now()
  expect((await command('jobs/list', {})).status).toBe(200)
  expect(performance.now() - startedAtMs).toBeLessThan(answerMs)
}

function slowUpload({ shell, own }: OpenPage, name: string) {
  const sent = request({
    host: '127.0.0.1',
    port: shell.port,
    method: 'PUT',
    path: `/upload?name=${name}`,
    headers: { ...own, 'transfer-encoding': 'chunked' },
  })
  const status = once(sent, 'response').then(([response]) => {
    response.resume()
    return response.statusCode as number
  })
  return { sent, status }
}

describe('slow uploads', () => {
  it('of a byte at a time arrive whole, and the page is answered meanwhile', () =>
    openPage(async (page) => {
      const uploads = Array.from({ length: 20 }, (_, index) => slowUpload(page, `slow-${index}.csv`))
      for (let byte = 0; byte < 10; byte += 1) {
        for (const { sent } of uploads) sent.write('x')
        await sleep(20)
        if (byte === 5) await answersQuickly(page)
      }
      for (const { sent } of uploads) sent.end('\n')
      expect(new Set(await Promise.all(uploads.map(({ status }) => status)))).toEqual(new Set([200]))
      expect(page.engine.adopted.size).toBe(20)
      expect(page.bugs).toEqual([])
    }))

  it('that are never ended leave nothing once their connection goes', () =>
    openPage(async (page) => {
      const uploads = Array.from({ length: 20 }, (_, index) => slowUpload(page, `half-${index}.csv`))
      for (const { sent, status } of uploads) {
        sent.on('error', () => undefined)
        status.catch(() => undefined)
        sent.write('half')
      }
      await expect.poll(() => readdirSync(page.uploads).length, { timeout: answerMs }).toBe(20)
      await answersQuickly(page)
      for (const { sent } of uploads) sent.destroy()
      await expect.poll(() => readdirSync(page.uploads), { timeout: answerMs }).toEqual([])
      expect(page.engine.adopted.size).toBe(0)
      expect(page.bugs).toEqual([])
    }))
})

describe('a flood of connections', () => {
  it('that say nothing, or have no key, keeps nobody from the page, and is gone when it closes', () =>
    openPage(async (page) => {
      const sockets: Socket[] = []
      for (let count = 0; count < 300; count += 1) {
        const socket = connect(page.shell.port, '127.0.0.1')
        socket.on('error', () => undefined)
        sockets.push(socket)
        // Some say nothing, some stop in the middle of a header, some ask for what they may not have.
        if (count % 3 === 1) socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1')
        if (count % 3 === 2)
          socket.write(`POST /command/jobs/list HTTP/1.1\r\nHost: 127.0.0.1:${page.shell.port}\r\n\r\n`)
      }
      await answersQuickly(page)
      const closed = sockets.filter((socket) => !socket.closed).map((socket) => once(socket.resume(), 'close'))
      await page.shell.close()
      await Promise.all(closed)
      expect(page.bugs).toEqual([])
    }))
})
