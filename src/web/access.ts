/**
 * Who may talk to the loopback host. Any page in any browser on this machine, and any program of any user, can reach a
 * loopback port, so each request proves three things: it was addressed to us by our own name (Host, against DNS
 * rebinding), it comes from our own page (Origin and Sec-Fetch-Site), and its sender holds the session cookie, which is
 * given only for a launch token.
 *
 * A cookie is not bound to a port: a browser sends ours to other ports of 127.0.0.1 too. Its name carries the port so
 * that two shells do not overwrite each other's.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const secretBytes = 32
const onceTokenLifetimeMs = 60_000

/** Equal in constant time; hashing first makes the lengths equal too, whatever was sent. */
function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

export interface Access {
  /** The address to print: good for as many windows as one likes, while this process lives. */
  readonly address: string
  /**
   * An address for handing to another program, whose arguments every user of the machine can read: it works once, and
   * only within a minute.
   */
  addressToOpen(): string
  /** Sources a page may connect to, for its content security policy. */
  readonly connectSources: readonly string[]
  isOwnHost(request: IncomingMessage): boolean
  /** True for a request our own page made: its Origin is the host it was sent to. */
  isOwnOrigin(request: IncomingMessage): boolean
  /** False for a GET some other page's markup or script made; a person following a link is let through. */
  isOwnFetch(request: IncomingMessage): boolean
  isKnown(request: IncomingMessage): boolean
  /** The `Set-Cookie` value a launch token buys, or null for a wrong one. */
  redeem(token: string): string | null
}

export function createAccess(port: number, now: () => number = Date.now): Access {
  const cookieName = `storyglass-${port}`
  const session = randomBytes(secretBytes).toString('base64url')
  const token = randomBytes(secretBytes).toString('base64url')
  const once = new Map<string, number>()
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const addressWith = (secret: string): string => `http://127.0.0.1:${port}/?token=${secret}`

  function spend(given: string): boolean {
    for (const [ticket, expiresAt] of once) {
      if (now() > expiresAt) once.delete(ticket)
      else if (isSameSecret(given, ticket)) return once.delete(ticket)
    }
    return false
  }

  return {
    address: addressWith(token),
    addressToOpen() {
      const ticket = randomBytes(secretBytes).toString('base64url')
      once.set(ticket, now() + onceTokenLifetimeMs)
      return addressWith(ticket)
    },
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
    isKnown(request) {
      const given = cookieOf(request, cookieName)
      return given !== null && isSameSecret(given, session)
    },
    redeem(given) {
      const isPrinted = isSameSecret(given, token)
      if (!isPrinted && !spend(given)) return null
      return `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`
    },
  }
}
