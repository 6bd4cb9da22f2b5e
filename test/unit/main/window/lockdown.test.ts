/** What no page may do, whoever opens it: the handlers, called as Electron calls them. */
import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { closeSession, denyLeaving } from '../../../../src/main/window/lockdown.ts'
import { appPage } from '../../../../src/shared/security/app-address.ts'

/** What Electron hands to a handler; only what the handlers look at. */
function prevented(emitter: EventEmitter, name: string, url = 'https://example.com/'): boolean {
  let isPrevented = false
  emitter.emit(name, { url, preventDefault: () => (isPrevented = true) })
  return isPrevented
}

function openedPage() {
  let openHandler: (() => { action: string }) | null = null
  let webRtcPolicy = ''
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => { action: string }) => {
      openHandler = handler
    },
    setWebRTCIPHandlingPolicy: (policy: string) => {
      webRtcPolicy = policy
    },
  })
  const app = new EventEmitter()
  denyLeaving(app as unknown as App)
  app.emit('web-contents-created', {}, contents)
  return { contents, opening: () => openHandler?.(), webRtcPolicy: () => webRtcPolicy }
}

describe('any page', () => {
  it('attaches no other page within itself', () => {
    expect(prevented(openedPage().contents, 'will-attach-webview')).toBe(true)
  })

  it('goes nowhere but to the page of the application, and is redirected nowhere', () => {
    const { contents } = openedPage()
    expect(prevented(contents, 'will-navigate')).toBe(true)
    expect(prevented(contents, 'will-navigate', 'file:///etc/passwd')).toBe(true)
    expect(prevented(contents, 'will-navigate', appPage)).toBe(false)
    expect(prevented(contents, 'will-redirect', appPage)).toBe(true)
  })

  it('opens no window, and tells no address of the machine', () => {
    const { opening, webRtcPolicy } = openedPage()
    expect(opening()).toEqual({ action: 'deny' })
    expect(webRtcPolicy()).toBe('disable_non_proxied_udp')
  })
})

describe('the session', () => {
  it('asks for no device, stores nothing but a picture drawn here, and sends nothing', () => {
    const answers: Record<string, unknown> = {}
    let isAllowed: boolean | null = null
    const session = Object.assign(new EventEmitter(), {
      webRequest: {
        onBeforeRequest: (handler: (details: object, answer: (given: { cancel: boolean }) => void) => void) =>
          handler({ url: 'https://example.com/' }, ({ cancel }) => {
            answers.cancelled = cancel
          }),
      },
      setPermissionRequestHandler: (
        handler: (contents: null, name: string, answer: (given: boolean) => void, details: object) => void,
      ) => handler(null, 'media', (given) => (isAllowed = given), { requestingUrl: appPage }),
      setPermissionCheckHandler: (handler: (contents: null, name: string, origin: string) => boolean) => {
        answers.checked = handler(null, 'geolocation', appPage)
      },
      setDevicePermissionHandler: (handler: () => boolean) => {
        answers.device = handler()
      },
      setSpellCheckerEnabled: (enabled: boolean) => {
        answers.spelling = enabled
      },
    })
    closeSession(session as unknown as Session)
    expect(answers).toEqual({ cancelled: true, checked: false, device: false, spelling: false })
    expect(isAllowed).toBe(false)
    expect(prevented(session, 'will-download')).toBe(true)
    const download = (url: string, type: string): boolean => {
      let isPrevented = false
      const event = { preventDefault: () => (isPrevented = true) }
      session.emit('will-download', event, { getURL: () => url, getMimeType: () => type })
      return !isPrevented
    }
    const own = new URL(appPage)
    const picture = `blob:${own.protocol}//${own.host}/0b8f`
    expect(download(picture, 'image/svg+xml')).toBe(true)
    expect(download(picture, 'application/octet-stream')).toBe(false)
    expect(download('blob:https://example.com/0b8f', 'image/png')).toBe(false)
    expect(download('https://example.com/a.png', 'image/png')).toBe(false)
  })
})
