/** Who is let in, and who is not. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createAccess } from '../../../src/web/access.ts'
import { rawRequest } from '../../support/raw-http.ts'
import { openPage } from './browser-shell.ts'

const tokenOf = (address: string): string => new URL(address).searchParams.get('token') ?? ''

describe('the printed address', () => {
  it('holds 256 random bits and gives a strict, script-proof cookie, then leaves the address bar', async () => {
    await openPage(async ({ shell }) => {
      const token = tokenOf(shell.address)
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
      const answer = await rawRequest(shell.port, { path: `/?token=${token}` })
      expect(answer.status).toBe(303)
      expect(answer.headers.location).toBe('/')
      expect(answer.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
      expect(answer.headers['set-cookie']?.[0]).not.toContain(token)
    })
  })

  it('opens as many windows as one likes, each with the whole page', async () => {
    await openPage(async ({ shell, ask }) => {
      const path = `/?token=${tokenOf(shell.address)}`
      expect((await rawRequest(shell.port, { path })).status).toBe(303)
      expect((await rawRequest(shell.port, { path })).status).toBe(303)
      expect((await ask({ path: '/' })).body).toContain('<title>Storyglass</title>')
    })
  })

  it('lets nobody in with a wrong, a shortened or an empty token', async () => {
    await openPage(async ({ shell }) => {
      const token = tokenOf(shell.address)
      for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.toUpperCase()]) {
        const answer = await rawRequest(shell.port, { path: `/?token=${wrong}` })
        expect(answer.status).toBe(401)
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    })
  })

  it('as handed to a browser works once and only for a minute', () => {
    let nowMs = 0
    const access = createAccess(4000, () => nowMs)
    const used = tokenOf(access.addressToOpen())
    expect(access.redeem(used)).not.toBeNull()
    expect(access.redeem(used)).toBeNull()
    const late = tokenOf(access.addressToOpen())
    nowMs = 60_001
    expect(access.redeem(late)).toBeNull()
  })
})

describe('without the cookie', () => {
  it('neither page, nor command, nor upload, nor download is answered', async () => {
    await openPage(async ({ shell, origin, uploads: _uploads, engine }) => {
      const headers = { origin, 'content-type': 'application/json' }
      const asked = [
        { path: '/' },
        { path: '/assets/index-abc123.js' },
        { path: '/download/abc' },
        { path: '/api/app/info', method: 'POST', headers, body: '{}' },
        { path: '/upload?name=a.csv', method: 'PUT', headers, body: 'a,b' },
      ]
      for (const one of asked) expect((await rawRequest(shell.port, one)).status, one.path).toBe(401)
      for (const cookie of ['storyglass=x', `storyglass-${shell.port}=x`, `storyglass-${shell.port}=`]) {
        expect((await rawRequest(shell.port, { path: '/', headers: { cookie } })).status).toBe(401)
      }
      expect(engine.adopted.size).toBe(0)
    })
  })

  it('no event can be listened to', async () => {
    await openPage(async ({ shell, origin, cookie }) => {
      const refusals: [string, Record<string, string>, number][] = [
        ['no cookie', { origin }, 401],
        ['wrong cookie', { origin, cookie: `storyglass-${shell.port}=x` }, 401],
        ['foreign origin', { origin: 'http://evil.example', cookie }, 403],
        ['no origin', { cookie }, 403],
        ['foreign host', { origin, cookie, host: 'evil.example' }, 421],
      ]
      for (const [what, headers, status] of refusals) {
        const socket = new WebSocket(`ws://127.0.0.1:${shell.port}/events`, { headers })
        const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
        expect(response.statusCode, what).toBe(status)
        socket.on('error', () => undefined)
        socket.terminate()
      }
    })
  })
})

describe('another page in the same browser', () => {
  it('that rebinds its name to loopback is addressed to another host, and gets nothing', async () => {
    await openPage(async ({ shell, ask }) => {
      for (const host of ['evil.example', `evil.example:${shell.port}`, '127.0.0.1', `127.0.0.1:${shell.port + 1}`]) {
        const answer = await ask({ path: '/', headers: { host } })
        expect(answer.status, host).toBe(421)
        expect(answer.body).not.toContain('<title>')
      }
    })
  })

  it('cannot send a command or a file, whatever origin it has', async () => {
    await openPage(async ({ shell, ask, engine }) => {
      const origins = [
        'http://evil.example',
        'null',
        `http://localhost:${shell.port}`,
        `http://127.0.0.1:${shell.port + 1}`,
        `https://127.0.0.1:${shell.port}`,
      ]
      for (const origin of origins) {
        const headers = { origin, 'content-type': 'application/json' }
        expect((await ask({ path: '/api/jobs/list', method: 'POST', headers, body: '{}' })).status, origin).toBe(403)
        expect((await ask({ path: '/upload?name=a', method: 'PUT', headers, body: 'a' })).status, origin).toBe(403)
      }
      expect(engine.adopted.size).toBe(0)
    })
  })

  it('cannot embed anything of ours, though a link to us opens the window', async () => {
    await openPage(async ({ ask, shell }) => {
      const image = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
      expect((await ask({ path: '/', headers: image })).status).toBe(403)
      const frame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
      expect((await ask({ path: '/', headers: frame })).status).toBe(403)
      const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
      expect((await ask({ path: '/', headers: link })).status).toBe(200)
      const withoutCookie = await rawRequest(shell.port, { path: '/', headers: link })
      expect(withoutCookie.body).toContain('http-equiv="refresh"')
      expect(withoutCookie.body).not.toContain('<script')
    })
  })
})

describe('every answer', () => {
  it('carries the policy that keeps a page to itself', async () => {
    await openPage(async ({ ask, shell }) => {
      const answers = [
        await ask({ path: '/' }),
        await ask({ path: '/assets/index-abc123.js' }),
        await ask({ path: '/no-such-page' }),
        await rawRequest(shell.port, { path: '/' }),
      ]
      for (const { headers } of answers) {
        const policy = String(headers['content-security-policy'])
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("script-src 'self';")
        expect(policy).toContain("frame-ancestors 'none'")
        expect(policy).not.toContain('unsafe-eval')
        expect(headers['x-content-type-options']).toBe('nosniff')
        expect(headers['referrer-policy']).toBe('no-referrer')
        expect(headers['cross-origin-resource-policy']).toBe('same-origin')
        expect(headers['access-control-allow-origin']).toBeUndefined()
      }
    })
  })
})

describe('the port', () => {
  it('is open on loopback only', async () => {
    await openPage(async ({ shell }) => {
      const { networkInterfaces } = await import('node:os')
      const others = Object.values(networkInterfaces())
        .flat()
        .filter((one) => one?.family === 'IPv4' && !one.internal)
        .map((one) => one?.address ?? '')
      // 127.0.0.2 is this machine too, under a name we do not listen on.
      for (const host of ['127.0.0.2', ...others]) {
        const socket = connect({ host, port: shell.port })
        const outcome = await Promise.race([
          once(socket, 'connect').then(() => 'open'),
          once(socket, 'error').then(() => 'closed'),
        ]).catch(() => 'closed')
        socket.destroy()
        expect(outcome, host).toBe('closed')
      }
    })
  })
})
