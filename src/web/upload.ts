/** `PUT /upload?name=…`: the bytes of a dropped file, streamed to the engine at the pace it can write them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AnswerOptions, failureOf } from '../shared/contract/dispatch.ts'
import type { ShellEngine } from '../shared/contract/shell.ts'
import { StoryglassError } from '../shared/failure/failure.ts'
import { sendJson, sendRefusal } from './reply.ts'

/** Beyond this a file is better opened by its path; it bounds what one page can put on the disk in one go. */
export const maxUploadBytes = 16 * 1024 ** 3
const maxNameCharacters = 255

/** The sender went away in mid-file: nobody is left to tell. */
class UploadAborted extends Error {
  constructor() {
    super('the upload was broken off')
    this.name = 'UploadAborted'
  }
}

/**
 * The body as it arrives. Throws when it is cut short, so that half a file is never taken for a whole one, and when it
 * grows beyond `limit`.
 */
async function* bytesOf(request: IncomingMessage, limit: number): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0
  try {
    // Not destroyed with the iteration: the answer still has to leave by the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limit) throw new StoryglassError('too_large', `more than ${limit} bytes`)
      yield chunk
    }
  } catch (error) {
    if (error instanceof StoryglassError) throw error
    throw new UploadAborted()
  }
  if (!request.complete) throw new UploadAborted()
}

/** A name as it may be shown and stored: no path is made from it, but a control character has no place in it either. */
function validName(name: string | null): string | null {
  if (name === null || name.length === 0 || name.length > maxNameCharacters) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f\u007f]/.test(name) ? null : name
}

export async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  givenName: string | null,
  engine: Pick<ShellEngine, 'adoptStream'>,
  options: AnswerOptions & { readonly limitBytes: number },
): Promise<void> {
  const name = validName(givenName)
  if (name === null) {
    return sendRefusal(options.texts, response, 400, 'an upload has a name', 'bad_path')
  }
  try {
    const announced = Number(request.headers['content-length'] ?? 0)
    if (announced > options.limitBytes) throw new StoryglassError('too_large', `${announced} bytes`)
    const handle = await engine.adoptStream(name, bytesOf(request, options.limitBytes))
    sendJson(response, 200, { ok: true, output: handle })
  } catch (error) {
    if (error instanceof UploadAborted) {
      response.destroy()
      return
    }
    if (!(error instanceof StoryglassError)) options.report('upload', error)
    // The rest of the body is read and dropped (by Node itself): a browser reads the answer only when all is sent.
    sendJson(response, 200, { ok: false, failure: failureOf(options.texts, error, name) })
  }
}
