/** Each request to its answer, after the checks all of them must pass. */
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import sirv from 'sirv'
import type { CommandHandlers } from '../shared/contract/commands.ts'
import type { ReportBug } from '../shared/contract/dispatch.ts'
import type { ShellEngine } from '../shared/contract/shell.ts'
import { sessionPath } from '../shared/contract/web.ts'
import { documentAssetOf } from '../shared/document/asset.ts'
import { securityHeaders } from '../shared/security/policy.ts'
import type { Texts } from '../shared/texts/texts.ts'
import type { Access } from './access.ts'
import { sendAsset } from './assets.ts'
import { answerCommand } from './commands.ts'
import type { Downloads } from './downloads.ts'
import { sendPage, sendRefusal } from './reply.ts'
import { answerSession } from './session.ts'
import { answerUpload } from './upload.ts'

export interface RouterOptions {
  readonly access: Access
  readonly downloads: Downloads
  readonly engine: Pick<ShellEngine, 'adoptStream' | 'documents'>
  readonly handlers: CommandHandlers
  readonly rendererDir: string
  readonly report: ReportBug
  readonly texts: Texts
  readonly uploadLimitBytes: number
}

export interface Router {
  /** Never rejects. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Whether a WebSocket may be opened by this request; ends the socket with a refusal when not. */
  welcomesEvents(request: IncomingMessage, socket: Duplex): boolean
}

function addressOf(request: IncomingMessage): URL | null {
  // Only the path form: an absolute one would name a host of its own, `//x` too.
  const target = request.url ?? ''
  return /^\/(?!\/)/.test(target) ? URL.parse(target, 'http://host.invalid') : null
}

export function createRouter(options: RouterOptions): Router {
  const { access, texts } = options
  if (!existsSync(path.join(options.rendererDir, 'index.html'))) {
    throw new Error(`There is no window to serve: ${options.rendererDir} has no index.html. Build it first.`)
  }
  const headers = securityHeaders(access.connectSources)
  // Reads the folder's listing once: only what is on it can be asked for, so no path leads out of it.
  const serveFile = sirv(options.rendererDir, {
    etag: true,
    setHeaders: (response, pathname) => {
      const isHashed = pathname.startsWith('/assets/')
      response.setHeader('Cache-Control', isHashed ? 'private, max-age=31536000, immutable' : 'no-cache')
    },
  })

  function refuse(response: ServerResponse, status: number, detail: string): void {
    // The body of a refused request is never read, so its connection cannot be used again.
    response.setHeader('Connection', 'close')
    sendRefusal(texts, response, status, detail, status === 401 ? 'session_ended' : 'internal')
  }

  /** By a redirect, which is what keeps the token out of the history a browser shows. */
  function launch(response: ServerResponse, token: string): void {
    const page = access.launch(token)
    if (page === null) {
      sendPage(texts, response, 401, texts.shell.pages.notYours)
      return
    }
    response.writeHead(303, { Location: page, 'Cache-Control': 'no-store' })
    response.end()
  }

  async function answerRead(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const token = url.searchParams.get('token')
    if (url.pathname === '/' && token !== null) return launch(response, token)
    if (!access.isOwnFetch(request)) return refuse(response, 403, 'asked for by another page')
    // Nobody can guess its name, and whoever was told it had the window's key.
    const download = /^\/download\/([\w-]+)$/.exec(url.pathname)?.[1]
    if (download !== undefined && request.method === 'GET') {
      if (await options.downloads.send(response, download)) return
      return sendPage(texts, response, 404, texts.shell.pages.usedUp)
    }
    const asset = documentAssetOf(url.pathname)
    if (asset !== null && !access.hasAssetKey(url)) return refuse(response, 401, 'no key')
    if (asset !== null && (await sendAsset(request, response, options.engine, asset))) return
    serveFile(request, response, () => sendPage(texts, response, 404, texts.shell.pages.notFound))
  }

  async function answerWrite(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!access.isOwnOrigin(request)) return refuse(response, 403, 'sent by another page')
    if (url.pathname === sessionPath && request.method === 'POST') {
      return answerSession(texts, request, response, access.redeem)
    }
    if (!access.hasKey(request)) return refuse(response, 401, 'no key')
    const command = /^\/api\/([a-z]+\/[a-z]+(?:-[a-z]+)*)$/.exec(url.pathname)?.[1]
    if (command !== undefined && request.method === 'POST') {
      return answerCommand(request, response, command, options.handlers, options)
    }
    if (url.pathname === '/upload') {
      return answerUpload(request, response, url.searchParams.get('name'), options.engine, {
        limitBytes: options.uploadLimitBytes,
        report: options.report,
        texts,
      })
    }
    return refuse(response, 404, 'no such address')
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!access.isOwnHost(request)) return refuse(response, 421, 'addressed to another host')
    const url = addressOf(request)
    if (url === null) return refuse(response, 400, 'not an address')
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return answerRead(request, response, url)
      case 'POST':
      case 'PUT':
        return answerWrite(request, response, url)
      default:
        response.setHeader('Allow', 'GET, HEAD, POST, PUT')
        return refuse(response, 405, `${request.method} is not used here`)
    }
  }

  return {
    async answer(request, response) {
      try {
        await route(request, response)
      } catch (error) {
        // A page that left in mid-answer is no fault; everything else is one of ours.
        if (!response.destroyed && !request.destroyed) {
          // Without its query, which may hold a token or a file's name.
          options.report(`${request.method} ${request.url?.split('?')[0]}`, error)
        }
        if (response.headersSent) response.destroy()
        else refuse(response, 500, 'the host failed')
      }
    },
    welcomesEvents(request, socket) {
      const refusal = !access.isOwnHost(request)
        ? '421 Misdirected Request'
        : request.url !== '/events'
          ? '404 Not Found'
          : !access.isOwnOrigin(request)
            ? '403 Forbidden'
            : !access.hasKey(request)
              ? '401 Unauthorized'
              : null
      if (refusal === null) return true
      socket.on('error', () => undefined)
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return false
    },
  }
}
