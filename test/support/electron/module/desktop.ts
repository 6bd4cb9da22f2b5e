/** `dialog`, `Menu`, `screen`, `nativeTheme`: answered as scripted, and remembered. */
import type { DialogKind } from '../messages.ts'
import { app } from './app.ts'

const answers = new Map<DialogKind, unknown[]>()
export const shownDialogs: { kind: DialogKind; options: unknown }[] = []
export const menuLabels: string[] = []

export function scriptDialog(kind: DialogKind, answer: unknown): void {
  answers.set(kind, [...(answers.get(kind) ?? []), answer])
}

/** A dialog nobody scripted is dismissed, as by the escape key. */
function show(kind: DialogKind, args: readonly unknown[], dismissed: unknown): Promise<unknown> {
  shownDialogs.push({ kind, options: structuredClone(args.at(-1)) })
  return Promise.resolve(answers.get(kind)?.shift() ?? dismissed)
}

export const dialog = {
  showOpenDialog: (...args: unknown[]) => show('showOpenDialog', args, { canceled: true, filePaths: [] }),
  showSaveDialog: (...args: unknown[]) => show('showSaveDialog', args, { canceled: true, filePath: '' }),
  showMessageBox: (...args: unknown[]) => show('showMessageBox', args, { response: 0, checkboxChecked: false }),
  showErrorBox(title: string, content: string): void {
    void show('showErrorBox', [{ title, content }], null)
    // As Electron does on Linux before there can be a window.
    if (!app.isReady()) process.stderr.write(`${title}\n${content}\n`)
  },
}

interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly submenu?: readonly MenuItem[]
}

function labelsOf(items: readonly MenuItem[]): string[] {
  return items.flatMap((item) => [item.label ?? item.role ?? item.type ?? '?', ...labelsOf(item.submenu ?? [])])
}

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]): readonly MenuItem[] => template,
  setApplicationMenu(menu: readonly MenuItem[]): void {
    menuLabels.splice(0, menuLabels.length, ...labelsOf(menu))
  },
}

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: true }

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
}
