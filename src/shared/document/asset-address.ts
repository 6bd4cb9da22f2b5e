/** Addresses of the files a document is shown with, and what their names look like. */

/**
 * Address of a file of a document, relative to the window's own page: the same in both graphical shells.
 * `name`: as in a page's `image` (`pages/0001.webp`).
 */
export function documentAssetAddress(id: string, name: string): string {
  return `documents/${encodeURIComponent(id)}/${name.split('/').map(encodeURIComponent).join('/')}`
}

/** The names of files of a document that a window may ask for: never a path of its own making. */
export const documentAssetPattern = /^(?:pages|thumbnails|images)\/[\w-]+\.(?:webp|png|jpe?g|gif|svg)$/u
