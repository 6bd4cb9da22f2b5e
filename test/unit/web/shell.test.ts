/** The contract over HTTP and a WebSocket, and what happens to requests that are none. */
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { commandNames } from '../../../src/shared/contract/names.ts'
import { eventKeyPrefix, eventProtocol } from '../../../src/shared/contract/web.ts'
import { maxCommandBytes } from '../../../src/web/commands.ts'
import { attachmentHeader } from '../../../src/web/downloads.ts'
import { startBrowserShell } from '../../../src/web/shell.ts'
import { jobNamed } from '../../support/fake-engine.ts'
import { type OpenPage, openPage } from './browser-shell.ts'

const messagesOf = async ({ shell, origin, keys }: OpenPage): Promise<{ socket: WebSocket; seen: unknown[] }> => {
  const socket = new WebSocket(`ws://127.0.0.1:${shell.port}/events`, [eventProtocol, eventKeyPrefix + keys.key], {
    headers: { origin },
  })
  const seen: unknown[] = []
  socket.on('message', (data) => seen.push(JSON.parse(String(data))))
  await once(socket, 'open')
  return { socket, seen }
}

describe('a command', () => {
  it('is answered with its output, the shell adding what only it knows', async () => {
    await openPage(
      async ({ command }) => {
        const answer = await command('app/info', {})
        expect(answer.status).toBe(200)
        expect(JSON.parse(answer.body)).toEqual({
          ok: true,
          output: {
            version: '0.0.0-fake',
            stories: 0,
            activeJobs: 0,
            shell: 'browser',
            platform: process.platform,
            openJobId: 'job-7',
          },
        })
      },
      { openJobId: () => 'job-7' },
    )
  })

  it('that fails as expected says so in words', async () => {
    await openPage(async ({ command, bugs }) => {
      const answer = await command('jobs/get', { id: 'none' })
      expect(answer.status).toBe(200)
      const { ok, failure } = JSON.parse(answer.body)
      expect(ok).toBe(false)
      expect(failure.message).toBe('The file is no longer where it was.')
      expect(bugs).toEqual([])
    })
  })

  it('that hits a bug is reported and answered, without a stack', async () => {
    await openPage(async ({ command, bugs }) => {
      const answer = await command('jobs/retry', { id: 'x' })
      expect(JSON.parse(answer.body).failure.reason).toBe('internal')
      expect(answer.body).not.toMatch(/\bat .*\.ts/)
      expect(bugs.map((bug) => bug.where)).toEqual(['jobs/retry'])
    })
  })

  it('has an address whichever of the contract it is', async () => {
    await openPage(async ({ command }) => {
      for (const name of commandNames) expect((await command(name, {})).status, name).not.toBe(404)
    })
  })

  it('nobody knows is refused, names of object prototypes among them', async () => {
    await openPage(async ({ command }) => {
      for (const name of ['jobs/explode', 'constructor/name', '__proto__/x', 'jobs', 'a/b/c', 'Jobs/List']) {
        const { status, body } = await command(name, {})
        expect(status, name).toBe(404)
        expect(JSON.parse(body).ok).toBe(false)
      }
    })
  })

  it('with a malformed payload is refused before any handler sees it', async () => {
    await openPage(async ({ command, ask, bugs }) => {
      const malformed: [string, unknown][] = [
        ['jobs/get', {}],
        ['jobs/get', { id: 7 }],
        ['jobs/get', { id: 'x'.repeat(65) }],
        ['jobs/list', { limit: 100_000 }],
        ['jobs/create', { source: { path: '/etc/passwd' } }],
        ['jobs/create', null],
        ['app/info', { surplus: true }],
      ]
      for (const [name, payload] of malformed) {
        expect((await command(name, payload)).status, `${name} ${JSON.stringify(payload)}`).toBe(400)
      }
      const headers = { 'content-type': 'application/json' }
      for (const body of ['', '{', Buffer.from([0x22, 0xff, 0x22])]) {
        expect((await ask({ path: '/api/jobs/list', method: 'POST', headers, body })).status).toBe(400)
      }
      expect(bugs).toEqual([])
    })
  })

  it('is sent as JSON and not as a form, which other pages may send', async () => {
    await openPage(async ({ ask }) => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/jsonx',
      ]) {
        const headers = { 'content-type': type }
        expect((await ask({ path: '/api/jobs/list', method: 'POST', headers, body: '{}' })).status, type).toBe(415)
      }
    })
  })

  it('is at most a megabyte, whether or not it says how long it is', async () => {
    await openPage(async ({ ask, command }) => {
      const body = JSON.stringify({ search: 'x'.repeat(maxCommandBytes) })
      const headers = { 'content-type': 'application/json' }
      const chunked = { ...headers, 'transfer-encoding': 'chunked' }
      expect((await ask({ path: '/api/stories/list', method: 'POST', headers, body })).status).toBe(413)
      expect((await ask({ path: '/api/stories/list', method: 'POST', headers: chunked, body })).status).toBe(413)
      expect((await command('jobs/list', {})).status).toBe(200)
    })
  })
})

describe('a page', () => {
  it('is served from the renderer folder and nowhere else', async () => {
    await openPage(async ({ ask }) => {
      expect((await ask({ path: '/' })).headers['cache-control']).toBe('no-cache')
      expect((await ask({ path: '/assets/index-abc123.js' })).headers['cache-control']).toContain('immutable')
      const outside = [
        '/../secret.txt',
        '/assets/../../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/..%5csecret.txt',
        '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
        '/%00',
        '//etc/passwd',
        'http://127.0.0.1/secret.txt',
        '/%',
      ]
      for (const path of outside) {
        const answer = await ask({ path })
        expect([400, 404], path).toContain(answer.status)
        expect(answer.body, path).not.toContain('a secret beside')
      }
    })
  })

  it('cannot be served before it is built', async () => {
    await openPage(async ({ engine, uploads }) => {
      const started = startBrowserShell({ engine, port: 0, rendererDir: uploads, open: false })
      await expect(started).rejects.toThrow(/no index\.html/)
    })
  })

  it('is read, not written: other methods are refused', async () => {
    await openPage(async ({ ask }) => {
      for (const method of ['DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
        expect((await ask({ path: '/', method })).status, method).toBe(405)
      }
      expect((await ask({ path: '/api/jobs/list' })).status).toBe(404)
    })
  })
})

describe('an upload', () => {
  it('arrives byte for byte under the name it was dropped with', async () => {
    await openPage(async ({ ask, engine }) => {
      const name = 'shop “sales” ../ü 🏖.csv'
      const body = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251))
      const answer = await ask({ path: `/upload?name=${encodeURIComponent(name)}`, method: 'PUT', body })
      const { ok, output } = JSON.parse(answer.body)
      expect(ok).toBe(true)
      expect(output).toEqual({ handle: expect.any(String), name, bytes: body.length })
      expect(readFileSync(engine.adopted.get(output.handle)?.path ?? '').equals(body)).toBe(true)
    })
  })

  it('becomes a job by its handle', async () => {
    await openPage(async ({ ask, command }) => {
      const { output } = JSON.parse((await ask({ path: '/upload?name=a.csv', method: 'PUT', body: 'a,b' })).body)
      const { ok, output: created } = JSON.parse(
        (await command('jobs/create', { source: { handle: output.handle } })).body,
      )
      expect(ok).toBe(true)
      expect(created.job.source.name).toBe('a.csv')
    })
  })

  it('without a usable name is refused', async () => {
    await openPage(async ({ ask, uploads }) => {
      for (const query of ['', '?name=', `?name=${'x'.repeat(256)}`, '?name=a%00b', '?name=a%0Ab']) {
        expect((await ask({ path: `/upload${query}`, method: 'PUT', body: 'a' })).status, query).toBe(400)
      }
      expect(readdirSync(uploads)).toEqual([])
    })
  })

  it('larger than the limit is refused in words and leaves nothing, announced or not', async () => {
    await openPage(
      async ({ ask, uploads }) => {
        const body = Buffer.alloc(200_000, 'x')
        for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
          const answer = await ask({ path: '/upload?name=big.csv', method: 'PUT', headers, body })
          expect(JSON.parse(answer.body).failure).toMatchObject({
            reason: 'too_large',
            message: 'big.csv is larger than can be read on this computer.',
          })
        }
        expect(readdirSync(uploads)).toEqual([])
      },
      { uploadLimitBytes: 100_000 },
    )
  })

  it('broken off in the middle leaves nothing and is no bug', async () => {
    await openPage(async ({ shell, own, uploads, engine, bugs, command }) => {
      const headers = { ...own, 'content-length': '1000000' }
      const sent = request({
        host: '127.0.0.1',
        port: shell.port,
        method: 'PUT',
        path: '/upload?name=half.csv',
        headers,
      })
      sent.on('error', () => undefined)
      sent.write(Buffer.alloc(100_000, 'x'))
      await expect.poll(() => readdirSync(uploads).length).toBe(1)
      sent.destroy()
      await expect.poll(() => readdirSync(uploads)).toEqual([])
      expect(engine.adopted.size).toBe(0)
      expect(bugs).toEqual([])
      expect((await command('jobs/list', {})).status).toBe(200)
    })
  })
})

describe('an event', () => {
  it('reaches every open page, and nobody after it has left', async () => {
    await openPage(async (page) => {
      const [first, second] = [await messagesOf(page), await messagesOf(page)]
      const payload = { job: jobNamed('j1', 'a.csv') }
      page.engine.tell({ name: 'job/changed', payload })
      await expect.poll(() => [first.seen, second.seen]).toEqual(Array(2).fill([{ name: 'job/changed', payload }]))
      first.socket.close()
      await once(first.socket, 'close')
      page.engine.tell({ name: 'job/removed', payload: { id: 'j1' } })
      await expect.poll(() => second.seen).toHaveLength(2)
      expect(first.seen).toHaveLength(1)
      second.socket.close()
    })
  })

  it('travels one way: a page that talks back at length is cut off', async () => {
    await openPage(async (page) => {
      const { socket } = await messagesOf(page)
      socket.on('error', () => undefined)
      socket.send('x'.repeat(2000))
      await once(socket, 'close')
      expect((await page.command('jobs/list', {})).status).toBe(200)
    })
  })
})

describe('an export', () => {
  it('is fetched once, under a name that cannot leave its header', async () => {
    await openPage(async ({ command, ask }) => {
      const id = 'the "best" story; of — 2026'
      const { output } = JSON.parse((await command('stories/export', { id, format: 'md' })).body)
      expect(output.saved.name).toBe(`${id}.md`)
      const answer = await ask({ path: output.saved.downloadUrl })
      expect(answer.body).toBe(`the story ${id}`)
      expect(answer.headers['content-type']).toContain('text/markdown')
      expect(answer.headers['content-disposition']).toBe(attachmentHeader(`${id}.md`))
      expect((await ask({ path: output.saved.downloadUrl })).status).toBe(404)
    })
  })

  it('is named safely whatever the story is called', () => {
    const cases: [string, string][] = [
      ['plain.md', `attachment; filename="plain.md"; filename*=UTF-8''plain.md`],
      [
        'a"b\r\nSet-Cookie: x.md',
        `attachment; filename="a_b__Set-Cookie_ x.md"; filename*=UTF-8''a_b__Set-Cookie_%20x.md`,
      ],
      ['../../etc/passwd', `attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
      ['Umsätze (1)*.md', `attachment; filename="Ums_tze (1)_.md"; filename*=UTF-8''Ums%C3%A4tze%20%281%29_.md`],
      ["l'été 50%.md", `attachment; filename="l__t_ 50_.md"; filename*=UTF-8''l%27%C3%A9t%C3%A9%2050%25.md`],
      ['', `attachment; filename="story"; filename*=UTF-8''story`],
      ['\ud800.md', `attachment; filename="_.md"; filename*=UTF-8''%EF%BF%BD.md`],
    ]
    for (const [name, header] of cases) expect(attachmentHeader(name)).toBe(header)
  })
})

describe('closing', () => {
  it('ends open pages and uploads, leaves nothing and gives the port back', async () => {
    await openPage(async (page) => {
      const { socket } = await messagesOf(page)
      const { shell, own, engine, uploads } = page
      const headers = { ...own, 'content-length': '1000000' }
      const sent = request({
        host: '127.0.0.1',
        port: shell.port,
        method: 'PUT',
        path: '/upload?name=half.csv',
        headers,
      })
      sent.on('error', () => undefined)
      sent.write('x')
      await expect.poll(() => readdirSync(uploads).length).toBe(1)
      const closed = once(socket, 'close')
      await shell.close()
      await closed
      await expect.poll(() => readdirSync(uploads)).toEqual([])
      expect(engine.subscribers()).toBe(0)
      await expect(page.command('jobs/list', {})).rejects.toThrow(/ECONNREFUSED/)
    })
  })

  it('is not needed where the port was taken: that is said at once', async () => {
    await openPage(async ({ shell, engine, uploads }) => {
      const again = startBrowserShell({ engine, port: shell.port, rendererDir: uploads, open: false })
      await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
    })
  })
})
