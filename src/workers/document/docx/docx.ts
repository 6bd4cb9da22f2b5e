/** Word documents (.docx, .docm, .dotx) as pages: text, headings, lists, tables, images, notes and comments. */
import type { DocumentContent, DocumentWarning } from '../../../shared/document/document.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../../context.ts'
import type { Archive } from '../../convert/xlsx/archive.ts'
import type { DocumentFile, DocumentOptions } from '../document-file.ts'
import { contentOf } from '../flow/content.ts'
import { flowIntoPages } from '../flow/flow.ts'
import { ImageKeeper } from '../flow/images.ts'
import { sanitise } from '../flow/sanitise.ts'
import { maxTreeBytes, readWithMammoth } from './mammoth-html.ts'
import { mainPartOf, withPackage } from './package.ts'
import { pageSizeOf } from './page-breaks.ts'
import { readPlainly } from './plain-reader.ts'
import { readLanguage, readProperties } from './properties.ts'

/**
 * Pages end where Word last ended them, else at explicit breaks, else by length. Footnotes, endnotes and comments stand
 * at the end, linked from their place. Headers and footers of the pages are not read.
 */
export async function convertDocx(
  source: DocumentFile,
  options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  return withPackage(source.path, async (archive) => {
    const mainPart = await mainPartOf(archive)
    if (mainPart === null) throw new StoryglassError('not_a_document', `an archive of ${archive.names.length} files`)
    const images = new ImageKeeper(options.outputDir)
    const { html, warnings } = await readMarkup(archive, mainPart, images, context)
    await context.breathe()
    const safe = sanitise(html, (src) => (images.has(src) ? src : null))
    const flow = await flowIntoPages(safe, context)
    await images.write()
    const metadata = await readProperties(archive)
    const folder = mainPart.replaceAll('\\', '/').replace(/[^/]*$/u, '')
    const declared = metadata.language
    const language = typeof declared === 'string' && declared !== '' ? declared : null
    return contentOf(flow, context, {
      size: pageSizeOf(await textOfPart(archive, mainPart)) ?? undefined,
      title: typeof metadata.title === 'string' ? metadata.title : null,
      language: language ?? (await readLanguage(archive, `${folder}styles.xml`)),
      metadata,
      warnings: [...warnings, ...images.warnings()],
    })
  })
}

interface Markup {
  readonly html: string
  readonly warnings: readonly DocumentWarning[]
}

async function readMarkup(
  archive: Archive,
  mainPart: string,
  images: ImageKeeper,
  context: WorkContext,
): Promise<Markup> {
  let why = 'it is too large to be read as a whole'
  if ((archive.size(mainPart) ?? 0) <= maxTreeBytes) {
    try {
      const { html, ignored } = await readWithMammoth(archive, mainPart, images)
      return { html, warnings: leftOut(ignored) }
    } catch (error) {
      // What it is not meant for, it fails at in many ways; hostile and encrypted parts fail the plain reading too.
      if (error instanceof CancelledError) throw error
      why = error instanceof Error ? error.message : String(error)
    }
  }
  const { html, damage } = await readPlainly(archive.chunks(mainPart), context)
  if (html === '' && damage !== null) throw new StoryglassError('damaged_document', damage)
  const warnings: DocumentWarning[] = [
    {
      code: 'read_plainly',
      page: null,
      message: `Only text, headings and tables could be read, without images, lists and notes (${why}).`,
    },
  ]
  if (damage !== null) {
    warnings.push({
      code: 'text_damaged',
      page: null,
      message: `The document is damaged; text may be missing (${damage}).`,
    })
  }
  return { html, warnings }
}

/** What a reader would miss; the other elements that are passed over only describe how something looks. */
const namesOfContent: Readonly<Record<string, string>> = {
  OLEObject: 'embedded objects',
  object: 'embedded objects',
  oMath: 'formulas',
  oMathPara: 'formulas',
  chart: 'charts',
  relIds: 'diagrams',
  rt: 'phonetic guides',
  textpath: 'word art',
  control: 'form controls',
  altChunk: 'inserted documents',
}

function leftOut(elements: readonly string[]): DocumentWarning[] {
  const names = new Set(elements.map((name) => namesOfContent[name]).filter((name) => name !== undefined))
  if (names.size === 0) return []
  return [
    { code: 'content_left_out', page: null, message: `Left out, as it cannot be shown: ${[...names].join(', ')}.` },
  ]
}

const sizeBytes = 64 * 1024 * 1024

/** The part's text where it may be read as a whole; the page size is at its end. */
async function textOfPart(archive: Archive, mainPart: string): Promise<string> {
  try {
    return (await archive.read(mainPart, sizeBytes)).toString('utf8')
  } catch (error) {
    // A larger or damaged part has given its text already; without a size its pages have none.
    if (error instanceof StoryglassError) return ''
    throw error
  }
}
