/** A document as a folder of its own: `document.json` and the images of its pages. */

import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { explainFileError } from '../../../disk/file-errors.ts'
import { documentAssetPattern } from '../../../shared/document/asset-address.ts'
import type { Document } from '../../../shared/document/document.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'

const documentFile = 'document.json'
const imageFolders = ['pages', 'thumbnails', 'images']

/** Of `document.json`, so much as tells it from a file of that name that another program wrote. */
const earlierSchema = z.object({ version: z.literal(1), id: z.string(), source: z.object({ sha256: z.string() }) })

/** Throws `bad_path` when it is no folder, or holds anything else than an earlier result, which may be replaced. */
export async function assertFolderFree(folder: string): Promise<void> {
  const found = (await readdir(folder).catch(absent)) ?? []
  if (found.length === 0 || (await isEarlierResult(folder, found))) return
  throw new StoryglassError('bad_path', note('failed.holdsOtherFiles', { folder }))
}

/** Whether every file in it is one that we write, so that nothing of somebody else's is removed with it. */
async function isEarlierResult(folder: string, found: readonly string[]): Promise<boolean> {
  if (!found.includes(documentFile)) return false
  for (const name of found.filter((one) => one !== documentFile)) {
    if (!imageFolders.includes(name)) return false
    const images = await readdir(path.join(folder, name)).catch(() => null)
    if (images === null || !images.every((image) => documentAssetPattern.test(`${name}/${image}`))) return false
  }
  try {
    return earlierSchema.safeParse(JSON.parse(await readFile(path.join(folder, documentFile), 'utf8'))).success
  } catch {
    return false
  }
}

/**
 * Copies the images from `readingFolder` and writes the document beside them. All of it is made in a folder beside
 * `folder` first and then put in the place of an earlier result. Throws `bad_path`, `disk_full` and their kin; the folder
 * then is as it was.
 */
export async function writeDocumentFolder(document: Document, readingFolder: string, folder: string): Promise<void> {
  await assertFolderFree(folder)
  try {
    await mkdir(path.dirname(folder), { recursive: true })
    const temporary = await mkdtemp(path.join(path.dirname(folder), '.storyglass-'))
    try {
      await writeFile(path.join(temporary, documentFile), `${JSON.stringify(document)}\n`)
      const present = (await readdir(readingFolder).catch(absent)) ?? []
      for (const name of imageFolders.filter((one) => present.includes(one))) {
        await cp(path.join(readingFolder, name), path.join(temporary, name), { recursive: true })
      }
      await mkdir(folder, { recursive: true })
      for (const name of [documentFile, ...imageFolders]) {
        await rm(path.join(folder, name), { recursive: true, force: true })
      }
      for (const name of await readdir(temporary)) await rename(path.join(temporary, name), path.join(folder, name))
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  if (error.code === 'ENOTDIR') throw new StoryglassError('bad_path', error.message)
  throw explainFileError(error, 'writing')
}
