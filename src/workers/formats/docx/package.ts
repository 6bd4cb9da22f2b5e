/** The zip container of a Word document, under the limits every archive is under, its failures in a document's words. */
import { type FailureReason, StoryglassError } from '../../../shared/failure/failure.ts'
import { type Archive, withArchive } from '../../files/archive.ts'

const inWordsOfDocuments: Readonly<Partial<Record<FailureReason, FailureReason>>> = {
  encrypted_workbook: 'encrypted_document',
  damaged_workbook: 'damaged_document',
  old_workbook: 'old_document',
  not_a_workbook: 'not_a_document',
}

export async function withPackage<Result>(path: string, work: (archive: Archive) => Promise<Result>): Promise<Result> {
  try {
    return await withArchive(path, work)
  } catch (error) {
    const reason = error instanceof StoryglassError ? inWordsOfDocuments[error.reason] : undefined
    if (!(error instanceof StoryglassError) || reason === undefined) throw error
    throw new StoryglassError(reason, error.detail, { cause: error })
  }
}

const mainPartTypes =
  /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/iu
const maxSmallPartBytes = 4 * 1024 * 1024

/**
 * The name of the part the text is in: as the content types say, else where Word puts it. Null where there is none:
 * another kind of archive.
 */
export async function mainPartOf(archive: Archive): Promise<string | null> {
  if (archive.has('[Content_Types].xml')) {
    const types = (await archive.read('[Content_Types].xml', maxSmallPartBytes)).toString('utf8')
    for (const [tag] of types.matchAll(/<(?:\w+:)?Override\b[^>]*>/gu)) {
      const name = /PartName\s*=\s*["']([^"']+)["']/u.exec(tag)?.[1]
      if (mainPartTypes.test(tag) && name !== undefined && archive.has(name)) return name.replace(/^\//u, '')
    }
  }
  return archive.has('word/document.xml') ? 'word/document.xml' : null
}
