/** Who wants to hear of which event. */
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { EngineEvent, EventName, EventPayload } from '../../shared/contract/events.ts'

export interface Listeners {
  add<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): Unsubscribe
  emit(event: EngineEvent): void
}

export function createListeners(): Listeners {
  const byName = new Map<EventName, Set<(payload: never) => void>>()
  return {
    add(name, listener) {
      // A wrapper of its own, so that one function subscribed twice is heard twice and taken off once each.
      const entry = (payload: EventPayload<typeof name>): void => listener(payload)
      const entries = byName.get(name) ?? new Set()
      byName.set(name, entries)
      entries.add(entry)
      return () => void entries.delete(entry)
    },
    emit({ name, payload }) {
      for (const listener of [...(byName.get(name) ?? [])]) listener(payload as never)
    },
  }
}
