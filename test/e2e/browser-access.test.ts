/** The browser shell in a real browser: what its window holds, and what a page of another port of this machine gets. */
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import Database from 'better-sqlite3'
import { chromium } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openWindow, startEngine } from '../support/app.ts'
import { askEngine } from '../support/ask-engine.ts'
import { chromiumLaunchOptions } from '../support/chromium.ts'
import { withTemporaryFolder } from '../support/temporary.ts'

interface Visit {
  readonly url: string
  readonly transition: number
}

/** Chromium's mark of a visit that ended a chain of redirects: its history shows no others. */
const chainEnd = 0x20000000

/** Every visit a browser has kept, shown or not. */
function historyOf(profile: string): Visit[] {
  const history = new Database(path.join(profile, 'Default/History'), { readonly: true })
  try {
    return history
      .prepare('SELECT urls.url, visits.transition FROM visits JOIN urls ON urls.id = visits.url')
      .all() as Visit[]
  } finally {
    history.close()
  }
}

/** Another program's server on another port: plants cookies, and keeps what it is sent. */
async function startEvilServer(cookieNames: readonly string[]) {
  const received: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    received.push(request.headers)
    const planted = cookieNames.flatMap((name) => [`${name}=planted; Path=/`, `${name}=planted; Path=/api`])
    response.setHeader('Set-Cookie', planted)
    response.end('<!doctype html><title>evil</title>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    received,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  }
}

describe('a window in a browser', () => {
  it('keeps its key to its own port, through reloads and new tabs, and needs no cookie', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const { origin, port } = new URL(engine.address)
      const evil = await startEvilServer([`storyglass-${port}`, 'storyglass'])
      const { page, context, problems } = await openWindow(engine.address)
      try {
        await page.getByTestId('drop-zone').waitFor()
        expect(page.url()).toBe(`${origin}/`)
        const keys = await page.evaluate(() => JSON.stringify({ ...localStorage }))
        expect(keys).toContain('storyglass-window-keys')
        expect(await context.cookies()).toEqual([])

        const other = await context.newPage()
        await other.goto(evil.address)
        expect(await other.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}')
        expect(evil.received[0]?.cookie).toBeUndefined()
        const outcomes = await other.evaluate(
          async ({ origin, port }) => {
            const asked = [
              fetch(`${origin}/api/jobs/list`, { method: 'POST', body: '{}', credentials: 'include' }),
              fetch(`${origin}/session`, { method: 'POST', body: 'x', mode: 'no-cors', credentials: 'include' }),
              fetch(`${origin}/`, { credentials: 'include' }),
            ].map((one) =>
              one.then(
                (answer) => `${answer.type} ${answer.status}`,
                () => 'failed',
              ),
            )
            const socket = new WebSocket(`ws://127.0.0.1:${port}/events`, 'storyglass.events')
            const opened = new Promise<string>((resolve) => {
              socket.onopen = () => resolve('open')
              socket.onerror = () => resolve('refused')
            })
            return Promise.all([...asked, opened])
          },
          { origin, port },
        )
        expect(outcomes).toEqual(['failed', expect.stringMatching(/failed|opaque 0/), 'failed', 'refused'])

        // The evil page's cookies are sent to us from now on, and change nothing.
        expect((await context.cookies(origin)).length).toBeGreaterThan(0)
        expect((await askEngine(page, 'jobs/list', {})).total).toBe(0)
        await page.reload()
        await page.getByTestId('drop-zone').waitFor()
        expect((await askEngine(page, 'app/info', {})).shell).toBe('browser')
        const tab = await context.newPage()
        await tab.goto(`${origin}/#/library`)
        expect((await askEngine(tab, 'app/info', {})).shell).toBe('browser')
        await expect.poll(() => page.getByTestId('connection-lost').count()).toBe(0)
        expect(problems).toEqual([])
      } finally {
        await context.close()
        evil.close()
        await engine.stop()
      }
    })
  })

  it('that was not opened by the printed address says whose it is not, and shows nothing', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const { page, context } = await openWindow(`${new URL(engine.address).origin}/#start=${'x'.repeat(43)}`)
      try {
        await page.getByText('This window does not belong to the Storyglass that is running').first().waitFor()
        await expect(askEngine(page, 'jobs/list', {})).rejects.toThrow('does not belong')
      } finally {
        await context.close()
        await engine.stop()
      }
    })
  })

  it('leaves no secret that still works in the history', async () => {
    await withTemporaryFolder(async (folder) => {
      const engine = await startEngine(path.join(folder, 'data'))
      const profile = path.join(folder, 'profile')
      const context = await chromium.launchPersistentContext(profile, await chromiumLaunchOptions())
      try {
        const page = await context.newPage()
        await page.goto(engine.address)
        await page.getByTestId('drop-zone').waitFor()
        await page.goto(`${new URL(engine.address).origin}/#/library`)
        await page.waitForTimeout(500)
      } finally {
        await context.close()
        await engine.stop()
      }
      const visits = historyOf(profile)
      expect(visits.map(({ url }) => new URL(url).hash)).toContain('#/library')
      expect(visits.filter(({ url, transition }) => url.includes('token=') && (transition & chainEnd) !== 0)).toEqual(
        [],
      )
    })
  })
})
