/** `POST /session`: a window's start code for its keys. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WindowKeys } from '../shared/contract/web.ts'
import type { Texts } from '../shared/texts/texts.ts'
import { readBody } from './commands.ts'
import { sendRefusal } from './reply.ts'

const maxCodeBytes = 200

export async function answerSession(
  texts: Texts,
  request: IncomingMessage,
  response: ServerResponse,
  redeem: (startCode: string) => WindowKeys | null,
): Promise<void> {
  const body = await readBody(request, maxCodeBytes)
  const keys = body === null ? null : redeem(body.toString('utf8'))
  if (keys === null) {
    response.setHeader('Connection', 'close')
    return sendRefusal(texts, response, 401, 'not a start code, or a spent one', 'session_ended')
  }
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(keys))
}
