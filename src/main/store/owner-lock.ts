/**
 * One owner a data folder. The lock is SQLite's own on a file beside the library: the operating system drops it with the
 * process, however it dies, so there is no stale lock to take over and no process id to trust.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { explainStoreError } from './errors.ts'

export interface OwnerLock {
  release(): void
}

/**
 * Takes the lock of `dataDir` (which exists) or throws `library_in_use`, naming the process that has it as far as known.
 */
export function acquireOwnerLock(dataDir: string): OwnerLock {
  const noteFile = path.join(dataDir, 'owner.json')
  let database: Database.Database | null = null
  try {
    database = new Database(path.join(dataDir, 'owner.lock'))
    database.pragma('busy_timeout = 0')
    database.pragma('journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database?.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code.startsWith('SQLITE_BUSY')) throw explainStoreError(error)
    throw new StoryglassError('library_in_use', ownerNote(noteFile), { cause: error })
  }
  try {
    writeFileSync(noteFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }))
  } catch {
    // Only words for the other's message: nothing depends on it, so it need not be durable, right, or even there.
  }
  const held = database
  return {
    release: () => {
      if (!held.open) return
      held.exec('ROLLBACK')
      held.close()
    },
  }
}

function ownerNote(noteFile: string): string {
  try {
    const note = JSON.parse(readFileSync(noteFile, 'utf8')) as { pid?: unknown; since?: unknown }
    return `process ${String(note.pid)}, since ${String(note.since)}`
  } catch {
    return 'its owner is not known'
  }
}
