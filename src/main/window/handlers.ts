/** The commands that are the desktop shell's own to answer. */
import path from 'node:path'
import type { BrowserWindow } from 'electron'
import type { CommandHandlers, SourceHandle } from '../../shared/contract/commands.ts'
import type { ShellEngine } from '../../shared/contract/shell.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { pickExportPath, pickFiles, pickWatched } from './dialogs.ts'

export function desktopHandlers(
  engine: ShellEngine,
  context: {
    readonly window: () => BrowserWindow | null
    readonly openJobId: () => string | null
    readonly texts: Texts
  },
): CommandHandlers {
  return {
    ...engine.handlers,
    'app/info': async () => ({
      ...(await engine.info()),
      shell: 'desktop',
      platform: process.platform,
      openJobId: context.openJobId(),
    }),
    'sources/pick': async () => {
      const sources: SourceHandle[] = []
      for (const file of await pickFiles(context.texts, context.window())) sources.push(await engine.adoptPath(file))
      return { sources }
    },
    'watches/pick': async ({ kind }) => {
      const chosen = await pickWatched(context.texts, context.window(), kind)
      return { offered: true, watch: chosen === null ? null : await engine.watches.add(chosen) }
    },
    'stories/export': async ({ id, format }) => {
      const suggested = await engine.stories.exportName(id, format)
      const chosen = await pickExportPath(context.texts, context.window(), suggested, format)
      if (chosen === null) return { saved: null }
      await engine.stories.export(id, format, chosen)
      return { saved: { name: path.basename(chosen), downloadUrl: null } }
    },
    'grid/export': async (request) => {
      const suggested = await engine.grid.exportName(request)
      const chosen = await pickExportPath(context.texts, context.window(), suggested, request.format)
      if (chosen === null) return { saved: null }
      await engine.grid.export(request, chosen)
      return { saved: { name: path.basename(chosen), downloadUrl: null } }
    },
    'documents/export': async (request) => {
      const suggested = await engine.documents.exportName(request)
      const chosen = await pickExportPath(context.texts, context.window(), suggested, request.format)
      if (chosen === null) return { saved: null }
      await engine.documents.export(request, chosen)
      return { saved: { name: path.basename(chosen), downloadUrl: null } }
    },
  }
}
