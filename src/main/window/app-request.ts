/** One request of a window to `app://storyglass/`: the built renderer, and the files documents are shown with. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ShellEngine } from '../../shared/contract/shell.ts'
import { documentAssetHeaders, documentAssetOf } from '../../shared/document/asset.ts'
import { isAppAddress } from '../../shared/security/app-address.ts'
import { securityHeaders } from '../../shared/security/policy.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The file an address of ours names, absolute, or null when it names none inside `folder`. A kind of file we do not
 * ship is none.
 */
export function fileOf(address: string, folder: string): { readonly file: string; readonly type: string } | null {
  if (!isAppAddress(address)) return null
  const { pathname } = new URL(address)
  let relative: string
  try {
    relative = decodeURIComponent(pathname)
  } catch {
    // Not an address we ever make.
    return null
  }
  if (/[\0\\]/.test(relative)) return null
  const file = path.join(folder, relative === '/' ? 'index.html' : relative)
  const type = contentTypes[path.extname(file)]
  return type !== undefined && file.startsWith(folder + path.sep) ? { file, type } : null
}

function answerWith(status: number, headers: Record<string, string> = {}, body: Uint8Array | null = null): Response {
  return new Response(body === null ? null : new Uint8Array(body), {
    status,
    headers: { ...securityHeaders(["'self'"]), ...headers },
  })
}

export interface AppSources {
  /** Absolute folder of the built renderer. */
  readonly rendererDir: string
  readonly documentAsset: ShellEngine['documents']['asset']
}

/** The file to answer with and what is said of it; null when the address names none. */
async function find(
  address: string,
  { rendererDir, documentAsset }: AppSources,
): Promise<{ readonly file: string; readonly headers: Record<string, string> } | null> {
  const asset = isAppAddress(address) ? documentAssetOf(new URL(address).pathname) : null
  if (asset !== null) {
    const file = await documentAsset(asset.id, asset.name)
    return file === null ? null : { file, headers: documentAssetHeaders(asset.name) }
  }
  const found = fileOf(address, rendererDir)
  return found === null
    ? null
    : { file: found.file, headers: { 'Content-Type': found.type, 'Cache-Control': 'no-cache' } }
}

export async function answerAppRequest(
  request: Pick<Request, 'url' | 'method'>,
  sources: AppSources,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answerWith(405)
  try {
    const found = await find(request.url, sources)
    if (found === null) return answerWith(404)
    const content = await readFile(found.file)
    const headers = { ...found.headers, 'Content-Length': String(content.length) }
    return answerWith(200, headers, request.method === 'HEAD' ? null : content)
  } catch {
    // Missing, or a folder: the page is told the same.
    return answerWith(404)
  }
}
