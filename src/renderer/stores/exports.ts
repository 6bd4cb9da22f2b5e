/** What follows an export: the desktop has saved it through a dialog, the browser downloads it from an address. */
import type { CommandOutput } from '../../shared/contract/commands.ts'
import { tell } from './notices.ts'

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
