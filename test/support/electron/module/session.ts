/** `protocol` and `session`: what a request meets before it would reach a network. */
import { EventEmitter } from 'node:events'
import { app, StandInEvent } from './app.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
type RequestListener = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void
type PermissionListener = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void

const downloads = new EventEmitter()
const privileged = new Set<string>()
const handlers = new Map<string, ProtocolHandler>()
const passAll: RequestListener = (_details, answer) => answer({})
/** By partition; that of the default session is empty. */
const beforeRequest = new Map<string, RequestListener>()
let permissionRequest: PermissionListener = (_contents, _permission, answer) => answer(true)
let permissionCheck: (contents: null, permission: string, requestingOrigin: string) => boolean = () => true

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (privileged.size > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once')
    for (const { scheme } of schemes) privileged.add(scheme)
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    if (!app.isReady()) throw new Error('protocol.handle can be used only after app is ready')
    if (!privileged.has(scheme)) throw new Error(`${scheme}: was not registered as privileged`)
    handlers.set(scheme, handler)
  },
}

function requestsOf(partition: string) {
  return { onBeforeRequest: (listener: RequestListener): void => void beforeRequest.set(partition, listener) }
}

/** A session of windows of their own. */
export interface StandInPartition {
  readonly partition: string
  readonly webRequest: ReturnType<typeof requestsOf>
  setPermissionRequestHandler(listener: PermissionListener): void
  setPermissionCheckHandler(listener: typeof permissionCheck): void
}

export const session = {
  fromPartition(partition: string): StandInPartition {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    return {
      partition,
      webRequest: requestsOf(partition),
      setPermissionRequestHandler(_listener): void {},
      setPermissionCheckHandler(_listener): void {},
    }
  },
  get defaultSession() {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    return {
      protocol,
      webRequest: requestsOf(''),
      setPermissionRequestHandler(listener: PermissionListener): void {
        permissionRequest = listener
      },
      setPermissionCheckHandler(listener: typeof permissionCheck): void {
        permissionCheck = listener
      },
      setDevicePermissionHandler(_listener: unknown): void {},
      setSpellCheckerEnabled(_enabled: boolean): void {},
      on: (name: 'will-download', listener: (event: StandInEvent) => void) => void downloads.on(name, listener),
    }
  },
}

export function isDownloadAllowed(): boolean {
  const event = new StandInEvent()
  downloads.emit('will-download', event)
  return !event.defaultPrevented
}

export function isRequestAllowed(url: string, partition = ''): Promise<boolean> {
  const listener = beforeRequest.get(partition) ?? passAll
  return new Promise((resolve) => listener({ url }, ({ cancel = false }) => resolve(!cancel)))
}

/** As Chromium asks: a page at `address` requests it, and its origin is checked. */
export async function isPermissionGranted(permission: string, address: string): Promise<boolean> {
  const granted = await new Promise<boolean>((resolve) =>
    permissionRequest(null, permission, resolve, { requestingUrl: address }),
  )
  const { protocol, host } = new URL(address)
  return granted && permissionCheck(null, permission, `${protocol}//${host}/`)
}

export async function answerProtocol(
  url: string,
  method: string,
): Promise<{ status: number; headers: Record<string, string>; body: Uint8Array }> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (!handler) throw new Error(`nobody handles ${url}`)
  const response = await handler(new Request(url, { method }))
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}
