/**
 * The bridge between a sandboxed page and the main process. It names what may be asked and nothing else: no channel, no
 * ipcRenderer and no path ever reaches the page. Built to one CommonJS file, without the contract's schemas: main
 * parses every payload.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { CommandResult, StoryglassBridge } from '../shared/contract/bridge.ts'
import { adoptChannel, commandChannel, eventChannel } from '../shared/contract/channels.ts'
import type { SourceHandle } from '../shared/contract/commands.ts'
import type { EngineEvent, EventName, EventPayload } from '../shared/contract/events.ts'
import { isCommandName, isEventName } from '../shared/contract/names.ts'
import { documentAssetAddress } from '../shared/document/asset-address.ts'

const bridge: StoryglassBridge = {
  shell: 'desktop',
  invoke(name, input) {
    if (!isCommandName(name)) return Promise.reject(new TypeError(`no command ${String(name)}`))
    return ipcRenderer.invoke(commandChannel(name), input)
  },
  subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
    if (!isEventName(name)) throw new TypeError(`no event ${String(name)}`)
    const forward = (_event: IpcRendererEvent, event: EngineEvent): void => {
      if (event.name === name) listener(event.payload as EventPayload<Name>)
    }
    ipcRenderer.on(eventChannel, forward)
    return () => void ipcRenderer.off(eventChannel, forward)
  },
  adoptFile(file) {
    // Empty for a file made by script or dragged out of another page: main answers that it is no path.
    return ipcRenderer.invoke(adoptChannel, webUtils.getPathForFile(file)) as Promise<CommandResult<SourceHandle>>
  },
  assetAddress: documentAssetAddress,
  onConnection(listener) {
    // The engine lives and dies with the window.
    let wanted = true
    queueMicrotask(() => wanted && listener(true))
    return () => {
      wanted = false
    }
  },
}

contextBridge.exposeInMainWorld('storyglass', bridge)
