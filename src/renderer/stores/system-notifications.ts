/** Notifications of the operating system: only while the window is hidden, and only when a person asked for them. */
import { navigate } from '../routes/navigation.ts'
import type { Route } from '../routes/route.ts'
import { currentTexts } from './language.ts'
import { notify } from './notices.ts'
import { prefer, usePreferences } from './preferences.ts'

export function isWindowHidden(): boolean {
  return globalThis.document?.visibilityState === 'hidden'
}

export function canNotify(): boolean {
  return 'Notification' in globalThis
}

/** Turns them on or off. Asks for the permission, so call it only from what a person did. */
export async function preferNotifications(wanted: boolean): Promise<void> {
  const texts = currentTexts()
  if (!wanted) {
    prefer({ notifications: false })
    return
  }
  if (!canNotify()) {
    notify({
      kind: 'plain',
      title: texts.notifications.thisWindowCannotShowNotifications,
      text: texts.notifications.messagesStillAppearInsideIt,
    })
    return
  }
  const permission = await Notification.requestPermission()
  if (permission === 'granted') {
    prefer({ notifications: true })
    return
  }
  prefer({ notifications: false })
  notify({
    kind: 'plain',
    title: texts.notifications.notificationsAreNotAllowed,
    text: texts.notifications.allowThemForThisAddress,
    stayMs: 12_000,
  })
}

export function notifySystem({
  title,
  text,
  to,
}: {
  readonly title: string
  readonly text?: string
  readonly to: Route
}): void {
  if (!usePreferences.getState().notifications || !canNotify() || Notification.permission !== 'granted') return
  try {
    // One tag: a later message takes the place of the one before instead of piling up.
    const shown = new Notification(title, { ...(text === undefined ? {} : { body: text }), tag: 'storyglass-ended' })
    shown.onclick = () => {
      window.focus()
      navigate(to)
      shown.close()
    }
  } catch {
    // Some platforms offer them to service workers only; the message inside the window is there all the same.
  }
}
