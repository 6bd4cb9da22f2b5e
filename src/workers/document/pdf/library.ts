/** pdf.js, loaded when the first document asks for it, and its data files. */
import { createRequire } from 'node:module'
import path from 'node:path'

export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
export type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

let loading: Promise<PdfLibrary> | null = null

export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return loading
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
