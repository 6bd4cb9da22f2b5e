/** What follows an export: the desktop has saved it through a dialog, the browser downloads it from an address. */
import type { CommandInput, CommandOutput } from '../../shared/contract/commands.ts'
import { ask } from '../bridge/engine.ts'
import { tell, tellFailure } from './notices.ts'

/** `thing`: what was exported, as a sentence begins with it. */
export function finishExport({ saved }: CommandOutput<'stories/export'>, thing: string): void {
  if (saved === null) return
  if (saved.downloadUrl !== null) {
    const link = document.createElement('a')
    link.href = saved.downloadUrl
    link.download = saved.name
    link.click()
  }
  tell({ kind: 'good', title: saved.downloadUrl === null ? `${thing} saved` : 'Download started', text: saved.name })
}

/** Saves a story where the shell does: a dialog on the desktop, a download in the browser. */
export async function exportStory(id: string, format: CommandInput<'stories/export'>['format']): Promise<void> {
  const result = await ask('stories/export', { id, format })
  if (result.ok) finishExport(result.output, 'Story')
  else tellFailure(result.failure)
}
