/**
 * One owner a data folder. The lock is SQLite's own on a file beside the library: the operating system drops it with the
 * process, however it dies, so there is no stale lock to take over and no process id to trust.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { keepFileAside } from './damage.ts'
import { explainStoreError } from './errors.ts'
import { makePrivateFile } from './private-files.ts'

export interface OwnerLock {
  release(): void
}

/**
 * Takes the lock of `dataDir` (which exists) or throws `library_in_use`, naming the process that has it as far as known.
 */
export function acquireOwnerLock(dataDir: string): OwnerLock {
  const noteFile = path.join(dataDir, 'owner.json')
  const held = lock(path.join(dataDir, 'owner.lock'), noteFile)
  try {
    writeFileSync(noteFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), { mode: 0o600 })
  } catch {
    // Only words for the other's message: nothing depends on it, so it need not be durable, right, or even there.
  }
  return {
    release: () => {
      if (!held.open) return
      held.exec('ROLLBACK')
      held.close()
    },
  }
}

function lock(file: string, noteFile: string): Database.Database {
  for (let attempt = 1; ; attempt += 1) {
    let database: Database.Database | null = null
    try {
      makePrivateFile(file)
      database = new Database(file)
      database.pragma('busy_timeout = 0')
      database.pragma('journal_mode = DELETE')
      database.exec('BEGIN EXCLUSIVE')
      return database
    } catch (error) {
      database?.close()
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code.startsWith('SQLITE_BUSY')) {
        throw new StoryglassError('library_in_use', ownerNote(noteFile), { cause: error })
      }
      if (!isGarbage(code) || attempt > 1) throw explainStoreError(error)
      // The lock holds nothing, so it cannot be damaged, only be something else. Whoever owned the folder would hold it,
      // and we would have been told that it is busy before it was read.
      keepFileAside(file, Date.now())
    }
  }
}

function isGarbage(code: string): boolean {
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT')
}

function ownerNote(noteFile: string): string {
  try {
    const note = JSON.parse(readFileSync(noteFile, 'utf8')) as { pid?: unknown; since?: unknown }
    return `process ${String(note.pid)}, since ${String(note.since)}`
  } catch {
    return 'its owner is not known'
  }
}
