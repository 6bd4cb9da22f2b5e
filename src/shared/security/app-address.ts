/** The address the desktop's window lives at: its own scheme and host, nothing else is ours. */

export const appScheme = 'app'
export const appHost = 'storyglass'
export const appPage = `${appScheme}://${appHost}/index.html`

/** Whether an address is the application's page itself, whatever its fragment: a document's picture is ours, and no page. */
export function isAppPage(address: string): boolean {
  return isAppAddress(address) && URL.parse(address)?.pathname === '/index.html'
}

/** Whether an address is on our own origin. Node gives custom schemes no origin of their own, so parts are compared. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost && url.username === ''
}
