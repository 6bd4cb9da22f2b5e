/** Files a document is shown with, as both graphical shells serve them: which are asked for, and under which rules. */
import { documentAssetPattern } from './asset-address.ts'

/**
 * The file an address's path names (`/documents/<id>/pages/0001.webp`), percent signs decoded; null when it is none of
 * a document's. What it gives holds no part that could lead elsewhere.
 */
export function documentAssetOf(pathname: string): { readonly id: string; readonly name: string } | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    // Not an address we ever make.
    return null
  }
  const parts = /^\/documents\/([\w-]{1,64})\/(.+)$/u.exec(decoded)
  const [, id = '', name = ''] = parts ?? []
  return documentAssetPattern.test(name) ? { id, name } : null
}

const contentTypes: Readonly<Record<string, string>> = {
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
}

/**
 * Headers of such a file. A drawing (SVG) that is opened by itself may load nothing and run nothing; and what is deleted
 * from the library must not live on in a browser's cache.
 */
export function documentAssetHeaders(name: string): Record<string, string> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return {
    'Content-Type': contentTypes[ending] ?? 'application/octet-stream',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
}
