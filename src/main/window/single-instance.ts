/** One window an own data folder: a second start hands its files to the first and ends. */
import path from 'node:path'
import type { App } from 'electron'
import { z } from 'zod'
import { filesAmong } from '../../shared/contract/opening.ts'

const handoverSchema = z.object({ files: z.array(z.string().max(32_768)).max(1000) })

/** The files this process was started with, absolute. Electron's own program and the folder of the application come first. */
export function filesAtStart(
  app: Pick<App, 'isPackaged'>,
  args: readonly string[],
  workingDirectory: string,
): string[] {
  return filesAmong(args.slice(app.isPackaged ? 1 : 2)).map((file) => path.resolve(workingDirectory, file))
}

/**
 * False when another process has the data folder's window; it has then been given `files`. The files travel as data:
 * what a second instance's argument list holds is rewritten by Chromium.
 */
export function isFirstInstance(
  app: App,
  files: readonly string[],
  onSecond: (files: readonly string[]) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ files })) return false
  app.on('second-instance', (_event, _argv, _workingDirectory, data) => {
    const handover = handoverSchema.safeParse(data)
    onSecond(handover.success ? handover.data.files : [])
  })
  return true
}
