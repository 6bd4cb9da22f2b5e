/** The operating system's own dialogs. */
import {
  type BrowserWindow,
  dialog,
  type FileFilter,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron'
import type { DocumentExport, StoryFormat } from '../../shared/contract/shell.ts'
import type { Failure } from '../../shared/failure/failure.ts'
import { endingsOf } from '../../shared/file-formats/formats.ts'

const tables = [...endingsOf('story')]
const documents = [...endingsOf('document')]

const sourceFilters: FileFilter[] = [
  { name: 'Tables and documents', extensions: [...new Set([...tables, ...documents])] },
  { name: 'Tables', extensions: tables },
  { name: 'Documents', extensions: documents },
  { name: 'All files', extensions: ['*'] },
]

type ExportFormat = StoryFormat | DocumentExport['format']

const formatNames: Record<ExportFormat, string> = {
  html: 'Web page',
  md: 'Markdown',
  txt: 'Plain text',
  csv: 'Table (CSV)',
  json: 'Data (JSON)',
}

/** The paths chosen; none when the dialog was dismissed. */
export async function pickFiles(window: BrowserWindow | null): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    title: 'Open files',
    filters: sourceFilters,
    properties: ['openFile', 'multiSelections'],
  }
  const picked = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
  return picked.canceled ? [] : picked.filePaths
}

/** Where to save an export, absolute, or null when the dialog was dismissed. */
export async function pickExportPath(
  window: BrowserWindow | null,
  suggested: string,
  format: ExportFormat,
): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: 'Export',
    defaultPath: suggested,
    filters: [{ name: formatNames[format], extensions: [format] }],
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
