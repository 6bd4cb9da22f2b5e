/** The zip container of a Word document, under the limits every archive is under, its failures in a document's words. */
import { type Archive, withArchive } from '../../files/archive.ts'
import { inWordsOfDocuments } from '../document-words.ts'

export async function withPackage<Result>(path: string, work: (archive: Archive) => Promise<Result>): Promise<Result> {
  try {
    return await withArchive(path, work)
  } catch (error) {
    throw inWordsOfDocuments(error)
  }
}

/** Content types of the part the text is in. */
export const mainPartTypes =
  /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/iu
/** Where Word puts it. */
export const usualMainPart = 'word/document.xml'
const maxSmallPartBytes = 4 * 1024 * 1024

/**
 * The name of the part the text is in: as the content types say, else where Word puts it. Null where there is none:
 * another kind of archive.
 */
export async function mainPartOf(archive: Archive): Promise<string | null> {
  if (archive.has('[Content_Types].xml')) {
    const types = (await archive.read('[Content_Types].xml', maxSmallPartBytes)).toString('utf8')
    for (const [tag] of types.matchAll(/<(?:\w+:)?Override\b[^<>]*>/gu)) {
      const name = /PartName\s*=\s*["']([^"']+)["']/u.exec(tag)?.[1]
      if (mainPartTypes.test(tag) && name !== undefined && archive.has(name)) return name.replace(/^\//u, '')
    }
  }
  return archive.has(usualMainPart) ? usualMainPart : null
}
