/** Who may speak on our channels: the top frame of a window that shows the application's page, and nobody else. */
import type { IpcMainInvokeEvent } from 'electron'
import { isAppPage } from '../../shared/security/app-address.ts'

/** A frame inside the page is refused even when it shows our address: nothing of ours is framed. */
export function isOwnPage(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isAppPage(frame.url)
}
