/** The few shapes an answer of the loopback host has. */
import type { ServerResponse } from 'node:http'
import type { CommandResult } from '../shared/contract/bridge.ts'
import { describeFailure, type FailureReason } from '../shared/failure/failure.ts'

import { escapeHtml } from '../shared/format/markup-text.ts'
import type { Texts } from '../shared/texts/texts.ts'

export function sendJson(response: ServerResponse, status: number, result: CommandResult<unknown>): void {
  const body = Buffer.from(JSON.stringify(result))
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  })
  response.end(body)
}

/** A refusal of the host's own, in the form every command's failure has. */
export function sendRefusal(
  texts: Texts,
  response: ServerResponse,
  status: number,
  detail: string,
  reason: FailureReason,
): void {
  const failure = describeFailure(texts, reason, { name: texts.failures.subjects.request, detail })
  sendJson(response, status, { ok: false, failure })
}

/** A page for a person, without script. */
export function sendPage(
  texts: Texts,
  response: ServerResponse,
  status: number,
  page: { readonly title: string; readonly text: string },
): void {
  const body = Buffer.from(
    `<!doctype html><html lang="${texts.language}"><head><meta charset="utf-8"><title>${escapeHtml(page.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto 0;padding:0 1.5rem;
color-scheme:light dark}</style></head><body><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.text)}</p></body></html>`,
  )
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  })
  response.end(body)
}
