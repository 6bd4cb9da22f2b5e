/**
 * What the built preload finds in a page: a `require` as sandboxed as Electron's, and a bridge over which functions are
 * proxied and everything else is cloned. Runs in the page before its scripts; must not use anything outside itself.
 */

/** Names under which the page half reaches the test. Only the stand-in's own code knows them. */
export const invokeBinding = '__standInInvoke'
export const eventHook = '__standInEvent'
export const filePaths = '__standInFilePaths'

type PreloadFunction = (require: unknown, exports: unknown, module: unknown, process: unknown) => void

/**
 * The script for every new document: the preload's text in a function that lends it its names, as Electron has it. Made
 * as text because the page's own policy forbids it to evaluate any.
 */
export function preloadScript(preload: string): string {
  return `(${installPreload.toString()})(function (require, exports, module, process) {${preload}\n})`
}

function installPreload(preload: PreloadFunction): void {
  if (window !== window.top) return
  const scope = window as unknown as Record<string, unknown>
  const invoke = scope.__standInInvoke as (message: unknown) => Promise<{ ok: boolean; value: unknown }>
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>()
  const knownFiles: { name: string; size: number; path: string }[] = []

  const hidden = (name: string, value: unknown): void => {
    Object.defineProperty(window, name, { value, enumerable: false })
  }
  hidden('__standInEvent', (channel: string, args: unknown[]) => {
    for (const listener of [...(listeners.get(channel) ?? [])]) listener({ senderId: 0 }, ...args)
  })
  hidden('__standInFilePaths', knownFiles)

  const seen = new WeakMap<object, unknown>()
  /** What Electron's context bridge does to a value: functions become proxies, promises stay, the rest is copied. */
  const cross = (value: unknown, depth = 0): unknown => {
    if (depth > 1000) throw new Error('Electron contextBridge recursion depth exceeded')
    if (typeof value === 'function') {
      const known = seen.get(value)
      if (known) return known
      const proxy = (...args: unknown[]): unknown =>
        cross((value as (...args: unknown[]) => unknown)(...args.map((arg) => cross(arg))))
      seen.set(value, proxy)
      return proxy
    }
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
      return value
    }
    if (value instanceof Promise) return value.then((result) => cross(result))
    if (value instanceof Blob || value instanceof Element) return value
    if (Array.isArray(value)) return value.map((item) => cross(item, depth + 1))
    const prototype = Object.getPrototypeOf(value)
    if (prototype === Object.prototype || prototype === null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item, depth + 1)]))
    }
    return structuredClone(value)
  }

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const answer = await invoke({ channel, args: structuredClone(args) })
      if (!answer.ok) throw new Error(String(answer.value))
      return answer.value
    },
    on(channel: string, listener: (...args: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: (...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }
  const electron = Object.freeze({
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown): void {
        if (name in window) throw new Error(`Cannot bind an API on top of an existing property: ${name}`)
        Object.defineProperty(window, name, { value: Object.freeze(cross(api)), enumerable: true })
      },
    },
    webFrame: {},
    webUtils: {
      getPathForFile(file: unknown): string {
        if (!(file instanceof File)) throw new TypeError('getPathForFile expects a File')
        return knownFiles.find(({ name, size }) => name === file.name && size === file.size)?.path ?? ''
      },
    },
  })
  const sandboxedRequire = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(sandboxedRequire, module.exports, module, {
    contextIsolated: true,
    sandboxed: true,
    platform: 'linux',
    versions: {},
  })
}
