/** A scratch file for what does not fit in memory: written once, read back in pieces, gone when closed. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'

export class Spool {
  readonly #path: string
  #file: number | null = null
  #bytes = 0

  /** Nothing is created at `path` until the first `append`. */
  constructor(path: string) {
    this.#path = path
  }

  /** Gives the offset the bytes were written at. Synchronous: it is called from the middle of parsing. */
  append(bytes: Uint8Array): number {
    this.#file ??= openSync(this.#path, 'w+')
    const offset = this.#bytes
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, offset + done)
    }
    this.#bytes += bytes.length
    return offset
  }

  /** Fills `target` from `offset`. */
  read(offset: number, target: Uint8Array): void {
    if (this.#file === null) throw new Error('nothing was spooled')
    for (let done = 0; done < target.length; ) {
      const got = readSync(this.#file, target, done, target.length - done, offset + done)
      if (got === 0) throw new Error(`the spool ends before ${offset + target.length}`)
      done += got
    }
  }

  close(): void {
    if (this.#file === null) return
    closeSync(this.#file)
    this.#file = null
    rmSync(this.#path, { force: true })
  }
}
