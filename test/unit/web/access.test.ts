/** Who is let in, and who is not. */
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { eventKeyPrefix, eventProtocol } from '../../../src/shared/contract/web.ts'
import { createAccess } from '../../../src/web/access.ts'
import { type RawRequest, rawRequest } from '../../support/raw-http.ts'
import { openPage, redeem, startCodeOf } from './browser-shell.ts'

const tokenOf = (address: string): string => new URL(address).searchParams.get('token') ?? ''

describe('the printed address', () => {
  it('holds 256 random bits, and leads by a redirect to the page, which has the token nowhere', async () => {
    await openPage(async ({ shell }) => {
      const token = tokenOf(shell.address)
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
      const answer = await rawRequest(shell.port, { path: `/?token=${token}` })
      expect(answer.status).toBe(303)
      expect(answer.headers.location).toMatch(/^\/#start=[\w-]{43}$/)
      expect(answer.headers.location).not.toContain(token)
      expect(answer.headers['set-cookie']).toBeUndefined()
    })
  })

  it('opens as many windows as one likes, each with the whole page', async () => {
    await openPage(async ({ shell, ask, keys }) => {
      expect(await redeem(shell, await startCodeOf(shell))).toEqual(keys)
      expect(await redeem(shell, await startCodeOf(shell))).toEqual(keys)
      expect((await ask({ path: '/' })).body).toContain('<title>Storyglass</title>')
    })
  })

  it('lets nobody in with a wrong, a shortened or an empty token', async () => {
    await openPage(async ({ shell }) => {
      const token = tokenOf(shell.address)
      for (const wrong of ['', 'x', token.slice(0, -1), `${token}x`, token.toUpperCase()]) {
        const answer = await rawRequest(shell.port, { path: `/?token=${wrong}` })
        expect(answer.status).toBe(401)
        expect(answer.headers.location).toBeUndefined()
      }
    })
  })

  it('as handed to a browser works once and only for a minute', () => {
    let nowMs = 0
    const access = createAccess(4000, () => nowMs)
    const used = tokenOf(access.addressToOpen())
    expect(access.launch(used)).not.toBeNull()
    expect(access.launch(used)).toBeNull()
    const late = tokenOf(access.addressToOpen())
    nowMs = 60_001
    expect(access.launch(late)).toBeNull()
  })
})

describe('a start code', () => {
  it('is worth nothing once spent, a minute later, or from another page', async () => {
    let nowMs = 0
    const access = createAccess(4000, () => nowMs)
    const startCode = (): string => access.launch(tokenOf(access.address))?.split('#start=')[1] ?? ''
    const used = startCode()
    expect(access.redeem(used)).toEqual({ key: expect.any(String), assetKey: expect.any(String) })
    expect(access.redeem(used)).toBeNull()
    const late = startCode()
    nowMs = 60_001
    expect(access.redeem(late)).toBeNull()
    await openPage(async ({ shell }) => {
      const asked = { path: '/session', method: 'POST', body: await startCodeOf(shell) }
      const foreign = `http://127.0.0.1:${shell.port + 1}`
      expect((await rawRequest(shell.port, { ...asked, headers: { origin: foreign } })).status).toBe(403)
      expect((await rawRequest(shell.port, asked)).status).toBe(403)
      expect((await rawRequest(shell.port, { ...asked, body: 'x'.repeat(5000) })).status).toBe(403)
      await expect(redeem(shell, 'x'.repeat(5000))).rejects.toThrow('401')
      await redeem(shell, asked.body)
    })
  })
})

describe('without the key of the window', () => {
  it('no command, upload, image or download is answered, whatever cookies come along', async () => {
    await openPage(async ({ shell, origin, engine, keys }) => {
      const document = '/documents/abc/pages/0001.webp'
      const asked: (RawRequest & { readonly path: string })[] = [
        { path: '/download/abc' },
        { path: document },
        { path: `${document}?key=x` },
        { path: `${document}?key=${keys.key}` },
        { path: '/api/app/info', method: 'POST', body: '{}' },
        { path: '/upload?name=a.csv', method: 'PUT', body: 'a,b' },
        { path: `/api/app/info?key=${keys.assetKey}`, method: 'POST', body: '{}' },
      ]
      const stolen = ['', keys.key, keys.assetKey].map((value) => `storyglass-${shell.port}=${value}; key=${value}`)
      for (const one of asked) {
        for (const cookie of stolen) {
          const headers = { origin, cookie, 'content-type': 'application/json' }
          const { status, body } = await rawRequest(shell.port, { ...one, headers })
          expect(status, one.path).toBe(one.path.startsWith('/download') ? 404 : 401)
          expect(body).not.toContain('0.0.0-fake')
        }
        for (const wrong of ['', 'x', keys.assetKey, keys.key.slice(1)]) {
          const headers = { origin, 'x-storyglass-key': wrong, 'content-type': 'application/json' }
          const { status } = await rawRequest(shell.port, { ...one, headers })
          expect([401, 404], one.path).toContain(status)
        }
      }
      expect(engine.adopted.size).toBe(0)
    })
  })

  it('no event can be listened to', async () => {
    await openPage(async ({ shell, origin, keys }) => {
      const right = [eventProtocol, eventKeyPrefix + keys.key]
      const refusals: [string, string[], Record<string, string>, number][] = [
        ['no key', [eventProtocol], { origin }, 401],
        ['a cookie only', [eventProtocol], { origin, cookie: `storyglass-${shell.port}=${keys.key}` }, 401],
        ['wrong key', [eventProtocol, `${eventKeyPrefix}x`], { origin }, 401],
        ['the key for images', [eventProtocol, eventKeyPrefix + keys.assetKey], { origin }, 401],
        ['foreign origin', right, { origin: 'http://evil.example' }, 403],
        ['another port', right, { origin: `http://127.0.0.1:${shell.port + 1}` }, 403],
        ['no origin', right, {}, 403],
        ['foreign host', right, { origin, host: 'evil.example' }, 421],
      ]
      for (const [what, protocols, headers, status] of refusals) {
        const socket = new WebSocket(`ws://127.0.0.1:${shell.port}/events`, protocols, { headers })
        const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }]
        expect(response.statusCode, what).toBe(status)
        socket.on('error', () => undefined)
        socket.terminate()
      }
    })
  })

  it('the page itself is served, with nothing of anybody in it', async () => {
    await openPage(async ({ shell }) => {
      const answer = await rawRequest(shell.port, { path: '/' })
      expect(answer.status).toBe(200)
      expect(answer.body).toBe('<!doctype html><title>Storyglass</title>')
      expect(answer.headers['set-cookie']).toBeUndefined()
    })
  })
})

describe('a cookie another port has planted', () => {
  it('locks nobody out, however many there are', async () => {
    await openPage(async ({ shell, command }) => {
      const planted = Array.from({ length: 40 }, (_, i) => `storyglass-${shell.port}=planted${i}`).join('; ')
      expect((await command('jobs/list', {}, { cookie: planted })).status).toBe(200)
    })
  })
})

describe('the default browser', () => {
  it('is handed a file that only its owner reads, and no secret', async () => {
    let opened = ''
    await openPage(
      async ({ shell }) => {
        expect(opened).not.toContain('token')
        const page = readFileSync(opened, 'utf8')
        const address = /url=(http:[^"]+)/.exec(page)?.[1] ?? ''
        expect(address).not.toBe(shell.address)
        if (process.platform !== 'win32') {
          expect(statSync(opened).mode & 0o777).toBe(0o600)
          expect(statSync(path.dirname(opened)).mode & 0o777).toBe(0o700)
        }
        await redeem(shell, await startCodeOf({ port: shell.port, address }))
        expect((await rawRequest(shell.port, { path: address.slice(address.indexOf('/?')) })).status).toBe(401)
        expect(existsSync(opened)).toBe(true)
      },
      {
        open: true,
        openPage: async (file) => {
          opened = file
          return true
        },
      },
    )
    expect(existsSync(path.dirname(opened))).toBe(false)
  })

  it('that cannot be started leaves no such file, and the address as printed', async () => {
    for (const fails of [async () => false, () => Promise.reject(new Error('no browser'))]) {
      let opened = ''
      await openPage(
        async ({ shell }) => {
          expect(existsSync(path.dirname(opened))).toBe(false)
          await redeem(shell, await startCodeOf(shell))
        },
        {
          open: true,
          openPage: (file) => {
            opened = file
            return fails()
          },
        },
      )
    }
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
    await openPage(async ({ ask }) => {
      const image = { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
      expect((await ask({ path: '/', headers: image })).status).toBe(403)
      const frame = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
      expect((await ask({ path: '/', headers: frame })).status).toBe(403)
      const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
      expect((await ask({ path: '/', headers: link })).status).toBe(200)
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
