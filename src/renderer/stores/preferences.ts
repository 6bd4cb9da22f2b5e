/** What the reader has chosen about the window itself. Kept in the window's own storage. */
import { create } from 'zustand'
import type { Zoom } from '../words/page-layout.ts'

export type ColorSchemeChoice = 'auto' | 'light' | 'dark'

interface Preferences {
  readonly colorScheme: ColorSchemeChoice
  /** Single keys as shortcuts; can be turned off, for those whose keys are pressed by speech or by accident. */
  readonly singleKeys: boolean
  /** The operating system is told when a job ends while the window is hidden. */
  readonly notifications: boolean
  /** Beside the pages of a document. */
  readonly documentPanel: DocumentPanel
  /** The story of a document beside its pages. */
  readonly documentStory: boolean
  /** How large the pages of a document are shown. */
  readonly documentZoom: Zoom
}

export const documentPanels = ['none', 'pages', 'outline'] as const
export type DocumentPanel = (typeof documentPanels)[number]

const storageKey = 'storyglass-preferences'

export function readPreferences(text: string | null): Preferences {
  const defaults: Preferences = {
    colorScheme: 'auto',
    singleKeys: true,
    notifications: false,
    documentPanel: 'pages',
    documentStory: true,
    documentZoom: 'automatic',
  }
  if (text === null) return defaults
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return defaults
    const colorScheme = 'colorScheme' in stored ? stored.colorScheme : null
    const singleKeys = 'singleKeys' in stored ? stored.singleKeys : null
    const notifications = 'notifications' in stored ? stored.notifications : null
    const documentPanel = 'documentPanel' in stored ? stored.documentPanel : null
    const documentStory = 'documentStory' in stored ? stored.documentStory : null
    return {
      colorScheme: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'auto',
      singleKeys: singleKeys !== false,
      notifications: notifications === true,
      documentPanel: documentPanels.find((name) => name === documentPanel) ?? defaults.documentPanel,
      documentStory: documentStory !== false,
      documentZoom: readZoom('documentZoom' in stored ? stored.documentZoom : null),
    }
  } catch {
    // Not ours, or cut short: the defaults are always right.
    return defaults
  }
}

function readZoom(value: unknown): Zoom {
  if (value === 'width' || value === 'page') return value
  return typeof value === 'number' && value > 0 && value < 100 ? value : 'automatic'
}

function stored(): string | null {
  try {
    return globalThis.localStorage?.getItem(storageKey) ?? null
  } catch {
    // Storage may be forbidden; preferences then last as long as the window.
    return null
  }
}

export const usePreferences = create<Preferences>()(() => readPreferences(stored()))

export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  try {
    globalThis.localStorage?.setItem(storageKey, JSON.stringify(usePreferences.getState()))
  } catch {
    // As above.
  }
}
