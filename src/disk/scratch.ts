/**
 * Folders for what is only passed on: in the system's folder for temporary files, for their owner alone, gone when the
 * work is. Those of a process that died over them are swept by the next one.
 */
import { createHash } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'

/** A folder of temporary files may be shared by machines and containers, where a process id says nothing. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const ownName = /^storyglass-([0-9a-f]{8})-(\d+)-[A-Za-z0-9]{6}$/

export interface ScratchFolder {
  /** Absolute. */
  readonly path: string
  remove(): Promise<void>
}

/** An empty folder, made for its owner alone (0700). */
export async function makeScratchFolder(): Promise<ScratchFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), `storyglass-${machine}-${process.pid}-`))
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Does `work` in such a folder. */
export async function withScratchFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const scratch = await makeScratchFolder()
  try {
    return await work(scratch.path)
  } finally {
    await scratch.remove()
  }
}

/** Removes the folders of processes of ours that are no more. Never throws: what cannot be removed stays. */
export function sweepScratchFolders(): void {
  removeFoldersOf((pid) => !isAlive(pid))
}

/** Removes those of this process, which is about to end itself in the middle of its work. Never throws. */
export function abandonScratchFolders(): void {
  removeFoldersOf((pid) => pid === process.pid)
}

function removeFoldersOf(isMeant: (pid: number) => boolean): void {
  for (const name of namesIn(tmpdir())) {
    const [, onMachine, pid] = ownName.exec(name) ?? []
    if (onMachine !== machine || !isMeant(Number(pid))) continue
    const folder = path.join(tmpdir(), name)
    try {
      if (process.getuid !== undefined && statSync(folder).uid !== process.getuid()) continue
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another process of ours was quicker, or it is not ours to remove.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A process id that is in use again keeps a folder a little longer, which harms nothing. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
