/**
 * What passes between the two halves of the stand-in: `main`, a Node process that runs the built main process, and
 * `browser`, the test, which owns Chromium. Sent with `serialization: 'advanced'`, so that payloads are cloned as
 * Electron clones them.
 */

export interface WindowOptions {
  readonly show: boolean
  readonly backgroundColor: string | null
  readonly width: number
  readonly height: number
  readonly preload: string | null
  readonly contextIsolation: boolean
  readonly sandbox: boolean
  readonly nodeIntegration: boolean
  readonly webSecurity: boolean
  readonly javascript: boolean
}

/** Of Electron's, what is asked for. */
export interface PrintOptions {
  readonly preferCSSPageSize?: boolean
  readonly printBackground?: boolean
  readonly generateTaggedPDF?: boolean
  readonly generateDocumentOutline?: boolean
}

export interface FrameFacts {
  readonly url: string
  readonly isTop: boolean
}

/** Asked by one half, answered by the other. */
export interface Questions {
  /** Of main, by browser. */
  'ipc/invoke': {
    ask: { windowId: number; frame: FrameFacts | null; channel: string; args: unknown[] }
    answer: unknown
  }
  'protocol/request': {
    ask: { url: string; method: string }
    answer: { status: number; headers: Record<string, string>; body: Uint8Array }
  }
  /** Whether webRequest lets it pass. */
  'network/request': { ask: { windowId?: number; url: string }; answer: boolean }
  /** Whether the page may go there. */
  'window/navigate': { ask: { windowId: number; url: string }; answer: boolean }
  'window/popup': { ask: { windowId: number; url: string }; answer: boolean }
  'session/permission': { ask: { permission: string; address: string }; answer: boolean }
  /** What main did with the parts that have no page: menus, dialogs, switches. */
  record: { ask: Record<string, never>; answer: MainRecord }
  /** Of browser, by main. */
  'window/open': { ask: { windowId: number; options: WindowOptions }; answer: null }
  'window/print': { ask: { windowId: number; options: PrintOptions }; answer: Uint8Array }
  'window/load': { ask: { windowId: number; url: string }; answer: null }
}
export type QuestionName = keyof Questions

/** Told by one half to the other, without an answer. */
export type Notice =
  | { readonly name: 'window/ready-to-show'; readonly windowId: number }
  | { readonly name: 'window/close-asked'; readonly windowId: number }
  | { readonly name: 'window/destroyed'; readonly windowId: number }
  | { readonly name: 'window/send'; readonly windowId: number; readonly channel: string; readonly args: unknown[] }
  | { readonly name: 'app/open-file'; readonly path: string }
  | { readonly name: 'app/quit-asked' }
  | { readonly name: 'dialog/answer'; readonly kind: DialogKind; readonly answer: unknown }

export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'

export interface MainRecord {
  readonly switches: Record<string, string>
  readonly menu: readonly string[]
  readonly dialogs: readonly { readonly kind: DialogKind; readonly options: unknown }[]
  readonly windows: readonly {
    readonly id: number
    readonly visible: boolean
    readonly focusCount: number
    readonly webRtcPolicy: string
  }[]
  readonly ready: boolean
  /** `app.enableSandbox()` was called in time. */
  readonly sandboxed: boolean
  readonly downloads: boolean
}

export type Message =
  | { readonly type: 'ask'; readonly id: number; readonly question: QuestionName; readonly payload: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'notice'; readonly notice: Notice }

/** Chromium knows no `app:` scheme: its pages live here, and every address is turned back for main. */
export const mappedOrigin = 'https://storyglass.app-scheme.invalid'

export function toMapped(address: string): string {
  return address.replace(/^app:\/\/storyglass(?=[/?#]|$)/, mappedOrigin)
}

export function fromMapped(address: string): string {
  return address.startsWith(`${mappedOrigin}/`) ? `app://storyglass${address.slice(mappedOrigin.length)}` : address
}
