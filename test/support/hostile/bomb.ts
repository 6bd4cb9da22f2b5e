/** A file made to exhaust, trick or run, written only when its turn has come. */
import { closeSync, openSync, writeSync } from 'node:fs'

export interface Bomb {
  /** Its file's name, and what it is called in the table. */
  readonly name: string
  /** Writes it; the file's folder is empty and removed after. */
  readonly write: (file: string) => Promise<void> | void
}

export const megabyte = 1024 * 1024
const chunkBytes = 4 * megabyte

/** A file of `start`, then `piece` until there are `bytes` of it, then `end`. */
export function repeatedFile(piece: string | Buffer, bytes: number, start = '', end = ''): Bomb['write'] {
  return (file) => {
    const one = Buffer.from(piece)
    const times = Math.max(1, Math.min(Math.floor(chunkBytes / one.length), Math.ceil(bytes / one.length)))
    const chunk = Buffer.alloc(one.length * times, one)
    const descriptor = openSync(file, 'w')
    try {
      writeSync(descriptor, start)
      for (let written = 0; written < bytes; written += chunk.length) writeSync(descriptor, chunk)
      writeSync(descriptor, end)
    } finally {
      closeSync(descriptor)
    }
  }
}

/** A file of what `lines` gives, written as it comes. */
export function generatedFile(pieces: () => Iterable<string>): Bomb['write'] {
  return (file) => {
    const descriptor = openSync(file, 'w')
    try {
      let waiting = ''
      for (const piece of pieces()) {
        waiting += piece
        if (waiting.length < megabyte) continue
        writeSync(descriptor, waiting)
        waiting = ''
      }
      writeSync(descriptor, waiting)
    } finally {
      closeSync(descriptor)
    }
  }
}

/** `count` pieces by their index. */
export function* series(count: number, piece: (index: number) => string): Generator<string> {
  for (let index = 0; index < count; index += 1) yield piece(index)
}
