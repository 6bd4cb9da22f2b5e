/** A store of many values under a key each: who reads one hears of that one only, however many others change. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Unsubscribe } from '../../shared/contract/bridge.ts'

export interface KeyedStore<Value> {
  get(key: string): Value | undefined
  /** Undefined takes the value away. */
  set(key: string, value: Value | undefined): void
  subscribe(key: string, listener: () => void): Unsubscribe
  values(): readonly Value[]
  /** Those listening to the key at this moment. */
  listeners(key: string): number
  /** Keys somebody listens to at this moment. */
  watched(): readonly string[]
  clear(): void
}

export function createKeyedStore<Value>(): KeyedStore<Value> {
  const values = new Map<string, Value>()
  const listeners = new Map<string, Set<() => void>>()
  const tell = (key: string): void => {
    for (const listener of [...(listeners.get(key) ?? [])]) listener()
  }
  return {
    get: (key) => values.get(key),
    set(key, value) {
      if (values.get(key) === value) return
      if (value === undefined) values.delete(key)
      else values.set(key, value)
      tell(key)
    },
    subscribe(key, listener) {
      const entry = (): void => listener()
      const entries = listeners.get(key) ?? new Set()
      listeners.set(key, entries.add(entry))
      return () => {
        entries.delete(entry)
        if (entries.size === 0 && listeners.get(key) === entries) listeners.delete(key)
      }
    },
    values: () => [...values.values()],
    listeners: (key) => listeners.get(key)?.size ?? 0,
    watched: () => [...listeners.keys()],
    clear() {
      const keys = [...values.keys()]
      values.clear()
      for (const key of keys) tell(key)
    },
  }
}

export function useKeyed<Value>(store: KeyedStore<Value>, key: string): Value | undefined {
  const subscribe = useCallback((listener: () => void) => store.subscribe(key, listener), [store, key])
  return useSyncExternalStore(subscribe, () => store.get(key))
}
