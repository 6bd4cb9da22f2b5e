/** The data folder before anything in it is used: nothing odd in it, nothing others may read, nothing left over. */

import { readdirSync, rmSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { isTemporaryName } from '../../../disk/durable.ts'
import { explainFileError } from '../../../disk/file-errors.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { DataLayout } from '../../intake/layout.ts'
import { keepFromOthers, makePrivateFolder } from '../../store/private-files.ts'

const sqliteEnds = ['', '-wal', '-shm', '-journal'] as const
const ownFiles = ['owner.lock', 'owner.lock-journal', 'owner.json', 'running', 'library.suspect'] as const
const logFiles = ['storyglass.log', 'storyglass.1.log'] as const

function filesOf({ dataDir, library, logs }: DataLayout): string[] {
  return [
    ...sqliteEnds.map((end) => `${library}${end}`),
    ...ownFiles.map((name) => path.join(dataDir, name)),
    ...logFiles.map((name) => path.join(logs, name)),
  ]
}

function foldersOf({ jobs, uploads, sources, backups, logs }: DataLayout): string[] {
  return [jobs, uploads, sources, backups, logs]
}

/**
 * Throws `data_folder_odd` where something else stands in the place of a file or folder of ours: a pipe would be waited
 * on for ever, and SQLite calls a folder a disk that is read-only.
 */
export function assertNothingOdd(layout: DataLayout): void {
  for (const file of filesOf(layout)) {
    const found = statOf(file)
    if (found !== null && !found.isFile()) throw odd(file, found, 'file')
  }
  for (const folder of foldersOf(layout)) {
    const found = statOf(folder)
    if (found !== null && !found.isDirectory()) throw odd(folder, found, 'folder')
  }
}

function statOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null
  } catch (error) {
    // In a `logs` that is no folder there are no files: the folder itself is looked at, too.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null
    throw explainFileError(error, 'writing')
  }
}

function odd(file: string, found: Stats, wanted: 'file' | 'folder'): StoryglassError {
  return new StoryglassError('data_folder_odd', note('failed.otherKind', { path: file, found: kindOf(found), wanted }))
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'folder'
  if (found.isFIFO()) return 'pipe'
  if (found.isSocket()) return 'socket'
  return found.isFile() ? 'file' : 'device'
}

/**
 * Makes our folders, and takes from everybody else what rights they have to them and to our files, of an earlier version
 * or by the mode of the data folder. That folder's own mode is whoever chose it's: it may hold more than ours.
 */
export function makePrivate(layout: DataLayout): void {
  try {
    for (const folder of foldersOf(layout)) makePrivateFolder(folder)
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
  for (const file of filesOf(layout)) keepFromOthers(file)
  for (const name of readdirSync(layout.dataDir)) {
    if (name.includes('.damaged-') || name.includes('.gone')) keepFromOthers(path.join(layout.dataDir, name))
  }
}

/** Removes copies that a process died over. Only for the owner of the data folder. */
export function sweepUnfinished(layout: DataLayout): void {
  const unfinished = [
    ...readdirSync(layout.backups)
      .filter((name) => /\.part(-\w+)?$/.test(name))
      .map((name) => path.join(layout.backups, name)),
    ...readdirSync(layout.dataDir)
      .filter((name) => name.endsWith('.restoring') || isTemporaryName(name))
      .map((name) => path.join(layout.dataDir, name)),
  ]
  for (const file of unfinished) rmSync(file, { force: true, recursive: true })
}
