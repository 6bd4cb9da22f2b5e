/**
 * Files handed to us and not yet used: each is known by an opaque handle, so that a window never names a path. Uploads
 * are spooled to disk as they come and either become a source of a job or are removed.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder, syncPath } from '../../disk/durable.ts'
import { explainFileError } from '../../disk/file-errors.ts'
import type { SourceHandle } from '../../shared/contract/commands.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { acceptPath, fingerprint } from './accept.ts'
import type { DataLayout } from './layout.ts'
import { togetherOf } from './several.ts'
import { tarStream } from './tar-stream.ts'

/** A file ready to become the source of a job. */
export interface ReadySource {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly modifiedAtMs: number
  readonly sha256: string
  /** True for a copy of ours. */
  readonly owned: boolean
}

type Entry =
  | { readonly kind: 'path'; readonly path: string; readonly name: string; readonly at: number }
  | {
      readonly kind: 'upload'
      readonly path: string
      readonly name: string
      readonly bytes: number
      readonly sha256: string
      readonly at: number
    }

const handleLifetimeMs = 3_600_000
const maxNameLength = 255

export class SourceService {
  readonly #layout: DataLayout
  readonly #clock: () => number
  readonly #entries = new Map<string, Entry>()

  /** `clock`: milliseconds by which a handle's hour is counted. */
  constructor(layout: DataLayout, clock: () => number) {
    this.#layout = layout
    this.#clock = clock
  }

  /** Removes what uploads an earlier run of the engine left behind. */
  async clear(): Promise<void> {
    for (const name of await readdir(this.#layout.uploads)) {
      await rm(path.join(this.#layout.uploads, name), { recursive: true, force: true })
    }
  }

  /** Accepts a file where it lies; it is neither copied nor moved. */
  async adoptPath(given: string): Promise<SourceHandle> {
    const file = await acceptPath(given)
    return this.#enter({ kind: 'path', path: file.path, name: file.name, at: this.#clock() }, file.bytes)
  }

  /**
   * Spools `bytes` to disk, no faster than it can be written. When they break off (or `bytes` throws), nothing is kept
   * and the error passes through; a full disk is `disk_full`.
   */
  async adoptStream(name: string, bytes: AsyncIterable<Uint8Array>): Promise<SourceHandle> {
    await this.#expire()
    const file = path.join(this.#layout.uploads, randomUUID())
    const partial = `${file}.part`
    const hash = createHash('sha256')
    let size = 0
    const measure = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        hash.update(chunk)
        size += chunk.length
        done(null, chunk)
      },
    })
    try {
      await pipeline(Readable.from(bytes), measure, createWriteStream(partial, { flags: 'wx', mode: 0o600 }))
      await syncPath(partial)
      await rename(partial, file)
    } catch (error) {
      await rm(partial, { force: true })
      throw explainFileError(error, 'writing')
    }
    const entry: Entry = {
      kind: 'upload',
      path: file,
      name: safeName(name),
      bytes: size,
      sha256: hash.digest('hex'),
      at: this.#clock(),
    }
    return this.#enter(entry, size)
  }

  /**
   * The file behind a handle, fingerprinted. An upload moves to where sources are kept; the handle stays good for
   * another job. Throws `no_such_source` for an unknown or expired handle.
   */
  async open(handle: string): Promise<ReadySource> {
    const entry = this.#entries.get(handle)
    if (entry === undefined) throw new StoryglassError('no_such_source', handle)
    return entry.kind === 'path' ? openPath(entry.path, entry.name) : this.#keep(handle, entry)
  }

  /** The files behind several handles as one source. Throws `no_such_source` for an unknown or expired one. */
  async join(handles: readonly string[]): Promise<SourceHandle> {
    const files = handles.map((handle) => {
      const entry = this.#entries.get(handle)
      if (entry === undefined) throw new StoryglassError('no_such_source', handle)
      return entry
    })
    const accepted: { path: string; name: string; bytes: number }[] = []
    for (const { path: file, name } of files) accepted.push({ ...(await acceptPath(file)), name })
    const { name, members } = togetherOf(accepted)
    return this.adoptStream(name, tarStream(members))
  }

  /** Whether a handle still stands for this file. */
  isHeld(file: string): boolean {
    for (const entry of this.#entries.values()) if (entry.path === file) return true
    return false
  }

  /** Moves an upload under its content's name. An equal file already there is as good, and stays. */
  async #keep(handle: string, entry: Entry & { kind: 'upload' }): Promise<ReadySource> {
    const kept = path.join(this.#layout.sources, entry.sha256)
    try {
      if (entry.path !== kept) {
        const earlier = await stat(kept).catch(() => null)
        if (earlier?.size === entry.bytes) await rm(entry.path, { force: true })
        else await rename(entry.path, kept)
        await syncFolder(this.#layout.sources)
        this.#entries.set(handle, { ...entry, path: kept })
      }
      const { mtimeMs } = await stat(kept)
      const { name, bytes, sha256 } = entry
      return { path: kept, name, bytes, sha256, modifiedAtMs: mtimeMs, owned: true }
    } catch (error) {
      throw explainFileError(error, 'writing')
    }
  }

  #enter(entry: Entry, bytes: number): SourceHandle {
    const handle = randomUUID()
    this.#entries.set(handle, entry)
    return { handle, name: entry.name, bytes }
  }

  /** Forgets handles nobody used within an hour, with their spooled bytes. */
  async #expire(): Promise<void> {
    const oldest = this.#clock() - handleLifetimeMs
    for (const [handle, entry] of this.#entries) {
      if (entry.at > oldest) continue
      this.#entries.delete(handle)
      if (entry.kind === 'upload' && path.dirname(entry.path) === this.#layout.uploads) {
        await rm(entry.path, { force: true })
      }
    }
  }
}

/** Accepts and fingerprints a file where it lies. */
export async function openPath(given: string, name?: string): Promise<ReadySource> {
  const file = await acceptPath(given)
  return { ...file, name: name ?? file.name, sha256: await fingerprint(file), owned: false }
}

/** A name for show only, never used as a path: its last part, without control characters. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const shown = [...last].filter((character) => character >= ' ' && character !== '\u007f').join('')
  const cut = [...shown].slice(0, maxNameLength).join('').trim()
  return cut === '' || cut === '.' || cut === '..' ? 'unnamed' : cut
}
