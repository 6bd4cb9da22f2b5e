/** What follows an export: the desktop has saved it through a dialog, the browser downloads it from an address. */
import type { CommandInput, CommandOutput } from '../../shared/contract/commands.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { ask } from '../bridge/engine.ts'
import { currentTexts } from './language.ts'
import { notify, notifyOfFailure } from './notices.ts'

export function finishExport({ saved }: CommandOutput<'stories/export'>, thing: keyof Texts['exports']['saved']): void {
  const texts = currentTexts()
  if (saved === null) return
  if (saved.downloadUrl !== null) {
    const link = document.createElement('a')
    link.href = saved.downloadUrl
    link.download = saved.name
    link.click()
  }
  notify({
    kind: 'good',
    title: saved.downloadUrl === null ? texts.exports.saved[thing] : texts.exports.downloadStarted,
    text: saved.name,
  })
}

/** Saves a story where the shell does: a dialog on the desktop, a download in the browser. */
export async function exportStory(id: string, format: CommandInput<'stories/export'>['format']): Promise<void> {
  const result = await ask('stories/export', { id, format })
  if (result.ok) finishExport(result.output, 'story')
  else notifyOfFailure(result.failure)
}
