/**
 * The library as the engine opens it: one that is damaged or gone is kept aside and its last good copy takes its place,
 * with what is lost named. Nothing is deleted, and a library of a later version is not touched.
 *
 * Each step can be repeated: a process that dies half-way finds at its next start either the damaged library again, or
 * none, and none beside copies means that restoring has still to be done.
 */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { explainFileError } from '../../../disk/file-errors.ts'
import type { LibraryNotice } from '../../../shared/library/notice.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { DataLayout } from '../../intake/layout.ts'
import { backUpForUpgrade, findGoodBackup, listBackups, restoreBackup } from '../../store/backups.ts'
import {
  damagedFiles,
  findDamage,
  finishKeepingAside,
  isGarbageLog,
  keepFileAside,
  keepLibraryAside,
  type Salvage,
  salvage,
} from '../../store/damage.ts'
import { explainStoreError } from '../../store/errors.ts'
import { type Library, openLibrary } from '../../store/library.ts'
import { beganAnew, changesUnreadable, type Loss, restored } from './library-notices.ts'

export interface OpenedLibrary {
  readonly library: Library
  /** What had to be done to open it, to be told to the person. */
  readonly notices: readonly LibraryNotice[]
}

/** Its presence asks the next start to read every page of the library, whatever its size. */
const suspectFile = 'library.suspect'
const namesTold = 20

export function markSuspect(dataDir: string): void {
  writeFileSync(path.join(dataDir, suspectFile), '')
}

/**
 * Throws `library_newer`, `library_busy`, `disk_read_only`, `disk_not_permitted`, `disk_full`: whatever keeps a sound
 * library from being used. `now` is in ms since 1970.
 */
export function openLibrarySafely(layout: DataLayout, now: number, texts: Texts): OpenedLibrary {
  try {
    return open(layout, now, texts)
  } catch (error) {
    throw explainFileError(explainStoreError(error), 'writing')
  }
}

function open(layout: DataLayout, now: number, texts: Texts): OpenedLibrary {
  const file = layout.library
  finishKeepingAside(file)
  const suspect = path.join(layout.dataDir, suspectFile)
  const notices: LibraryNotice[] = []
  let keptAs: string | null = null
  if (existsSync(file)) {
    if (isGarbageLog(`${file}-wal`)) {
      notices.push(changesUnreadable(now, path.basename(keepFileAside(`${file}-wal`, now)), texts))
      rmSync(`${file}-shm`, { force: true })
    }
    if (damageOf(layout, existsSync(suspect)) !== null) keptAs = keepLibraryAside(file, now)
  } else keptAs = interrupted(layout)
  if (keptAs !== null || !existsSync(file)) {
    const notice = replace(layout, keptAs, now, texts)
    if (notice !== null) notices.push(notice)
  }
  if (existsSync(file)) backUpForUpgrade(file, layout.backups, now)
  const library = openLibrary(file)
  rmSync(suspect, { force: true })
  return { library, notices }
}

/**
 * Throws `disk_read_only` or `disk_not_permitted`. SQLite calls both by one name, or opens what it may not change and
 * fails much later.
 */
export function assertUsable(layout: DataLayout): void {
  try {
    accessSync(layout.dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    for (const end of ['', '-wal', '-shm']) {
      const file = `${layout.library}${end}`
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    }
  } catch (error) {
    throw explainFileError(error, 'writing')
  }
}

function damageOf(layout: DataLayout, thoroughly: boolean): string | null {
  const damage = findDamage(layout.library, thoroughly)
  if (damage !== null) return damage
  const isEmpty = statSync(layout.library).size === 0 && !hasContent(`${layout.library}-wal`)
  return isEmpty && copies(layout).length > 0 ? 'the file is empty' : null
}

function hasContent(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function copies(layout: DataLayout) {
  return existsSync(layout.backups) ? listBackups(layout.backups) : []
}

/** The library kept aside by a process that died before a copy had taken its place. */
function interrupted(layout: DataLayout): string | null {
  return damagedFiles(layout.library).at(-1) ?? null
}

/**
 * Puts the last good copy in the place of the library, or nothing where there is none: an empty one is begun then. Null
 * for a data folder that never had a library.
 */
function replace(layout: DataLayout, keptAs: string | null, now: number, texts: Texts): LibraryNotice | null {
  const backup = copies(layout).length === 0 ? null : findGoodBackup(layout.backups)
  if (keptAs === null && backup === null) return null
  const copy = backup === null ? { ...nothing, complete: true } : salvage(backup.file)
  const { unknownFolders, ...loss } = findLoss(layout, keptAs === null ? nothing : salvage(keptAs), copy)
  // Before there is a library again, whose upkeep would take them for orphans.
  keepFilesAside(layout, unknownFolders, keptAs ?? `${layout.library}.gone`)
  if (backup !== null) restoreBackup(backup, layout.library)
  const name = keptAs === null ? null : path.basename(keptAs)
  return backup === null ? beganAnew(now, name, loss, texts) : restored(now, name, backup.at, loss, texts)
}

const nothing: Salvage = { jobs: new Map(), stories: new Map(), documents: new Map(), complete: false }

function findLoss(layout: DataLayout, damaged: Salvage, copy: Salvage): Loss & { unknownFolders: string[] } {
  const jobs = [...damaged.jobs].filter(([id]) => !copy.jobs.has(id))
  const stories = [...damaged.stories].filter(([id]) => !copy.stories.has(id))
  const documents = [...damaged.documents].filter(([id]) => !copy.documents.has(id))
  const folders = existsSync(layout.jobs) ? readdirSync(layout.jobs) : []
  const unknownFolders = folders.filter((id) => !copy.jobs.has(id))
  // A job whose record cannot be read any more may still have its folder.
  const onlyOnDisk = unknownFolders.filter((id) => !damaged.jobs.has(id))
  return {
    jobs: jobs.length + onlyOnDisk.length,
    stories: stories.length,
    documents: documents.length,
    names: [...new Set([...stories, ...documents, ...jobs].map(([, name]) => name))].slice(0, namesTold),
    complete: damaged.complete,
    unknownFolders,
  }
}

/** Folders of lost jobs would be collected as orphans at this start; they are all that is left of those jobs. */
function keepFilesAside(layout: DataLayout, jobIds: readonly string[], beside: string): void {
  if (jobIds.length === 0) return
  const folder = `${beside}.jobs`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const id of jobIds) renameSync(path.join(layout.jobs, id), path.join(folder, id))
}
