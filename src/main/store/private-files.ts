/** Files and folders for their owner alone, whatever the umask and the mode of the folder around them. */
import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'

/** Rights of the group and of everybody else. */
const othersRights = 0o077

/**
 * Takes everybody else's rights to `path` away; gives none to anybody. Does nothing where there is no such file, and
 * where it is not ours to change (another user's, a disk that knows no rights): using it will tell.
 */
export function keepFromOthers(path: string): void {
  if (process.platform === 'win32') return
  try {
    const { mode } = statSync(path)
    if ((mode & othersRights) !== 0) chmodSync(path, mode & 0o7777 & ~othersRights)
  } catch {
    // Said above.
  }
}

/** Makes an empty file unless there is one: a database is begun in it, with its log of the same mode. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  keepFromOthers(file)
}

export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  keepFromOthers(folder)
}
