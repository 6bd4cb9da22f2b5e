/** Who may call the engine over Electron's IPC. */
import { describe, expect, it } from 'vitest'
import { isOwnPage } from '../../../../src/main/ipc/sender.ts'
import { appPage, isAppAddress } from '../../../../src/shared/security/app-address.ts'

type Sender = Parameters<typeof isOwnPage>[0]

/** Electron's frames hold far more; the check looks at these two. */
function callFrom(frame: { url: string; parent: object | null } | null): Sender {
  return { senderFrame: frame } as unknown as Sender
}

describe('a call', () => {
  it('from the top frame of our own page is let through', () => {
    expect(isOwnPage(callFrom({ url: appPage, parent: null }))).toBe(true)
    expect(isOwnPage(callFrom({ url: `${appPage}?job=1#stories`, parent: null }))).toBe(true)
  })

  it('from a frame inside a page is refused, whatever it shows', () => {
    expect(isOwnPage(callFrom({ url: appPage, parent: {} }))).toBe(false)
    expect(isOwnPage(callFrom({ url: 'https://example.org/', parent: {} }))).toBe(false)
  })

  it('from a picture of a document, shown as a page of its own, is refused', () => {
    for (const url of ['app://storyglass/', 'app://storyglass/documents/1/page-1.webp', `${appPage}/../x.html`]) {
      expect(isOwnPage(callFrom({ url, parent: null })), url).toBe(false)
    }
  })

  it('from a frame that has gone is refused', () => {
    expect(isOwnPage(callFrom(null))).toBe(false)
  })

  it.each(['https://example.org/', 'about:blank', 'file:///index.html', ''])('from %j is refused', (url) => {
    expect(isOwnPage(callFrom({ url, parent: null }))).toBe(false)
  })
})

describe('our own address', () => {
  it.each([appPage, 'app://storyglass/', 'app://storyglass', 'app://storyglass/a/b?c=d#e'])('is %s', (address) => {
    expect(isAppAddress(address)).toBe(true)
  })

  it.each([
    ['another scheme', 'http://storyglass/index.html'],
    ['another host', 'app://elsewhere/index.html'],
    ['a host that begins like ours', 'app://storyglass.example.org/index.html'],
    ['a host that ends like ours', 'app://my.storyglass/index.html'],
    ['a port', 'app://storyglass:8080/index.html'],
    ['a user, as a disguise', 'app://someone@storyglass/index.html'],
    ['our host as a user', 'app://storyglass@elsewhere/index.html'],
    ['no host', 'app:/index.html'],
    ['no address', 'storyglass'],
    ['nothing', ''],
  ])('is not one with %s', (_, address) => {
    expect(isAppAddress(address)).toBe(false)
  })
})
