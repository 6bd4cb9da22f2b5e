/** Several files, or the files of a folder, that are to be told as one table. */

import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { explainFileError } from '../../disk/file-errors.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { note } from '../../shared/story/note.ts'
import { acceptPath } from './accept.ts'
import type { TarMember } from './tar-stream.ts'

export interface SeveralFiles {
  /** What they are called together. */
  readonly name: string
  /** At least two. */
  readonly members: readonly TarMember[]
}

/** As many as an archive may hold. */
const maxFiles = 2_000

/**
 * Files are taken in the order given, those of a folder in the order of their names with numbers in them counted. What
 * is hidden in a folder, and folders in it, are passed over. Throws `nothing_readable` for fewer than two files,
 * `crowded_archive` for too many, and why one cannot be read.
 */
export async function acceptSeveral(given: readonly string[]): Promise<SeveralFiles> {
  const files: string[] = []
  let folder: string | null = null
  for (const one of given) {
    const inside = await filesOfFolder(one)
    if (inside !== null && given.length === 1) folder = path.basename(path.resolve(one))
    files.push(...(inside ?? [one]))
    if (files.length > maxFiles) throw new StoryglassError('crowded_archive', `over ${maxFiles} files`)
  }
  const accepted: { readonly path: string; readonly name: string; readonly bytes: number }[] = []
  for (const file of files) accepted.push(await acceptPath(file))
  return togetherOf(accepted, folder)
}

/** `folder`: the name of the folder they are from; null where they are called after themselves. */
export function togetherOf(
  files: readonly { readonly path: string; readonly name: string; readonly bytes: number }[],
  folder: string | null = null,
): SeveralFiles {
  if (files.length < 2) throw new StoryglassError('nothing_readable', note('failed.needsTwoFiles'))
  if (files.length > maxFiles) throw new StoryglassError('crowded_archive', `over ${maxFiles} files`)
  const names = uniqueNames(files)
  const members = files.map(({ path: file, bytes }, index) => ({ path: file, bytes, name: names[index] ?? '' }))
  return { name: folder ?? nameOf(files.map(({ name }) => name)), members }
}

/** Null for what is no folder. */
async function filesOfFolder(given: string): Promise<string[] | null> {
  if (given.trim() === '' || given.includes('\0')) return null
  try {
    if (!(await stat(given)).isDirectory()) return null
    const entries = await readdir(given, { withFileTypes: true })
    const names = entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
    return inOrder(names).map((name) => path.join(given, name))
  } catch (error) {
    throw explainFileError(error, 'reading')
  }
}

function inOrder(names: readonly string[]): string[] {
  const collator = new Intl.Collator('en', { numeric: true })
  return [...names].sort((left, right) => collator.compare(left, right) || (left < right ? -1 : 1))
}

/** Files of one name are told apart by their folder, or by a number. */
function uniqueNames(files: readonly { readonly path: string; readonly name: string }[]): string[] {
  const counts = new Map<string, number>()
  for (const { name } of files) counts.set(name, (counts.get(name) ?? 0) + 1)
  const used = new Set<string>()
  return files.map(({ path: file, name }) => {
    const { name: stem, ext } = path.parse(name)
    const first = (counts.get(name) ?? 0) > 1 ? `${path.basename(path.dirname(file))} ${name}` : name
    let unique = first
    for (let number = 2; used.has(unique.toLowerCase()); number += 1) unique = `${stem} (${number})${ext}`
    used.add(unique.toLowerCase())
    return unique
  })
}

/** What the names begin with in common, or the first and how many more. */
function nameOf(names: readonly string[]): string {
  const stems = names.map((name) => path.parse(name).name)
  const [first = ''] = stems
  let common = first
  for (const stem of stems) while (!stem.startsWith(common)) common = common.slice(0, -1)
  const words = common.replace(/[\s_.\-–\d(]+$/u, '')
  return words.length >= 3 ? `${words} (${names.length} files)` : `${first} and ${names.length - 1} more`
}
