/**
 * How the run before ended. The file is there while a run goes on and is removed as soon as it is asked to stop: found
 * at a start, the process before died. To remove a file needs no space, so a full disk cannot make a clean end look
 * like a death, and whatever happens after the asking (an impatient second Ctrl-C, a record that could not be written)
 * is not held against the jobs that were running.
 */
import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { syncFolder } from '../../disk/durable.ts'

export class RunMarker {
  readonly #file: string
  #isOurs = false

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'running')
  }

  /** Whether the run before was asked to stop, or there was none. */
  endedCleanly(): boolean {
    return !existsSync(this.#file)
  }

  /** Before any job is claimed: from here on the end of the process is a death. */
  async set(): Promise<void> {
    closeSync(openSync(this.#file, 'a', 0o600))
    this.#isOurs = true
    await syncFolder(path.dirname(this.#file))
  }

  /** Leaves the marker of an earlier run alone, of which this one has put nothing right. */
  clear(): void {
    if (this.#isOurs) rmSync(this.#file, { force: true })
    this.#isOurs = false
  }
}
