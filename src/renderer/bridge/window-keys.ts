/**
 * The keys of a page in a browser: exchanged once for the start code its address came with, then kept in the storage of
 * its origin, where no page of another port reaches them. Shared by all windows of the origin.
 */
import { sessionPath, startFragment, type WindowKeys } from '../../shared/contract/web.ts'

const storageKey = 'storyglass-window-keys'

export interface WindowKeysHolder {
  /** Settled when a start code, if the page had one, has been exchanged. Never rejects. */
  readonly ready: Promise<void>
  /** Null when this page has never been started from a printed address. */
  current(): WindowKeys | null
}

function isKeys(value: unknown): value is WindowKeys {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'assetKey' in value &&
    typeof value.assetKey === 'string'
  )
}

function parseKeys(text: string): WindowKeys | null {
  try {
    const value: unknown = JSON.parse(text)
    return isKeys(value) ? value : null
  } catch {
    return null
  }
}

export function createWindowKeys(
  page: Pick<Window, 'location' | 'history' | 'localStorage' | 'fetch'>,
): WindowKeysHolder {
  // For a browser that keeps nothing: the keys then last as long as this page.
  let held: WindowKeys | null = null

  function stored(): WindowKeys | null {
    try {
      return parseKeys(page.localStorage.getItem(storageKey) ?? '')
    } catch {
      return null
    }
  }

  function keep(keys: WindowKeys): void {
    held = keys
    try {
      page.localStorage.setItem(storageKey, JSON.stringify(keys))
    } catch {
      // Held in memory, which is enough until a reload.
    }
  }

  async function exchange(startCode: string): Promise<void> {
    try {
      const response = await page.fetch(sessionPath, { method: 'POST', body: startCode })
      // A spent code (a reload, a restored tab) leaves the keys as they were.
      const keys = response.ok ? parseKeys(await response.text()) : null
      if (keys !== null) keep(keys)
    } catch {
      // The host cannot be reached; every command says so.
    }
  }

  const { hash, pathname, search } = page.location
  const startCode = hash.startsWith(startFragment) ? hash.slice(startFragment.length) : null
  // Before anything is drawn, so that the code stands neither in the address bar nor in the page's history.
  if (startCode !== null) page.history.replaceState(null, '', pathname + search)

  return {
    ready: startCode === null ? Promise.resolve() : exchange(startCode),
    // Read anew each time: another window may have been given the keys of a Storyglass started since.
    current: () => stored() ?? held,
  }
}
