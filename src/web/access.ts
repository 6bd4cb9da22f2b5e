/**
 * Who may talk to the loopback host. Any page in any browser on this machine, and any program of any user, can reach a
 * loopback port. What a page is made of (markup, script, styles) holds nothing of anybody's and is served to all; all
 * else is answered only to a request that was addressed to us by our own name (Host, against DNS rebinding), comes from
 * our own page (Origin and Sec-Fetch-Site), and carries the window's key.
 *
 * There is no cookie: a browser sends those of 127.0.0.1 to every port of it, where whoever listens could use them, and
 * takes them from every port, so that another program could put its own in their place. The key is kept by the page, in
 * the storage of its origin, which has the port in it, and sent only by the page's own script.
 *
 * launch token (in the printed address) -> start code (once, in the fragment of the page's address) -> keys
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { assetKeyParameter, eventKeyPrefix, keyHeader, startFragment, type WindowKeys } from '../shared/contract/web.ts'

const secretBytes = 32
/** Of a secret that works once. */
export const onceLifetimeMs = 60_000

function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

/** Equal in constant time; hashing first makes the lengths equal too, whatever was sent. */
function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/** Secrets that work once, and only within a minute. */
function createOnceSecrets(now: () => number): { issue(): string; spend(given: string): boolean } {
  const expiries = new Map<string, number>()
  const dropExpired = (): void => {
    for (const [secret, expiresAt] of expiries) if (now() > expiresAt) expiries.delete(secret)
  }
  return {
    issue() {
      dropExpired()
      const secret = newSecret()
      expiries.set(secret, now() + onceLifetimeMs)
      return secret
    },
    spend(given) {
      dropExpired()
      for (const secret of expiries.keys()) if (isSameSecret(given, secret)) return expiries.delete(secret)
      return false
    },
  }
}

export interface Access {
  /** The address to print: good for as many windows as one likes, while this process lives. */
  readonly address: string
  /** An address that works once, and only within a minute. */
  addressToOpen(): string
  /** Sources a page may connect to, for its content security policy. */
  readonly connectSources: readonly string[]
  isOwnHost(request: IncomingMessage): boolean
  /** True for a request our own page made: its Origin is the host it was sent to. */
  isOwnOrigin(request: IncomingMessage): boolean
  /** False for a GET some other page's markup or script made; a person following a link is let through. */
  isOwnFetch(request: IncomingMessage): boolean
  /** Whether the request carries the window's key: in a header, or as a WebSocket's protocol. */
  hasKey(request: IncomingMessage): boolean
  /** Whether an image's address carries the key for images, which opens nothing else. */
  hasAssetKey(address: URL): boolean
  /** Where a launch token leads: the page, with a start code in its fragment. Null for a wrong token. */
  launch(token: string): string | null
  /** What a start code buys; null for a wrong, spent or late one. */
  redeem(startCode: string): WindowKeys | null
}

/** `now`: milliseconds of a clock that never jumps, so that a code is good for a minute whatever the system's clock does. */
export function createAccess(port: number, now: () => number = () => performance.now()): Access {
  const token = newSecret()
  const keys: WindowKeys = { key: newSecret(), assetKey: newSecret() }
  const tickets = createOnceSecrets(now)
  const startCodes = createOnceSecrets(now)
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const addressWith = (secret: string): string => `http://127.0.0.1:${port}/?token=${secret}`

  function keyOf(request: IncomingMessage): string | null {
    const header = request.headers[keyHeader]
    if (typeof header === 'string') return header
    const protocols = request.headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim()) ?? []
    return protocols.find((protocol) => protocol.startsWith(eventKeyPrefix))?.slice(eventKeyPrefix.length) ?? null
  }

  return {
    address: addressWith(token),
    addressToOpen: () => addressWith(tickets.issue()),
    // 'self' covers the WebSocket in current browsers; older Safari wants its scheme named.
    connectSources: ["'self'", ...hosts.map((host) => `ws://${host}`)],
    isOwnHost: (request) => hosts.includes(request.headers.host ?? ''),
    isOwnOrigin: (request) =>
      request.headers.origin !== undefined && request.headers.origin === `http://${request.headers.host}`,
    isOwnFetch(request) {
      const site = request.headers['sec-fetch-site']
      if (site === undefined || site === 'same-origin' || site === 'none') return true
      return request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document'
    },
    hasKey(request) {
      const given = keyOf(request)
      return given !== null && isSameSecret(given, keys.key)
    },
    hasAssetKey: (address) => isSameSecret(address.searchParams.get(assetKeyParameter) ?? '', keys.assetKey),
    launch: (given) =>
      isSameSecret(given, token) || tickets.spend(given) ? `/${startFragment}${startCodes.issue()}` : null,
    redeem: (startCode) => (startCodes.spend(startCode) ? keys : null),
  }
}
