/** Connects the main half to the test, then lets the application become ready. */
import { createLink } from '../link.ts'
import type { Message, Notice } from '../messages.ts'
import { app, StandInEvent } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { menuLabels, scriptDialog, shownDialogs } from './desktop.ts'
import { ipcMain } from './ipc.ts'
import { provideLink } from './main-link.ts'
import { answerProtocol, isDownloadAllowed, isPermissionGranted, isRequestAllowed } from './session.ts'

function hear(notice: Notice): void {
  switch (notice.name) {
    case 'window/ready-to-show':
      BrowserWindow.withId(notice.windowId).emit('ready-to-show')
      return
    case 'window/close-asked':
      BrowserWindow.withId(notice.windowId).close()
      return
    case 'app/open-file':
      app.emit('open-file', new StandInEvent(), notice.path)
      return
    case 'app/quit-asked':
      app.quit()
      return
    case 'dialog/answer':
      scriptDialog(notice.kind, notice.answer)
      return
    case 'window/destroyed':
    case 'window/send':
      throw new Error(`${notice.name} is told by main, not to it`)
  }
}

const link = createLink({
  // The channel closes when the test goes; then so does this process.
  send: (message) => process.send?.(message, undefined, undefined, () => undefined),
  onNotice: hear,
  answerers: {
    'ipc/invoke': ({ windowId, frame, channel, args }) =>
      ipcMain.invoke(BrowserWindow.withId(windowId), frame, channel, args),
    'protocol/request': ({ url, method }) => answerProtocol(url, method),
    'network/request': ({ windowId, url }) =>
      isRequestAllowed(url, windowId === undefined ? '' : BrowserWindow.withId(windowId).partition),
    'window/navigate': async ({ windowId, url }) => {
      const { webContents } = BrowserWindow.withId(windowId)
      const allowed = webContents.mayNavigate(url)
      if (allowed) webContents.wentTo(url)
      return allowed
    },
    'window/popup': async ({ windowId, url }) => BrowserWindow.withId(windowId).webContents.mayOpen(url),
    'session/permission': ({ permission, address }) => isPermissionGranted(permission, address),
    record: async () => ({
      switches: app.switches,
      menu: menuLabels,
      dialogs: shownDialogs,
      windows: BrowserWindow.getAllWindows().map((window) => ({
        id: window.id,
        visible: window.isVisible(),
        focusCount: window.focusCount,
        webRtcPolicy: window.webContents.webRtcPolicy,
      })),
      ready: app.isReady(),
      sandboxed: app.sandboxed,
      downloads: isDownloadAllowed(),
    }),
  },
})
provideLink(link)
process.on('message', (message) => link.receive(message as Message))
process.on('disconnect', () => process.exit(1))
// Everything main does while its modules load happens before ready, as in Electron.
setImmediate(() => app.becomeReady())
