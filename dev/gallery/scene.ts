/** What a scene of the gallery is. */
import type { FakeEngineOptions } from './fake-bridge.ts'

export interface Scene {
  readonly title: string
  readonly address: string
  readonly engine: FakeEngineOptions
  /** What the shell does by itself once the scene stands. */
  readonly afterwards?:
    | 'drag-one'
    | 'drag-many'
    | 'drag-document'
    | 'wrong-password'
    | 'lose-connection'
    | 'upload'
    | DocumentDeed
}

/** What is pressed in the reader of a document. */
export type DocumentDeed = 'show-tables' | 'show-rows' | 'show-outline' | 'visit-statement'
