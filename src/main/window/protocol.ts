/** `app://storyglass/`: the built renderer, read from its folder and from nowhere else. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol, type Session } from 'electron'
import { appScheme, isAppAddress } from '../../shared/security/app-address.ts'
import { securityHeaders } from '../../shared/security/policy.ts'

/** Must be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

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

export async function answerAppRequest(
  request: Pick<Request, 'url' | 'method'>,
  rendererDir: string,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answerWith(405)
  const found = fileOf(request.url, rendererDir)
  if (found === null) return answerWith(404)
  try {
    const content = await readFile(found.file)
    const headers = {
      'Content-Type': found.type,
      'Content-Length': String(content.length),
      'Cache-Control': 'no-cache',
    }
    return answerWith(200, headers, request.method === 'HEAD' ? null : content)
  } catch {
    // Missing, or a folder: the page is told the same.
    return answerWith(404)
  }
}

export function serveRenderer(session: Session, rendererDir: string): void {
  session.protocol.handle(appScheme, (request) => answerAppRequest(request, rendererDir))
}
