/** Copies of the library: made while it is in use, checked before they count, one kept of each of the last seven days. */
import { closeSync, copyFileSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { explainStoreError } from './errors.ts'
import { type Library, latestSchema } from './library.ts'
import { keepFromOthers, makePrivateFile, makePrivateFolder } from './private-files.ts'

/** Days of which the last copy is kept. */
export const daysKept = 7
/** Of copies made before an upgrade of the schema. */
export const upgradeCopiesKept = 2

export interface Backup {
  readonly file: string
  /** Milliseconds since 1970, to the second. */
  readonly at: number
}

/** `20261122T073900Z`: sorts by time and is a name on every platform. */
export function timeStamp(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

/** Daily ones and those made before an upgrade, newest first. */
export function listBackups(folder: string): Backup[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = /^library-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:\.schema-\d+)?\.sqlite$/.exec(name)
      if (parts === null) return []
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
      // A pipe of that name would be waited on for ever.
      if (!(statSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false)) return []
      return [{ file: path.join(folder, name), at: Date.UTC(year, month - 1, day, hour, minute, second) }]
    })
    .toSorted((left, right) => right.at - left.at)
}

/**
 * Copies the library, checks the copy from end to end, and only then drops copies that are no longer wanted: of each of
 * the last seven days the last one is kept, and the one before this, should this one be damaged later. A copy is made
 * page by page, so that what is wrong with it is wrong with the library: that throws `library_damaged`.
 */
export async function makeBackup(library: Library, folder: string, now: number): Promise<Backup> {
  const file = path.join(folder, `library-${timeStamp(now)}.sqlite`)
  const part = `${file}.part`
  // Left by a process that died while it made one.
  for (const name of readdirSync(folder)) if (name.includes('.part')) rmSync(path.join(folder, name), { force: true })
  try {
    makePrivateFile(part)
    await library.backup(part)
    putInPlace(part, file)
  } catch (error) {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true })
    throw explainStoreError(error)
  }
  // By a clock that went back the one just made may be the oldest: it is not the one to drop.
  const others = listBackups(folder).filter((backup) => backup.file !== file && !isUpgradeCopy(backup))
  const days = new Set([dayOf(now)])
  for (const [index, other] of others.entries()) {
    const isLastOfDay = !days.has(dayOf(other.at)) && days.size < daysKept
    days.add(dayOf(other.at))
    if (!isLastOfDay && index > 0) rmSync(other.file, { force: true })
  }
  return { file, at: now }
}

function dayOf(at: number): string {
  return timeStamp(at).slice(0, 8)
}

/** Gives a copy that was found whole its lasting name. Throws `library_damaged` for one that was not. */
function putInPlace(part: string, file: string): void {
  const problems = sealCopy(part)
  if (problems.length > 0) throw new StoryglassError('library_damaged', problems.join('; '))
  syncFile(part)
  renameSync(part, file)
  syncDirectory(path.dirname(file))
}

/**
 * Before its schema is brought up to date, a copy of the library as it is: whole, checked, and kept apart from the daily
 * ones. Null when there is nothing to bring up to date. Throws what keeps it from being made (`disk_full`, …): without a
 * way back nothing is changed. `now` is in ms since 1970.
 */
export function backUpForUpgrade(libraryFile: string, folder: string, now: number): Backup | null {
  const library = new Database(libraryFile)
  const schema = Number(library.pragma('user_version', { simple: true }))
  if (schema === 0 || schema >= latestSchema) {
    library.close()
    return null
  }
  const file = path.join(folder, `library-${timeStamp(now)}.schema-${schema}.sqlite`)
  const part = `${file}.part`
  try {
    makePrivateFolder(folder)
    rmSync(part, { force: true })
    makePrivateFile(part)
    // Not the file as it stands, which is nothing without its write-ahead log.
    library.prepare('VACUUM INTO ?').run(part)
    putInPlace(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw explainStoreError(error)
  } finally {
    library.close()
  }
  const others = listBackups(folder).filter((backup) => backup.file !== file && isUpgradeCopy(backup))
  for (const old of others.slice(upgradeCopiesKept - 1)) rmSync(old.file, { force: true })
  return { file, at: now }
}

function isUpgradeCopy({ file }: Backup): boolean {
  return path.basename(file).includes('.schema-')
}

/** Makes the copy one file that needs no other beside it, and gives what is wrong with it. */
function sealCopy(file: string): string[] {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
    return problemsOf(copy)
  } finally {
    copy.close()
  }
}

function problemsOf(database: Database.Database): string[] {
  const rows = database.pragma('integrity_check(20)') as { integrity_check: string }[]
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
}

/** The newest copy that is whole and of a schema we know. Others are left as they are. */
export function findGoodBackup(folder: string): Backup | null {
  return listBackups(folder).find((backup) => isGood(backup.file)) ?? null
}

function isGood(file: string): boolean {
  let database: Database.Database | null = null
  try {
    database = new Database(file, { readonly: true })
    const schema = Number(database.pragma('user_version', { simple: true }))
    return schema > 0 && schema <= latestSchema && problemsOf(database).length === 0
  } catch {
    // A copy that cannot be opened is no better than one that is damaged: the one before is tried.
    return false
  } finally {
    database?.close()
  }
}

/** Puts a copy of the backup in the place of `file`, which must not be there: wholly or not at all. */
export function restoreBackup(backup: Backup, file: string): void {
  const part = `${file}.restoring`
  copyFileSync(backup.file, part)
  keepFromOthers(part)
  syncFile(part)
  renameSync(part, file)
  syncDirectory(path.dirname(file))
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes renames durable. Windows has no such thing and needs none. */
export function syncDirectory(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
