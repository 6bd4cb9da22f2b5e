/** What the reader has chosen about the window itself. Kept in the window's own storage. */
import { create } from 'zustand'

export type ColorSchemeChoice = 'auto' | 'light' | 'dark'

interface Preferences {
  readonly colorScheme: ColorSchemeChoice
  /** Single keys as shortcuts; can be turned off, for those whose keys are pressed by speech or by accident. */
  readonly singleKeys: boolean
  /** The operating system is told when a job ends while the window is hidden. */
  readonly notifications: boolean
}

const storageKey = 'storyglass-preferences'

export function readPreferences(text: string | null): Preferences {
  const defaults: Preferences = { colorScheme: 'auto', singleKeys: true, notifications: false }
  if (text === null) return defaults
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return defaults
    const colorScheme = 'colorScheme' in stored ? stored.colorScheme : null
    const singleKeys = 'singleKeys' in stored ? stored.singleKeys : null
    const notifications = 'notifications' in stored ? stored.notifications : null
    return {
      colorScheme: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'auto',
      singleKeys: singleKeys !== false,
      notifications: notifications === true,
    }
  } catch {
    // Not ours, or cut short: the defaults are always right.
    return defaults
  }
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
