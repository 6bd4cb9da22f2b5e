/** The daily copy of the library, which is also its daily check. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { DataLayout } from '../../intake/layout.ts'
import { listBackups, makeBackup } from '../../store/backups.ts'
import { countJobs } from '../../store/job-lists.ts'
import type { Library } from '../../store/library.ts'
import type { UpkeepTask } from '../upkeep.ts'
import { type NoticeBoard, suspect } from './notices.ts'
import { markSuspect } from './open-library.ts'

export interface BackupServices {
  readonly library: Library
  readonly layout: DataLayout
  readonly clock: () => number
  readonly board: NoticeBoard
}

/** A copy that turns out damaged means a damaged library: the next start is told to look at every page of it. */
export function backupTask({ library, layout, clock, board }: BackupServices): UpkeepTask {
  return {
    name: 'backup',
    lastAt: () => listBackups(layout.backups).find(({ at }) => at <= clock())?.at ?? null,
    run: async () => {
      // Nothing to lose yet.
      if (countJobs(library, { statuses: [] }) === 0) return
      try {
        await makeBackup(library, layout.backups, clock())
      } catch (error) {
        if (error instanceof StoryglassError && error.reason === 'library_damaged') {
          markSuspect(layout.dataDir)
          board.add(suspect(clock()))
        }
        throw error
      }
    },
  }
}
