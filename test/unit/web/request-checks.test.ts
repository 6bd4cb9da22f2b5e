/** Each check of a request on its own; `shell.test.ts` and `access.test.ts` see them at work. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { assetKeyParameter, eventKeyPrefix, keyHeader, type WindowKeys } from '../../../src/shared/contract/web.ts'
import { type Access, createAccess, onceLifetimeMs } from '../../../src/web/access.ts'

const port = 4_321
const asked = (headers: IncomingHttpHeaders): IncomingMessage => ({ headers }) as unknown as IncomingMessage
const tokenOf = (address: string): string => new URL(address).searchParams.get('token') ?? ''
const codeOf = (place: string | null): string => (place ?? '').replace(/^.*[#=]/, '')

function windowOf(access: Access): WindowKeys {
  const keys = access.redeem(codeOf(access.launch(tokenOf(access.address))))
  if (keys === null) throw new Error('the printed address opens no window')
  return keys
}

describe('a request', () => {
  const access = createAccess(port)

  it.each(['127.0.0.1:4321', 'localhost:4321'])('to %s is to us', (host) => {
    expect(access.isOwnHost(asked({ host }))).toBe(true)
  })

  it.each([
    '127.0.0.1',
    'localhost',
    '127.0.0.1:4322',
    'example.org:4321',
    'localhost:4321.example.org',
    '',
    undefined,
  ])('to %s is not', (host) => {
    expect(access.isOwnHost(asked(host === undefined ? {} : { host }))).toBe(false)
  })

  it('is of our own page when its origin is the host it was sent to, and there is one', () => {
    const host = '127.0.0.1:4321'
    expect(access.isOwnOrigin(asked({ host, origin: 'http://127.0.0.1:4321' }))).toBe(true)
    for (const origin of ['http://localhost:4321', 'https://127.0.0.1:4321', 'http://127.0.0.1:4322', 'null', '']) {
      expect(access.isOwnOrigin(asked({ host, origin })), origin).toBe(false)
    }
    expect(access.isOwnOrigin(asked({ host }))).toBe(false)
    expect(access.isOwnOrigin(asked({ origin: 'http://undefined' }))).toBe(true)
    expect(access.isOwnOrigin(asked({}))).toBe(false)
  })

  it.each<[string, IncomingHttpHeaders, boolean]>([
    ['of a browser that does not tell', {}, true],
    ['of our own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['of a person who typed the address', { 'sec-fetch-site': 'none' }, true],
    [
      'of a person who follows a link',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      true,
    ],
    [
      'of a frame elsewhere',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      false,
    ],
    [
      'of an image elsewhere',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
      false,
    ],
    [
      'of a script elsewhere that calls itself a document',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'document' },
      false,
    ],
    ['of another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, false],
  ])('to fetch %s', (_, headers, isLetThrough) => {
    expect(access.isOwnFetch(asked(headers))).toBe(isLetThrough)
  })
})

describe("the window's key", () => {
  const access = createAccess(port)
  const { key, assetKey } = windowOf(access)

  it('is taken from its header', () => {
    expect(access.hasKey(asked({ [keyHeader]: key }))).toBe(true)
    for (const wrong of ['', 'x', key.slice(1), `${key}x`, assetKey]) {
      expect(access.hasKey(asked({ [keyHeader]: wrong })), wrong).toBe(false)
    }
    expect(access.hasKey(asked({}))).toBe(false)
  })

  it('is taken from a protocol of a WebSocket, among others, with spaces or not', () => {
    const offering = (protocols: string): boolean => access.hasKey(asked({ 'sec-websocket-protocol': protocols }))
    expect(offering(`${eventKeyPrefix}${key}`)).toBe(true)
    expect(offering(`events,  ${eventKeyPrefix}${key} ,other`)).toBe(true)
    expect(offering(key)).toBe(false)
    expect(offering(`events, ${eventKeyPrefix}`)).toBe(false)
    expect(offering(`x${eventKeyPrefix}${key}`)).toBe(false)
  })

  it('in a header counts, not the one beside it in a protocol', () => {
    const both = { [keyHeader]: 'wrong', 'sec-websocket-protocol': `${eventKeyPrefix}${key}` }
    expect(access.hasKey(asked(both))).toBe(false)
  })

  it('is another one for images, and for each start of the program', () => {
    const image = (given: string): URL => new URL(`http://127.0.0.1:${port}/a.webp?${assetKeyParameter}=${given}`)
    expect(access.hasAssetKey(image(assetKey))).toBe(true)
    expect(access.hasAssetKey(image(key))).toBe(false)
    expect(access.hasAssetKey(image(''))).toBe(false)
    expect(access.hasAssetKey(new URL(`http://127.0.0.1:${port}/a.webp`))).toBe(false)
    expect(createAccess(port).hasKey(asked({ [keyHeader]: key }))).toBe(false)
    for (const secret of [key, assetKey]) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  })

  it('is sent to us alone', () => {
    expect(access.connectSources).toEqual(["'self'", 'ws://127.0.0.1:4321', 'ws://localhost:4321'])
    expect(access.address).toMatch(/^http:\/\/127\.0\.0\.1:4321\/\?token=[\w-]{43}$/)
  })
})

describe('a secret that works once', () => {
  it('works until its minute is over, to the millisecond', () => {
    let nowMs = 1_000
    const access = createAccess(port, () => nowMs)
    const inTime = tokenOf(access.addressToOpen())
    const late = tokenOf(access.addressToOpen())
    nowMs += onceLifetimeMs
    const place = access.launch(inTime)
    expect(place).not.toBeNull()
    nowMs += 1
    expect(access.launch(late)).toBeNull()
    expect(access.redeem(codeOf(place))).not.toBeNull()
    expect(onceLifetimeMs).toBe(60_000)
  })

  it('works for its minute whatever the clock of the system does meanwhile', () => {
    const access = createAccess(port)
    const handed = tokenOf(access.addressToOpen())
    const yearMs = 365 * 86_400_000
    const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + yearMs)
    try {
      expect(access.launch(handed)).not.toBeNull()
    } finally {
      now.mockRestore()
    }
  })

  it('is spent by its use alone, whichever of several it is', () => {
    const access = createAccess(port)
    const [first, second, third] = [access.addressToOpen(), access.addressToOpen(), access.addressToOpen()].map(tokenOf)
    expect(access.launch(second ?? '')).not.toBeNull()
    expect(access.launch(second ?? '')).toBeNull()
    expect(access.launch('')).toBeNull()
    expect(access.launch(third ?? '')).not.toBeNull()
    expect(access.launch(first ?? '')).not.toBeNull()
  })

  it('as a start code buys the keys once; the printed token buys start codes for ever', () => {
    const access = createAccess(port)
    const place = access.launch(tokenOf(access.address))
    expect(place).toMatch(/^\/#/)
    const code = codeOf(place)
    expect(access.redeem(code)).toEqual(access.redeem(codeOf(access.launch(tokenOf(access.address)))))
    expect(access.redeem(code)).toBeNull()
    expect(access.redeem('')).toBeNull()
  })
})
