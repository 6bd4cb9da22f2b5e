/** The operating system's own dialogs. */
import {
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import type { DocumentExport, GridExport, StoryFormat } from '../../shared/contract/shell.ts'
import { exportFormat } from '../../shared/export-formats/registry.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { endingsOf } from '../../shared/file-formats/formats.ts'
import type { Texts } from '../../shared/texts/texts.ts'

const tables = [...endingsOf('story')]
const documents = [...endingsOf('document')]

function sourceFilters({ filters }: Texts['shell']['dialogs']): FileFilter[] {
  return [
    { name: filters.both, extensions: [...new Set([...tables, ...documents])] },
    { name: filters.tables, extensions: tables },
    { name: filters.documents, extensions: documents },
    { name: filters.all, extensions: ['*'] },
  ]
}

type ExportFormat = StoryFormat | DocumentExport['format'] | GridExport['format']

/** The paths chosen; none when the dialog was dismissed. */
export async function pickFiles({ shell }: Texts, window: BrowserWindow | null): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    title: shell.dialogs.openFiles,
    filters: sourceFilters(shell.dialogs),
    properties: ['openFile', 'multiSelections'],
  }
  const picked = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return picked.canceled ? [] : picked.filePaths
}

/** A dialog looks at what stands behind the last dot. */
function lastEndings(format: ExportFormat): string[] {
  return exportFormat(format).endings.map((ending) => ending.split('.').at(-1) ?? ending)
}

/** The path of what is to be watched, or null when the dialog was dismissed. */
export async function pickWatched(
  { shell }: Texts,
  window: BrowserWindow | null,
  kind: 'file' | 'folder',
): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: shell.dialogs.watch,
    ...(kind === 'folder'
      ? { properties: ['openDirectory'] }
      : { properties: ['openFile'], filters: [{ name: shell.dialogs.filters.tables, extensions: tables }] }),
  }
  const picked = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return picked.canceled ? null : (picked.filePaths[0] ?? null)
}

/** Where to save an export, absolute, or null when the dialog was dismissed. */
export async function pickExportPath(
  { shell }: Texts,
  window: BrowserWindow | null,
  suggested: string,
  format: ExportFormat,
): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: shell.dialogs.export,
    defaultPath: suggested,
    filters: [{ name: shell.dialogs.formats[format], extensions: lastEndings(format) }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  }
  const picked = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options)
  return picked.canceled || !picked.filePath ? null : picked.filePath
}

/** For a start that failed: there is no window yet to say it in. */
export function showStartFailure(message: string, hint: string): void {
  dialog.showErrorBox(message, hint)
}

/** For a file from outside that could not even become a job. */
export async function showFailure(window: BrowserWindow | null, failure: Failure): Promise<void> {
  const options: MessageBoxOptions = { type: 'warning', message: failure.message, detail: failure.hint }
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
