/** `POST /api/<noun>/<verb>`: one command of the contract, JSON in and JSON out. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CommandHandlers } from '../shared/contract/commands.ts'
import { type AnswerOptions, dispatch, type Verdict } from '../shared/contract/dispatch.ts'
import { sendJson, sendRefusal } from './reply.ts'

/** Far above any command's input, far below what would trouble the process. */
export const maxCommandBytes = 1_000_000

const statusOf: Record<Verdict, number> = { answered: 200, unknown_command: 404, malformed: 400 }

/** The whole body, or null when it is longer than `limit`: the rest is then left unread. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(body: Buffer): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown }
  } catch {
    // Not JSON, or not UTF-8: the caller answers it as malformed.
    return null
  }
}

export async function answerCommand(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  handlers: CommandHandlers,
  options: AnswerOptions,
): Promise<void> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return sendRefusal(options.texts, response, 415, 'a command is sent as application/json', 'internal')
  }
  const tooLong = `a command is at most ${maxCommandBytes} bytes`
  if (Number(request.headers['content-length'] ?? 0) > maxCommandBytes) {
    response.setHeader('Connection', 'close')
    return sendRefusal(options.texts, response, 413, tooLong, 'internal')
  }
  const body = await readBody(request, maxCommandBytes)
  if (body === null) {
    response.setHeader('Connection', 'close')
    return sendRefusal(options.texts, response, 413, tooLong, 'internal')
  }
  const parsed = parseJson(body)
  if (parsed === null) return sendRefusal(options.texts, response, 400, 'the body is not JSON', 'internal')
  const { verdict, result } = await dispatch(handlers, name, parsed.value, options)
  sendJson(response, statusOf[verdict], result)
}
