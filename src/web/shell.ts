/** The browser shell: the same window as the desktop's, served on loopback by the same engine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeScratchFolder } from '../disk/scratch.ts'
import type { ReportBug } from '../shared/contract/dispatch.ts'
import type { EngineEvent } from '../shared/contract/events.ts'
import type { ShellEngine } from '../shared/contract/shell.ts'
import { type Texts, textsIn } from '../shared/texts/texts.ts'
import { createAccess } from './access.ts'
import { createDownloads } from './downloads.ts'
import { createEventSockets } from './events.ts'
import { browserHandlers } from './handlers.ts'
import { openByFile } from './launch-file.ts'
import { openInBrowser } from './open.ts'
import { createRouter } from './router.ts'
import { maxUploadBytes } from './upload.ts'

export interface BrowserShellOptions {
  readonly engine: ShellEngine
  /** 0 for any free port. */
  readonly port: number
  /** Absolute folder of the built renderer, with its `index.html`. */
  readonly rendererDir: string
  /** Whether to open the default browser, where there is one. */
  readonly open: boolean
  /** Opens a page on the disk; false when there is nowhere to open it. The default browser if left out. */
  readonly openPage?: (file: string) => Promise<boolean>
  /** The job a page that opens now should show: that of a file the shell was started with. */
  readonly openJobId?: () => string | null
  /** Called once, when the address (with its token) can be opened. */
  readonly onReady?: (address: string) => void
  readonly report?: ReportBug
  /** English where none are given. */
  readonly texts?: Texts
  /** Largest file taken from a page, in bytes. */
  readonly uploadLimitBytes?: number
}

export interface BrowserShell {
  readonly address: string
  readonly port: number
  /** Tells every page something that is not the engine's to tell. */
  emit(event: EngineEvent): void
  /** Ends every connection, upload and download. The engine is its owner's to close. */
  close(): Promise<void>
}

const headersTimeoutMs = 10_000

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Loopback only, by address: a name could resolve to something else.
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/**
 * Serves the window and waits until it can be opened. Throws when the port is taken (`EADDRINUSE`) or the renderer has
 * not been built.
 */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const report: ReportBug = options.report ?? (() => undefined)
  const exports = await makeScratchFolder()
  const downloads = createDownloads()
  const server = createServer({ headersTimeout: headersTimeoutMs, requestTimeout: 0 })
  try {
    const port = await listen(server, options.port)
    const access = createAccess(port)
    const events = createEventSockets(options.engine)
    const router = createRouter({
      access,
      downloads,
      engine: options.engine,
      handlers: browserHandlers(options.engine, {
        openJobId: options.openJobId ?? (() => null),
        downloads,
        exportFolder: exports.path,
      }),
      rendererDir: options.rendererDir,
      report,
      texts: options.texts ?? textsIn('en'),
      uploadLimitBytes: options.uploadLimitBytes ?? maxUploadBytes,
    })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void router.answer(request, response))
    server.on('upgrade', (request, socket, head) => {
      if (router.welcomesEvents(request, socket)) events.accept(request, socket, head)
    })
    options.onReady?.(access.address)
    const openPage = options.openPage ?? openInBrowser
    const launch = options.open ? await openByFile(access.addressToOpen(), openPage, report) : null
    return {
      address: access.address,
      port,
      emit: events.emit,
      async close() {
        events.close()
        const closed = new Promise<void>((resolve) => server.close(() => resolve()))
        server.closeAllConnections()
        await closed
        await launch?.remove()
        await downloads.close()
        await exports.remove()
      },
    }
  } catch (error) {
    server.close()
    await exports.remove()
    throw error
  }
}
