/** The bridge of a page in a browser: commands over HTTP, events over a WebSocket, files as a stream of bytes. */
import type { CommandResult, StoryglassBridge } from '../../shared/contract/bridge.ts'
import type { CommandInput, CommandName, CommandOutput, SourceHandle } from '../../shared/contract/commands.ts'
import type { EngineEvent, EventName, EventPayload } from '../../shared/contract/events.ts'
import { assetKeyParameter, eventKeyPrefix, eventProtocol, keyHeader } from '../../shared/contract/web.ts'
import { documentAssetAddress } from '../../shared/document/asset-address.ts'
import { describeFailure, type FailureReason } from '../../shared/failure/failure.ts'
import { createConnection } from './connection.ts'
import { createListeners } from './listeners.ts'
import { pageTexts } from './page-language.ts'
import { createWindowKeys, type WindowKeysHolder } from './window-keys.ts'

function failed(reason: FailureReason, name: string, detail: string | null = null): CommandResult<never> {
  return { ok: false, failure: describeFailure(pageTexts(), reason, { name, detail }) }
}

function isResult(value: unknown): value is CommandResult<unknown> {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}

function headersOf(keys: WindowKeysHolder): Record<string, string> {
  const held = keys.current()
  return held === null ? {} : { [keyHeader]: held.key }
}

/** What the host answered; anything it did not write itself counts as not having reached it. */
function resultOf<Output>(text: string): CommandResult<Output> {
  try {
    const value: unknown = JSON.parse(text)
    // The host parsed the output against the contract before it sent it.
    if (isResult(value)) return value as CommandResult<Output>
  } catch {
    // Not JSON: answered below, like any other answer that is not the host's.
  }
  return failed('engine_unreachable', 'Storyglass', text.slice(0, 200))
}

async function post<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
  keys: WindowKeysHolder,
): Promise<CommandResult<CommandOutput<Name>>> {
  try {
    await keys.ready
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headersOf(keys) },
      body: JSON.stringify(input),
      credentials: 'omit',
    })
    return resultOf(await response.text())
  } catch (error) {
    return failed('engine_unreachable', 'Storyglass', String(error))
  }
}

/** Why a file cannot be read, or null when it can. A browser hands over a folder as a file that fails to read. */
async function unreadable(file: File): Promise<FailureReason | null> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return null
  } catch {
    return file.type === '' && !/\.[^.\s]{1,8}$/.test(file.name) ? 'is_folder' : 'file_unreadable'
  }
}

/** XMLHttpRequest, because fetch still tells nothing of a body's progress. */
function send(
  file: File,
  keys: WindowKeysHolder,
  onProgress: (fraction: number) => void,
): Promise<CommandResult<SourceHandle> | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/upload?name=${encodeURIComponent(file.name.toWellFormed())}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    for (const [name, value] of Object.entries(headersOf(keys))) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 1)
    request.onload = () => resolve(resultOf(request.responseText))
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.send(file)
  })
}

async function adopt(
  file: File,
  keys: WindowKeysHolder,
  onProgress: (fraction: number) => void,
): Promise<CommandResult<SourceHandle>> {
  const before = await unreadable(file)
  if (before !== null) return failed(before, file.name)
  const result = await send(file, keys, onProgress)
  if (result !== null) return result
  // Either the host has gone or the file changed under the browser, which then breaks off; only trying tells which.
  return failed((await unreadable(file)) === null ? 'engine_unreachable' : 'file_changed', file.name)
}

/**
 * Made once, when the page starts. Events sent while the connection is down are lost: whoever shows jobs or stories asks
 * for them again when `onConnection` says true after false.
 */
export function createBrowserBridge(): StoryglassBridge {
  const listeners = createListeners()
  const keys = createWindowKeys(window)

  const connection = createConnection({
    address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/events`,
    ready: keys.ready,
    protocols: () => [eventProtocol, `${eventKeyPrefix}${keys.current()?.key ?? 'none'}`],
    // The host sends only events of the contract; a page of the same build reads them.
    onMessage: (text) => listeners.emit(JSON.parse(text) as EngineEvent),
  })

  return {
    shell: 'browser',
    invoke: (name, input) => post(name, input, keys),
    adoptFile: (file, onProgress = () => undefined) => adopt(file, keys, onProgress),
    assetAddress: (id, name) =>
      `${documentAssetAddress(id, name)}?${assetKeyParameter}=${keys.current()?.assetKey ?? 'none'}`,
    subscribe: <Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) =>
      listeners.add(name, listener),
    onConnection: (listener) => connection.onChange(listener),
  }
}
