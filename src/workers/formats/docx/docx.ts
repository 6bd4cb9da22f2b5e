/** Word documents (.docx, .docm, .dotx) as pages: text, headings, lists, tables, images, notes and comments. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { DocumentFile, DocumentOptions } from '../../pages/document-file.ts'
import { contentOf } from '../../pages/flow/content.ts'
import { ImageKeeper } from '../../pages/flow/images.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { mainPartOf, withPackage } from './package.ts'
import { readLanguage, readProperties } from './properties.ts'
import { readMarkup } from './read-markup.ts'

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
    const { flow, warnings, size } = await readMarkup(archive, mainPart, images, context)
    await images.flush()
    const metadata = await readProperties(archive)
    const folder = mainPart.replaceAll('\\', '/').replace(/[^/]*$/u, '')
    const declared = metadata.language
    const language = typeof declared === 'string' && declared !== '' ? declared : null
    return contentOf(flow, context, {
      size: size ?? undefined,
      title: typeof metadata.title === 'string' ? metadata.title : null,
      language: language ?? (await readLanguage(archive, `${folder}styles.xml`)),
      metadata,
      warnings: [...warnings, ...images.warnings()],
    })
  })
}
