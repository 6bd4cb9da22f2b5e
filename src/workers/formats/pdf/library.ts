/** pdf.js, loaded when the first document asks for it, and its data files. */
/// <reference path="./pdf-worker.d.ts" />
import { createRequire } from 'node:module'
import path from 'node:path'
import { BoundedDecompressionStream } from './bounded-inflate.ts'
import { JpegDecoder } from './jpeg.ts'
import { ThreadPort } from './thread-port.ts'

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
export type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

let loading: Promise<PdfLibrary> | null = null

export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return loading
}

/** A channel with the half of pdf.js that reads files at its other end, in this same thread. */
export async function connectedPort(): Promise<ThreadPort> {
  // pdf.js looks for them under the names browsers have them by: for the first once, while it is loaded.
  Object.assign(globalThis, { ImageDecoder: JpegDecoder, DecompressionStream: BoundedDecompressionStream })
  const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  const port = new ThreadPort()
  WorkerMessageHandler.initializeFromPort(port)
  return port
}

/** Folders on this disk, so that nothing is ever fetched. pdf.js wants a slash at their end. */
export function dataFolders(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string; iccUrl: string } {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string): string => `${path.join(root, name)}/`
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  }
}
