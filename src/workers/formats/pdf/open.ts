/** Opens a PDF, or says why it cannot be. */
import { open } from 'node:fs/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { DocumentFile } from '../../pages/document-file.ts'
import { forgetImages } from './jpeg.ts'
import { connectedPort, dataFolders, loadPdfLibrary, type PdfDocument } from './library.ts'
import { mostDeclaredPages, mostFileBytes, mostImagePixels } from './limits.ts'
import { withoutStrayRejections } from './stray-rejections.ts'

/**
 * Opens the file for `work` and lets it go after. An empty password is tried where none is given. Throws
 * `encrypted_document`, `damaged_document`, `too_large`.
 */
export function withPdf<Result>(
  source: DocumentFile,
  password: string | null,
  work: (pdf: PdfDocument) => Promise<Result>,
): Promise<Result> {
  return withoutStrayRejections(() => withOpenPdf(source, password, work))
}

async function withOpenPdf<Result>(
  source: DocumentFile,
  password: string | null,
  work: (pdf: PdfDocument) => Promise<Result>,
): Promise<Result> {
  if (source.bytes > mostFileBytes) throw new StoryglassError('too_large', `${source.bytes} bytes`)
  const data = await readWhole(source.path)
  if (data.length === 0) throw new StoryglassError('empty_file')
  const library = await loadPdfLibrary()
  const port = await connectedPort()
  const worker = library.PDFWorker.create({ port } as object)
  const loading = library.getDocument({
    worker,
    // pdf.js takes the bytes over.
    data,
    password: password ?? '',
    ...dataFolders(),
    verbosity: library.VerbosityLevel.ERRORS,
    maxImageSize: mostImagePixels,
    // Forms made of scripts and XML are not drawn, and no script in the file is ever run: that takes a sandbox of
    // pdf.js that is not loaded.
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    isImageDecoderSupported: true,
  })
  try {
    const pdf = await loading.promise.catch((error: unknown) => {
      throw reasonOf(error, password)
    })
    if (pdf.numPages < 1) throw new StoryglassError('damaged_document', 'it has no pages')
    if (pdf.numPages > mostDeclaredPages) throw new StoryglassError('too_large', `${pdf.numPages} pages`)
    return await work(pdf)
  } finally {
    await loading.destroy()
    worker.destroy()
    port.close()
    forgetImages()
  }
}

/** Straight into memory of its own: a Buffer may share its memory with others, and could not be given away. */
async function readWhole(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > mostFileBytes) throw new StoryglassError('too_large', `${size} bytes`)
    const data = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const { bytesRead } = await file.read(data, filled, Math.min(size - filled, mostBytesAtOnce), filled)
      if (bytesRead === 0) return data.slice(0, filled)
      filled += bytesRead
    }
    return data
  } finally {
    await file.close()
  }
}

const mostBytesAtOnce = 64 * 1024 * 1024

function reasonOf(error: unknown, password: string | null): StoryglassError {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'PasswordException') {
    return new StoryglassError('encrypted_document', password === null ? detail : `wrong password: ${detail}`)
  }
  return new StoryglassError('damaged_document', detail, { cause: error })
}
