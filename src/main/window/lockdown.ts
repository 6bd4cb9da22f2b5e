/** What a window may not do: reach the network, ask for a device, go elsewhere, or open another window. */
import type { App, DownloadItem, Session } from 'electron'
import { isAppAddress, isAppPage } from '../../shared/security/app-address.ts'

/** Schemes that lead to no network. `devtools:` is the inspector's own page, opened by hand. */
const localSchemes = new Set(['app:', 'data:', 'blob:', 'devtools:'])

export function isLocalRequest(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.protocol === 'app:' ? isAppAddress(address) : localSchemes.has(url.protocol)
}

/** Before the application is ready: nothing that Chromium does by itself gets out either, not even a name lookup. */
export function closeNetworkOfProcess(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
}

/**
 * Switches by which whoever starts the application could listen to its window, run something in it, or take its walls
 * down: a shortcut or another program as the same user. Not `no-sandbox`: an AppImage adds it by itself on a system
 * without user namespaces for all, and would not start at all there.
 */
const openingSwitches = [
  ...['inspect', 'inspect-brk', 'inspect-port', 'js-flags', 'remote-debugging-port', 'remote-debugging-pipe'],
  ...['remote-allow-origins', 'load-extension', 'disable-web-security', 'disable-site-isolation-trials'],
  ...['allow-running-insecure-content', 'host-rules', 'proxy-server', 'proxy-pac-url', 'renderer-cmd-prefix'],
  ...['utility-cmd-prefix', 'gpu-launcher', 'enable-logging', 'log-net-log'],
] as const

/** The first such switch a packaged application was started with; null in development, where they are tools. */
export function openingSwitch(app: Pick<App, 'isPackaged' | 'commandLine'>): string | null {
  if (!app.isPackaged) return null
  return openingSwitches.find((name) => app.commandLine.hasSwitch(name)) ?? null
}

/** All that a page needs asking for: copying a query, and saying that a job ended while the window is hidden. */
const grantedPermissions = new Set(['clipboard-sanitized-write', 'notifications'])

/** Only to the application's own pages, wherever a page may have come from. */
export function isGranted(permission: string, origin: string): boolean {
  return grantedPermissions.has(permission) && isAppAddress(origin)
}

const pictureTypes = new Set(['image/png', 'image/svg+xml'])

/** A chart drawn by one of the application's own pages: Electron asks the person where it goes. */
function isOwnPicture(item: Pick<DownloadItem, 'getURL' | 'getMimeType'> | undefined): boolean {
  const [, origin = ''] = /^blob:(.*)\/[^/]*$/.exec(item?.getURL() ?? '') ?? []
  return isAppAddress(origin) && pictureTypes.has(item?.getMimeType() ?? '')
}

export function closeSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalRequest(details.url) }))
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  // Exports are written by the main process, where the person says; so is a picture a page has drawn, and nothing else.
  session.on('will-download', (event, item) => {
    if (!isOwnPicture(item)) event.preventDefault()
  })
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false)
}

/** Holds for every page there will ever be, so that no window made elsewhere can be forgotten. */
export function denyLeaving(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isAppPage(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // Otherwise a call between browsers names the machine's own addresses on the network, past all proxies.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
