/** What the main process gets for `import … from 'electron'`: the part of Electron it uses, and nothing it could lean on by mistake. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { dialog, Menu, nativeTheme, screen } from './desktop.ts'
export { ipcMain } from './ipc.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utility-process.ts'

import './wiring.ts'
