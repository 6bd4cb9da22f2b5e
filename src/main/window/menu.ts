/** The menu bar, in each platform's own order. */
import { type App, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Texts } from '../../shared/texts/texts.ts'

export interface MenuActions {
  readonly openFiles: () => void
}

export function menuTemplate(
  platform: NodeJS.Platform,
  options: { readonly name: string; readonly devTools: boolean; readonly actions: MenuActions; readonly texts: Texts },
): MenuItemConstructorOptions[] {
  const { menu } = options.texts.shell
  const isMac = platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const application: MenuItemConstructorOptions = {
    label: options.name,
    submenu: [
      { role: 'about' },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  }
  const file: MenuItemConstructorOptions = {
    label: menu.file,
    submenu: [
      { label: menu.open, accelerator: 'CmdOrCtrl+O', click: () => options.actions.openFiles() },
      separator,
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: menu.view,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(options.devTools ? [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
    ],
  }
  return [
    ...(isMac ? [application] : []),
    file,
    { role: 'editMenu' },
    view,
    { role: 'windowMenu' },
    ...(isMac ? [] : [{ label: menu.help, submenu: [{ role: 'about' as const }] }]),
  ]
}

export function installMenu(app: App, devTools: boolean, actions: MenuActions, texts: Texts): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, { name: app.name, devTools, actions, texts })),
  )
}
