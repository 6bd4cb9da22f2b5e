/** A damaged library: told apart, kept aside whole, and read as far as it can be. */
import { closeSync, existsSync, openSync, readdirSync, readSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { syncDirectory, timeStamp } from './backups.ts'
import { storeFailureReason } from './errors.ts'
import { latestSchema } from './library.ts'

/** SQLite's files of one library, the main one first. */
const fileEnds = ['', '-wal', '-shm'] as const
/** Reading every page of more than this would be felt at a start; larger libraries are checked with their daily copy. */
const quickCheckBytes = 64 * 1024 * 1024

/**
 * What is wrong with the library, read without changing it; null for a sound one. Throws `library_newer` for one of a
 * later version, and whatever else keeps it from being read (`library_busy`, …).
 */
export function findDamage(file: string, thoroughly: boolean): string | null {
  if (statSync(file).size === 0) return null
  let database: Database.Database | null = null
  try {
    database = new Database(file, { readonly: true })
    const schema = Number(database.pragma('user_version', { simple: true }))
    if (schema > latestSchema) {
      throw new StoryglassError('library_newer', `schema ${schema}, known up to ${latestSchema}`)
    }
    if (!thoroughly && statSync(file).size > quickCheckBytes) return null
    const rows = database.pragma('quick_check(5)') as { quick_check: string }[]
    const problems = rows.map((row) => row.quick_check).filter((text) => text !== 'ok')
    return problems.length === 0 ? null : problems.join('; ')
  } catch (error) {
    if (storeFailureReason(error) !== 'library_damaged') throw error
    return error instanceof Error ? error.message : String(error)
  } finally {
    database?.close()
  }
}

/** Whether bytes that can be no write-ahead log stand in its place: SQLite would pass over them and write there. */
export function isGarbageLog(file: string): boolean {
  const headerBytes = 32
  if (!existsSync(file) || statSync(file).size <= headerBytes) return false
  const header = Buffer.alloc(headerBytes)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, headerBytes, 0)
  } finally {
    closeSync(handle)
  }
  const magic = header.readUInt32BE(0)
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return true
  // Source: SQLite, "Database File Format", 4.2, checksum algorithm over the first 24 bytes.
  const word = (offset: number): number =>
    magic === 0x377f0683 ? header.readUInt32BE(offset) : header.readUInt32LE(offset)
  let [first, second] = [0, 0]
  for (let offset = 0; offset < 24; offset += 8) {
    first = (first + word(offset) + second) >>> 0
    second = (second + word(offset + 4) + first) >>> 0
  }
  return first !== header.readUInt32BE(24) || second !== header.readUInt32BE(28)
}

/** Gives one file a name of its own beside it. Gives that name. */
export function keepFileAside(file: string, now: number): string {
  const kept = freeName(`${file}.damaged-${timeStamp(now)}`)
  renameSync(file, kept)
  syncDirectory(path.dirname(file))
  return kept
}

/** Moves the library with its log under a name of its own. Gives that name. */
export function keepLibraryAside(file: string, now: number): string {
  const kept = freeName(`${file}.damaged-${timeStamp(now)}`)
  moveFiles(file, kept)
  return kept
}

/** Goes on where a process died between moving the library and moving its log. */
export function finishKeepingAside(file: string): void {
  if (existsSync(file) || !existsSync(`${file}-wal`)) return
  const last = damagedFiles(file).at(-1)
  moveFiles(file, last === undefined || existsSync(`${last}-wal`) ? freeName(`${file}.damaged-log`) : last)
}

/** Libraries kept aside, oldest first. */
export function damagedFiles(file: string): string[] {
  const prefix = `${path.basename(file)}.damaged-`
  return readdirSync(path.dirname(file))
    .filter((name) => name.startsWith(prefix) && /Z(\.\d+)?$/.test(name))
    .toSorted()
    .map((name) => path.join(path.dirname(file), name))
}

function moveFiles(from: string, to: string): void {
  for (const end of fileEnds) if (existsSync(`${from}${end}`)) renameSync(`${from}${end}`, `${to}${end}`)
  syncDirectory(path.dirname(from))
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}.${number}`
    if (fileEnds.every((end) => !existsSync(`${name}${end}`))) return name
  }
}

export interface Salvage {
  /** Id to the name of the file. */
  readonly jobs: ReadonlyMap<string, string>
  /** Id to title. */
  readonly stories: ReadonlyMap<string, string>
  readonly documents: ReadonlyMap<string, string>
  /** False when some of it could not be read. */
  readonly complete: boolean
}

/** The jobs, stories and documents a damaged library still names, read from both ends of its tables. */
export function salvage(file: string): Salvage {
  const jobs = new Map<string, string>()
  const stories = new Map<string, string>()
  const documents = new Map<string, string>()
  let complete = true
  const queries: (readonly [found: Map<string, string>, sql: string])[] = [
    [
      jobs,
      'SELECT jobs.id AS id, coalesce(sources.name, jobs.id) AS name FROM jobs LEFT JOIN sources ON sources.id = jobs.source_id ORDER BY jobs.rowid',
    ],
    [stories, 'SELECT id, title AS name FROM stories ORDER BY rowid'],
  ]
  // Where its schema is too old for documents, or too damaged to tell, there are none to read.
  if (hasTable(file, 'documents')) queries.push([documents, 'SELECT id, title AS name FROM documents ORDER BY rowid'])
  for (const [found, sql] of queries) {
    for (const direction of ['DESC', 'ASC']) {
      let database: Database.Database | null = null
      try {
        database = new Database(file, { readonly: true, fileMustExist: true })
        const rows = database.prepare(`${sql} ${direction}`).iterate() as Iterable<{ id: string; name: string }>
        for (const { id, name } of rows) found.set(String(id), String(name))
      } catch {
        // As far as it goes: the count then says "at least".
        complete = false
      } finally {
        database?.close()
      }
    }
  }
  return { jobs, stories, documents, complete }
}

function hasTable(file: string, name: string): boolean {
  let database: Database.Database | null = null
  try {
    database = new Database(file, { readonly: true, fileMustExist: true })
    return database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(name) !== undefined
  } catch {
    // The queries that follow say the same, and that what they found is not complete.
    return false
  } finally {
    database?.close()
  }
}
