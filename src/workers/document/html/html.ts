/** Web pages as documents: made safe, nothing fetched, nothing run, laid out as pages by length. */
import type { DocumentContent, DocumentWarning } from '../../../shared/document/document.ts'
import type { WorkContext } from '../../context.ts'
import type { DocumentFile, DocumentOptions } from '../document-file.ts'
import { contentOf, type Particulars } from '../flow/content.ts'
import { flowIntoPages } from '../flow/flow.ts'
import { bytesOfDataAddress, ImageKeeper } from '../flow/images.ts'
import { sanitise } from '../flow/sanitise.ts'
import { maxMarkupBytes, readText } from '../text/read-text.ts'
import { declaredEncoding, readHead } from './head.ts'

export async function convertHtml(
  source: DocumentFile,
  options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  const { text, warnings } = await readText(source, context, declaredEncoding, maxMarkupBytes)
  const { title, language, metadata } = readHead(text)
  return convertMarkup(text, options, context, { title, language, metadata, warnings })
}

/** Of any origin. Images within it are kept; those elsewhere are not fetched, and a warning says how many. */
export async function convertMarkup(
  html: string,
  options: DocumentOptions,
  context: WorkContext,
  particulars: Particulars,
): Promise<DocumentContent> {
  const images = new ImageKeeper(options.outputDir)
  let elsewhere = 0
  const safe = sanitise(html, (src) => {
    const bytes = bytesOfDataAddress(src)
    if (bytes !== null) return images.keep(bytes)
    elsewhere += 1
    return null
  })
  await context.breathe()
  const flow = await flowIntoPages(safe, context)
  await images.write()
  const warnings: DocumentWarning[] = [...particulars.warnings, ...images.warnings()]
  if (elsewhere > 0) {
    const message = `${elsewhere === 1 ? 'An image lies' : `${elsewhere} images lie`} outside the file and ${elsewhere === 1 ? 'is' : 'are'} not fetched.`
    warnings.push({ code: 'image_elsewhere', page: null, message })
  }
  return contentOf(flow, context, { ...particulars, warnings })
}
