/** A WebSocket that comes back: at once after a first loss, then ever more patiently. */
import type { Unsubscribe } from '../../shared/contract/bridge.ts'

const firstDelayMs = 250
const maxDelayMs = 10_000

/** Time before the next try: doubled each time, halved to full at random so that many windows do not come at once. */
export function backOffMs(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(maxDelayMs, firstDelayMs * 2 ** Math.max(0, failures - 1))
  return ceiling * (0.5 + random() / 2)
}

export interface Connection {
  readonly onChange: (listener: (connected: boolean) => void) => Unsubscribe
}

export function createConnection(options: {
  readonly address: string
  /** Nothing is connected before; it never rejects. */
  readonly ready?: Promise<void>
  /** To offer, asked for at each try. */
  readonly protocols?: () => readonly string[]
  readonly onMessage: (text: string) => void
}): Connection {
  const listeners = new Set<(connected: boolean) => void>()
  let connected: boolean | null = null
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let socket: WebSocket | undefined

  function change(to: boolean): void {
    if (connected === to) return
    connected = to
    for (const listener of [...listeners]) listener(to)
  }

  function connect(): void {
    clearTimeout(timer)
    if (socket?.readyState === WebSocket.CONNECTING) return
    const opened = new WebSocket(options.address, [...(options.protocols?.() ?? [])])
    socket = opened
    opened.onopen = () => {
      failures = 0
      change(true)
    }
    opened.onmessage = (event) => {
      if (typeof event.data === 'string') options.onMessage(event.data)
    }
    // `onerror` says nothing that `onclose` does not say after it.
    opened.onclose = () => {
      if (socket !== opened) return
      failures += 1
      change(false)
      timer = setTimeout(connect, backOffMs(failures))
    }
  }

  // A person who comes back to the page, or whose machine woke up, need not wait for the timer.
  addEventListener('online', () => {
    if (connected === false) connect()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && connected === false) connect()
  })
  // A page leaving takes its socket along; the loss is not one to show.
  addEventListener('pagehide', () => {
    const leaving = socket
    socket = undefined
    clearTimeout(timer)
    leaving?.close()
  })
  addEventListener('pageshow', (event) => {
    if (event.persisted) connect()
  })
  if (options.ready === undefined) connect()
  else void options.ready.then(connect)

  return {
    onChange(listener) {
      const entry = (value: boolean): void => listener(value)
      listeners.add(entry)
      if (connected !== null) queueMicrotask(() => listeners.has(entry) && connected !== null && entry(connected))
      return () => void listeners.delete(entry)
    },
  }
}
