/** The commands that are the browser shell's own to answer. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { CommandHandlers } from '../shared/contract/commands.ts'
import type { ShellEngine } from '../shared/contract/shell.ts'
import type { Downloads } from './downloads.ts'

export function browserHandlers(
  engine: ShellEngine,
  context: { readonly openJobId: () => string | null; readonly downloads: Downloads; readonly exportFolder: string },
): CommandHandlers {
  return {
    ...engine.handlers,
    'app/info': async () => ({
      ...(await engine.info()),
      shell: 'browser',
      platform: process.platform,
      openJobId: context.openJobId(),
    }),
    // A browser has a picker of its own and gives the page the bytes, not a path.
    'sources/pick': async () => ({ sources: [] }),
    // Nor does it tell where a folder is: what is watched is asked for on the command line.
    'watches/pick': async () => ({ offered: false, watch: null }),
    'stories/export': async ({ id, format }) => {
      const name = await engine.stories.exportName(id, format)
      const file = path.join(context.exportFolder, `${randomUUID()}.${format}`)
      await engine.stories.export(id, format, file)
      return { saved: { name, downloadUrl: context.downloads.offer(file, name) } }
    },
    'grid/export': async (request) => {
      const name = await engine.grid.exportName(request)
      const file = path.join(context.exportFolder, `${randomUUID()}.${request.format}`)
      await engine.grid.export(request, file)
      return { saved: { name, downloadUrl: context.downloads.offer(file, name) } }
    },
    'documents/export': async (request) => {
      const name = await engine.documents.exportName(request)
      const file = path.join(context.exportFolder, `${randomUUID()}.${request.format}`)
      await engine.documents.export(request, file)
      return { saved: { name, downloadUrl: context.downloads.offer(file, name) } }
    },
  }
}
