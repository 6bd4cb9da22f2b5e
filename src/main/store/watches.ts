/** Tables `watches` and `watched_files`: what is watched, and which version of each file is known already. */
import type { Library } from './library.ts'

export interface WatchRow {
  readonly id: string
  readonly kind: 'file' | 'folder'
  /** Absolute. */
  readonly path: string
  readonly created_at: number
  readonly state: 'new' | 'watched' | 'missing' | 'unreadable'
  /** Since when it is in this state; null until a folder was looked at for the first time, however often it failed. */
  readonly since: number | null
  readonly last_story_id: string | null
  readonly last_before_id: string | null
  readonly last_source_name: string | null
  readonly last_at: number | null
  readonly last_sentence: string | null
}

export interface WatchedFileRow {
  readonly watch_id: string
  readonly name: string
  readonly bytes: number
  /** Milliseconds since 1970, with the file system's fraction. */
  readonly modified_at: number
  /** The job that tells this version, until its end was announced. */
  readonly job_id: string | null
}

export function selectWatches(library: Library): WatchRow[] {
  return library.statement('SELECT * FROM watches ORDER BY created_at, id').all() as WatchRow[]
}

/** Inserts the watch, or finds the one of this path. */
export function insertWatch(library: Library, watch: Pick<WatchRow, 'id' | 'kind' | 'path' | 'created_at'>): WatchRow {
  return library.transaction(() => {
    library
      .statement(`
        INSERT INTO watches (id, kind, path, created_at) VALUES (@id, @kind, @path, @created_at)
        ON CONFLICT (path) DO NOTHING`)
      .run(watch)
    return library.statement('SELECT * FROM watches WHERE path = ?').get(watch.path) as WatchRow
  })
}

/** By id or path. Whether there was one. */
export function deleteWatch(library: Library, idOrPath: string): boolean {
  return library.statement('DELETE FROM watches WHERE id = ? OR path = ?').run(idOrPath, idOrPath).changes > 0
}

export function setWatchState(library: Library, id: string, state: WatchRow['state'], since: number | null): void {
  library.statement('UPDATE watches SET state = ?, since = ? WHERE id = ?').run(state, since, id)
}

export interface WatchTold {
  readonly storyId: string
  readonly beforeId: string | null
  readonly sourceName: string
  readonly at: number
  readonly sentence: string | null
}

export function setWatchTold(library: Library, id: string, told: WatchTold): void {
  library
    .statement(`
      UPDATE watches SET last_story_id = @storyId, last_before_id = @beforeId, last_source_name = @sourceName,
        last_at = @at, last_sentence = @sentence WHERE id = @id`)
    .run({ ...told, id })
}

export function selectWatchedFiles(library: Library, watchId: string): WatchedFileRow[] {
  return library.statement('SELECT * FROM watched_files WHERE watch_id = ?').all(watchId) as WatchedFileRow[]
}

/** Does nothing for a watch that is gone. */
export function writeWatchedFile(library: Library, file: WatchedFileRow): void {
  library
    .statement(`
      INSERT INTO watched_files (watch_id, name, bytes, modified_at, job_id)
      SELECT @watch_id, @name, @bytes, @modified_at, @job_id FROM watches WHERE id = @watch_id
      ON CONFLICT (watch_id, name) DO UPDATE SET bytes = excluded.bytes, modified_at = excluded.modified_at,
        job_id = excluded.job_id`)
    .run(file)
}

/** Of which the end of the job has not been announced. */
export function selectUnannounced(library: Library): WatchedFileRow[] {
  return library.statement('SELECT * FROM watched_files WHERE job_id IS NOT NULL').all() as WatchedFileRow[]
}

export function setAnnounced(library: Library, jobId: string): void {
  library.statement('UPDATE watched_files SET job_id = NULL WHERE job_id = ?').run(jobId)
}
