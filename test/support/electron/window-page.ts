/** One `BrowserWindow` as a page in Chromium: requests, navigation, popups and IPC all go by main. */
import { readFileSync } from 'node:fs'
import type { Browser, Frame, Page, Route } from 'playwright-core'
import type { Link } from './link.ts'
import {
  type FrameFacts,
  fromMapped,
  mappedOrigin,
  type PrintOptions,
  toMapped,
  type WindowOptions,
} from './messages.ts'
import { eventHook, invokeBinding, preloadScript } from './page-runtime.ts'

export interface WindowPage {
  readonly page: Page
  readonly windowOptions: WindowOptions
  readonly problems: string[]
  readonly blocked: string[]
  load(url: string): Promise<void>
  send(channel: string, args: unknown[]): void
  print(options: PrintOptions): Promise<Uint8Array>
  destroy(): Promise<void>
}

function factsOf(frame: Frame): FrameFacts {
  return { url: fromMapped(frame.url()), isTop: frame.parentFrame() === null }
}

export async function createWindowPage(
  browser: Browser,
  link: Link,
  windowId: number,
  windowOptions: WindowOptions,
): Promise<WindowPage> {
  const context = await browser.newContext({
    viewport: { width: windowOptions.width, height: windowOptions.height },
    reducedMotion: 'reduce',
    javaScriptEnabled: windowOptions.javascript,
  })
  const problems: string[] = []
  const blocked: string[] = []
  let expected: string | null = null

  /** Why a request stops, as Chromium names it, or null. A page is asked whether it may leave before any request is made. */
  async function refusalOf(route: Route, url: string): Promise<string | null> {
    const request = route.request()
    const isTopNavigation = request.isNavigationRequest() && request.frame().parentFrame() === null
    if (isTopNavigation && url !== expected) {
      // Aborted, the page stays where it is; blocked, it would be replaced by an error page.
      if (!(await link.ask('window/navigate', { windowId, url }))) return 'aborted'
    }
    return (await link.ask('network/request', { windowId, url })) ? null : 'blockedbyclient'
  }

  async function answer(route: Route): Promise<void> {
    const request = route.request()
    const url = fromMapped(request.url())
    const refusal = await refusalOf(route, url)
    if (refusal !== null) {
      blocked.push(url)
      return route.abort(refusal)
    }
    // What main lets through and is not ours would reach a network, of which the stand-in has none.
    if (request.url().startsWith('file:')) return route.continue()
    if (!request.url().startsWith(`${mappedOrigin}/`)) return route.abort('internetdisconnected')
    const { status, headers, body } = await link.ask('protocol/request', { url, method: request.method() })
    return route.fulfill({ status, headers, body: Buffer.from(body) })
  }

  await context.route('**/*', (route) => answer(route).catch(() => route.abort('failed').catch(() => undefined)))
  await context.exposeBinding(invokeBinding, async ({ frame }, message: { channel: string; args: unknown[] }) => {
    try {
      const value = await link.ask('ipc/invoke', { windowId, frame: factsOf(frame), ...message })
      return { ok: true, value }
    } catch (error) {
      return { ok: false, value: error instanceof Error ? error.message : String(error) }
    }
  })
  if (windowOptions.preload !== null) {
    await context.addInitScript({ content: preloadScript(readFileSync(windowOptions.preload, 'utf8')) })
  }
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('popup', (popup) => {
    void link.ask('window/popup', { windowId, url: fromMapped(popup.url()) }).then(async (allowed) => {
      if (!allowed) await popup.close()
    })
  })

  return {
    page,
    windowOptions,
    problems,
    blocked,
    async load(url) {
      expected = url
      await page.goto(toMapped(url))
    },
    send(channel, args) {
      const work = page.evaluate(
        ({ hook, channel, args }) => {
          const tell = (window as unknown as Record<string, (channel: string, args: unknown[]) => void>)[hook]
          tell?.(channel, args)
        },
        { hook: eventHook, channel, args },
      )
      // A message to a page that is just leaving is lost, as in Electron.
      work.catch(() => undefined)
    },
    print: ({ preferCSSPageSize = false, printBackground = false, generateTaggedPDF, generateDocumentOutline }) =>
      page.pdf({
        ...{ preferCSSPageSize, printBackground },
        ...(generateTaggedPDF === undefined ? {} : { tagged: generateTaggedPDF }),
        ...(generateDocumentOutline === undefined ? {} : { outline: generateDocumentOutline }),
      }),
    async destroy() {
      await context.close().catch(() => undefined)
    },
  }
}
