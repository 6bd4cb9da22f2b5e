/** What the data folder takes on disk, by what it is for. */
import { stat } from 'node:fs/promises'
import type { Storage } from '../../../shared/job/queue.ts'
import type { DataLayout } from '../../intake/layout.ts'
import { folderBytes } from '../queue/clean.ts'

export async function measureStorage(layout: DataLayout): Promise<Storage> {
  const fileBytes = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0
  const library = [layout.library, `${layout.library}-wal`, `${layout.library}-shm`]
  return {
    folder: layout.dataDir,
    library: (await Promise.all(library.map(fileBytes))).reduce((sum, bytes) => sum + bytes, 0),
    backups: await folderBytes(layout.backups),
    artifacts: await folderBytes(layout.jobs),
    sources: (await folderBytes(layout.sources)) + (await folderBytes(layout.uploads)),
    logs: await folderBytes(layout.logs),
  }
}
