/** What lies in a watched place now. Looked at by reading it, so that network drives, which tell nobody, are no other. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipelineOfName } from '../../../shared/file-formats/formats.ts'
import type { Sighting } from './resting.ts'

export type Found =
  | { readonly state: 'watched'; readonly files: readonly Sighting[] }
  | { readonly state: 'missing' | 'unreadable' }

/** Entries of a folder beyond which the rest is not looked at. */
const mostFiles = 2_000
/** Files that programs write beside others while they work. */
const passing = /^(?:\.|~\$)|(?:~|\.tmp|\.temp|\.part|\.partial|\.crdownload|\.download|\.swp|\.lock)$/iu

export async function look({
  kind,
  path: place,
}: {
  readonly kind: 'file' | 'folder'
  readonly path: string
}): Promise<Found> {
  try {
    return { state: 'watched', files: kind === 'file' ? await file(place) : await folder(place) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // A network drive that has gone gives all sorts of errors; only a right that was refused is not its absence.
    return { state: code === 'EACCES' || code === 'EPERM' ? 'unreadable' : 'missing' }
  }
}

async function file(place: string): Promise<Sighting[]> {
  const found = await stat(place)
  if (!found.isFile()) return []
  return [{ name: path.basename(place), path: place, bytes: found.size, modifiedAtMs: found.mtimeMs }]
}

/** Files of kinds that are told, directly in it. Links count where they lead to a file in the same folder. */
async function folder(place: string): Promise<Sighting[]> {
  const root = await realpath(place)
  const entries = (await readdir(root, { withFileTypes: true }))
    .filter(({ name }) => !passing.test(name) && pipelineOfName(name) === 'story')
    .slice(0, mostFiles)
  const files: Sighting[] = []
  for (const entry of entries) {
    const sighting = await sighted(root, entry)
    if (sighting !== null) files.push(sighting)
  }
  return files
}

/** Null for what is no file, leads out of the folder, or is gone by now. */
async function sighted(root: string, entry: Dirent): Promise<Sighting | null> {
  const own = path.join(root, entry.name)
  try {
    if (!entry.isFile() && !entry.isSymbolicLink()) return null
    if (entry.isSymbolicLink() && path.dirname(await realpath(own)) !== root) return null
    const found = await stat(own)
    if (!found.isFile()) return null
    return { name: entry.name, path: own, bytes: found.size, modifiedAtMs: found.mtimeMs }
  } catch {
    return null
  }
}
