/** `GET /documents/<id>/<folder>/<file>`: images of a document's pages, and those in them. */
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { ShellEngine } from '../shared/contract/shell.ts'
import { documentAssetHeaders } from '../shared/document/asset.ts'

/** False, with nothing sent, when there is no such file (any more). */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  engine: Pick<ShellEngine, 'documents'>,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const file = await engine.documents.asset(id, name)
  const handle = file === null ? null : await openIfThere(file)
  if (handle === null) return false
  try {
    const { size } = await handle.stat()
    response.writeHead(200, { ...documentAssetHeaders(name), 'Content-Length': size })
    if (request.method === 'HEAD') response.end()
    else await pipeline(handle.createReadStream({ autoClose: false }), response)
    return true
  } finally {
    await handle.close()
  }
}

/** Null when it was removed since it was found. */
async function openIfThere(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
