/** How a page in a browser and the loopback host prove to each other that they belong together: names only. */

/** What a window is given once, in exchange for its start code. */
export interface WindowKeys {
  /** Opens commands, uploads and events. */
  readonly key: string
  /** Opens images of documents: it stands in their addresses, which a person may copy, so it opens nothing else. */
  readonly assetKey: string
}

/** Where a start code is exchanged, by POST. */
export const sessionPath = '/session'
/** Of the page's address, followed by the start code: a fragment is never sent to a server. */
export const startFragment = '#start='
export const keyHeader = 'x-storyglass-key'
export const assetKeyParameter = 'key'
/** The protocol the WebSocket speaks; a browser lets a page send no header of its own with one. */
export const eventProtocol = 'storyglass.events'
/** Followed by the key, as a second protocol offered. */
export const eventKeyPrefix = 'storyglass.key.'
