/** Files ready to be fetched once: a story's export, from the moment it is written until it is taken or ten minutes old. */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { contentTypeOfName } from '../shared/export-formats/formats.ts'

const lifetimeMs = 10 * 60_000

/**
 * `Content-Disposition` for a file name in any script: the plain form for old clients, the encoded one (RFC 6266,
 * RFC 5987) for all others. Neither can end the header or name a folder.
 */
export function attachmentHeader(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const safe = path.basename(name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_')) || 'story'
  const plain = safe.replace(/[^\u0020-\u007e]/g, '_').replace(/[%']/g, '_')
  const encoded = encodeURIComponent(safe.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

interface Waiting {
  readonly file: string
  readonly name: string
  readonly timer: NodeJS.Timeout
}

export interface Downloads {
  /** Takes over the file: it is deleted once fetched, expired, or at close. Gives the address to fetch it from. */
  offer(file: string, name: string): string
  /** Sends what was offered under this id; false when there is nothing (any more). */
  send(response: ServerResponse, id: string): Promise<boolean>
  close(): Promise<void>
}

export function createDownloads(): Downloads {
  const waiting = new Map<string, Waiting>()

  async function forget(id: string): Promise<void> {
    const entry = waiting.get(id)
    if (!entry) return
    waiting.delete(id)
    clearTimeout(entry.timer)
    await rm(entry.file, { force: true })
  }

  return {
    offer(file, name) {
      const id = randomBytes(16).toString('base64url')
      // A file that cannot be deleted now is deleted with its folder at close; nothing waits for it here.
      const timer = setTimeout(() => void forget(id).catch(() => undefined), lifetimeMs)
      timer.unref()
      waiting.set(id, { file, name, timer })
      return `/download/${id}`
    },
    async send(response, id) {
      const entry = waiting.get(id)
      if (!entry) return false
      waiting.delete(id)
      clearTimeout(entry.timer)
      try {
        const { size } = await stat(entry.file)
        response.writeHead(200, {
          'Content-Type': contentTypeOfName(entry.name),
          'Content-Length': size,
          'Content-Disposition': attachmentHeader(entry.name),
          'Cache-Control': 'no-store',
        })
        await pipeline(createReadStream(entry.file), response)
      } finally {
        await rm(entry.file, { force: true })
      }
      return true
    },
    async close() {
      await Promise.all([...waiting.keys()].map(forget))
    },
  }
}
