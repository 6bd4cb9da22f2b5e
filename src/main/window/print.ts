/** Prints with the Chromium that Electron is, in a window nobody sees that can reach its one page and nothing else. */
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, session } from 'electron'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { type PagePrinter, printOptions, printTimeoutMs } from '../engine.ts'

export function windowPrinter(timeoutMs = printTimeoutMs): PagePrinter {
  return {
    async print(htmlFile, pdfFile, signal) {
      const limit = AbortSignal.timeout(timeoutMs)
      const stop = signal === undefined ? limit : AbortSignal.any([limit, signal])
      try {
        await writeFile(pdfFile, await printed(pathToFileURL(htmlFile).href, stop))
      } catch (error) {
        throw new StoryglassError('print_failed', String(error), { cause: error })
      }
    },
  }
}

async function printed(page: string, stop: AbortSignal): Promise<Uint8Array> {
  stop.throwIfAborted()
  // Without `persist:` it is in memory, and gone with its window.
  const own = session.fromPartition(`print-${randomUUID()}`)
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== page && !url.startsWith('data:') }))
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
    },
  })
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.addEventListener('abort', () => reject(stop.reason), { once: true })
    window.webContents.once('render-process-gone', (_event, { reason }) =>
      reject(new Error(`its process ended: ${reason}`)),
    )
  })
  stopped.catch(() => undefined)
  try {
    return await Promise.race([window.loadURL(page).then(() => window.webContents.printToPDF(printOptions)), stopped])
  } finally {
    window.destroy()
  }
}
