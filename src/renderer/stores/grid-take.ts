/** Takes cells and rows of the data view along: the engine writes them, the window puts them where they are wanted. */
import type { CommandInput } from '../../shared/contract/commands.ts'
import { type GridView, mostCopiedCells } from '../../shared/contract/grid.ts'
import { ask } from '../bridge/engine.ts'
import { finishExport } from './exports.ts'
import { currentTexts } from './language.ts'
import { notify, notifyOfFailure } from './notices.ts'

interface Copied {
  readonly storyId: string
  readonly view: GridView
  readonly range: { readonly columns: readonly string[]; readonly offset: number; readonly rows: number }
  readonly header: boolean
}

export async function copyCells({ storyId, view, range, header }: Copied): Promise<void> {
  const { grid } = currentTexts()
  const cells = range.rows * range.columns.length
  if (cells > mostCopiedCells) {
    notify({ kind: 'failed', title: grid.tooMany, text: grid.tooManyHint({ most: mostCopiedCells }), stayMs: 8_000 })
    return
  }
  const result = await ask('grid/copy', { storyId, view, ...range, columns: [...range.columns], header })
  if (!result.ok) {
    notifyOfFailure(result.failure)
    return
  }
  try {
    await navigator.clipboard.writeText(result.output.text)
  } catch {
    notify({ kind: 'failed', title: grid.notCopied, text: grid.notCopiedHint, stayMs: 8_000 })
    return
  }
  notify({ kind: 'good', title: grid.copied({ cells }), text: grid.copiedHint })
}

/** Saves what is filtered where the shell does: a dialog on the desktop, a download in the browser. */
export async function exportRows(request: CommandInput<'grid/export'>): Promise<void> {
  const result = await ask('grid/export', request)
  if (result.ok) finishExport(result.output, 'table')
  else notifyOfFailure(result.failure)
}
