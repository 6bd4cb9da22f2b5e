/** A disk with no room left, really or by injection. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AtFaultPoint, FaultPoint } from '../../../src/main/jobs/faults.ts'

/** Takes all the room there is on the file system of `folder`; gives it back when called. */
export function fillDisk(folder: string): () => void {
  const ballast = path.join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize))
  return () => rmSync(ballast)
}

export interface InjectedDisk {
  readonly atFaultPoint: AtFaultPoint
  full: boolean
}

/** While `full`, what writes at one of the points fails as the system would make it fail. */
export function injectedDisk(points: readonly FaultPoint[]): InjectedDisk {
  const disk: InjectedDisk = {
    full: false,
    atFaultPoint: (point) => {
      if (!disk.full || !points.includes(point)) return
      const inLibrary = point.endsWith(':inside')
      throw Object.assign(new Error('no space left on device'), { code: inLibrary ? 'SQLITE_FULL' : 'ENOSPC' })
    },
  }
  return disk
}
