/** Prints with a browser of this machine; the page is handed over, so that a browser that may read no files can do it, too. */
import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { BrowserPipe } from './browser-pipe.ts'
import { withBrowser } from './browser-process.ts'
import { findBrowser } from './find-browser.ts'
import { type PagePrinter, printOptions, printTimeoutMs } from './page-printer.ts'

const target = z.object({ targetId: z.string() })
const attached = z.object({ sessionId: z.string() })
const frames = z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
const printed = z.object({ data: z.string() })

export interface BrowserPrinterOptions {
  /** The program of the browser, or null for none. */
  readonly find?: () => Promise<string | null>
  readonly timeoutMs?: number
}

export function browserPrinter({
  find = findBrowser,
  timeoutMs = printTimeoutMs,
}: BrowserPrinterOptions = {}): PagePrinter {
  return {
    async print(htmlFile, pdfFile, signal) {
      const program = await find()
      if (program === null) throw new StoryglassError('no_browser_to_print')
      const html = await readFile(htmlFile, 'utf8')
      const limit = AbortSignal.timeout(timeoutMs)
      const stop = signal === undefined ? limit : AbortSignal.any([limit, signal])
      const pdf = await withBrowser(program, stop, (pipe) => printPage(pipe, html)).catch((error: unknown) => {
        // Asked to stop, it has not failed.
        signal?.throwIfAborted()
        throw new StoryglassError('print_failed', `${program}: ${String(error)}`, { cause: error })
      })
      await writeFile(pdfFile, pdf)
    },
  }
}

async function printPage(pipe: BrowserPipe, html: string): Promise<Buffer> {
  const { targetId } = target.parse(await pipe.ask('Target.createTarget', { url: 'about:blank' }))
  const { sessionId } = attached.parse(await pipe.ask('Target.attachToTarget', { targetId, flatten: true }))
  const ask = (method: string, params?: object) => pipe.ask(method, params, sessionId)
  await ask('Page.enable')
  const { frameTree } = frames.parse(await ask('Page.getFrameTree'))
  const loaded = pipe.told('Page.loadEventFired', sessionId)
  await ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  await loaded
  // A face that is not there yet would be printed in another.
  await ask('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => 0)', awaitPromise: true })
  const { data } = printed.parse(await ask('Page.printToPDF', printOptions))
  return Buffer.from(data, 'base64')
}
