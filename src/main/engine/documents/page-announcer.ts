/** Telling of the pages of documents as they can be read: in bunches, at most ten a second a document. */
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { Announcer } from '../../jobs/announcer.ts'

const eventIntervalMs = 100

export class PageAnnouncer {
  readonly #pages = new Map<string, Set<number>>()
  readonly #announcer: Announcer

  /** `emit` never throws. */
  constructor(emit: (event: EngineEvent) => void) {
    this.#announcer = new Announcer((id) => {
      const pages = [...(this.#pages.get(id) ?? [])].toSorted((left, right) => left - right)
      this.#pages.delete(id)
      emit({ name: 'document/changed', payload: { id, pages } })
    }, eventIntervalMs)
  }

  /** The document's facts (no pages) or these pages can be read now. */
  changed(id: string, pages: readonly number[]): void {
    const waiting = this.#pages.get(id) ?? new Set()
    for (const page of pages) waiting.add(page)
    this.#pages.set(id, waiting)
    this.#announcer.changed(id)
  }

  /** Nothing of it will change by itself any more: what has not been announced is announced now. */
  settled(id: string): void {
    if ((this.#pages.get(id)?.size ?? 0) > 0) this.#announcer.settled(id)
    else this.#announcer.forget(id)
    this.#pages.delete(id)
  }

  close(): void {
    this.#announcer.close()
    this.#pages.clear()
  }
}
