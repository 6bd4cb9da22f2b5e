/** Carries the contract over Electron's IPC: commands one way, events the other. */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { z } from 'zod'
import type { CommandResult } from '../../shared/contract/bridge.ts'
import { adoptChannel, commandChannel, eventChannel } from '../../shared/contract/channels.ts'
import type { CommandHandlers, SourceHandle } from '../../shared/contract/commands.ts'
import { type AnswerOptions, dispatch, failureOf, type ReportBug } from '../../shared/contract/dispatch.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { commandNames } from '../../shared/contract/names.ts'
import type { ShellEngine } from '../../shared/contract/shell.ts'
import { StoryglassError } from '../../shared/failure/failure.ts'
import { isAppPage } from '../../shared/security/app-address.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { isOwnPage } from './sender.ts'

export interface Carrier {
  /** Sends every window an event that is not the engine's. */
  emit(event: EngineEvent): void
  close(): void
}

const maxPathCharacters = 32_768
const pathSchema = z.string().min(1).max(maxPathCharacters)

/** Lets a request through to `work` when one of our pages sent it; any other sender learns nothing. */
function fromOwnPage<Output>(
  channel: string,
  report: ReportBug,
  work: (payload: unknown) => Promise<CommandResult<Output>>,
): (event: IpcMainInvokeEvent, ...payload: unknown[]) => Promise<CommandResult<Output>> {
  return async (event, payload) => {
    if (!isOwnPage(event)) {
      const error = new Error(`${channel} was called by ${event.senderFrame?.url ?? 'a frame that has gone'}`)
      report(channel, error)
      throw new Error('refused')
    }
    return work(payload)
  }
}

function nameIn(path: string): string {
  return path.split(/[\\/]/).at(-1) || path
}

async function adopt(
  engine: Pick<ShellEngine, 'adoptPath'>,
  payload: unknown,
  { report, texts }: AnswerOptions,
): Promise<CommandResult<SourceHandle>> {
  const path = pathSchema.safeParse(payload)
  if (!path.success)
    return { ok: false, failure: failureOf(texts, new StoryglassError('bad_path', path.error.message)) }
  try {
    return { ok: true, output: await engine.adoptPath(path.data) }
  } catch (error) {
    if (!(error instanceof StoryglassError)) report(adoptChannel, error)
    return { ok: false, failure: failureOf(texts, error, nameIn(path.data)) }
  }
}

/** One `ipcMain` handler a command, each behind the same check; events to every window that shows our page. */
export function carryContract(options: {
  readonly handlers: CommandHandlers
  readonly engine: Pick<ShellEngine, 'adoptPath' | 'subscribe'>
  readonly report: ReportBug
  readonly texts: Texts
}): Carrier {
  const { handlers, engine, report } = options
  const emit = (event: EngineEvent): void => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed() && isAppPage(window.webContents.getURL())) {
        window.webContents.send(eventChannel, event)
      }
    }
  }
  for (const name of commandNames) {
    const channel = commandChannel(name)
    ipcMain.handle(
      channel,
      fromOwnPage(channel, report, async (payload) => (await dispatch(handlers, name, payload, options)).result),
    )
  }
  ipcMain.handle(
    adoptChannel,
    fromOwnPage(adoptChannel, report, (payload) => adopt(engine, payload, options)),
  )
  const unsubscribe = engine.subscribe(emit)
  return {
    emit,
    close() {
      unsubscribe()
      for (const name of commandNames) ipcMain.removeHandler(commandChannel(name))
      ipcMain.removeHandler(adoptChannel)
    },
  }
}
