/** Opens the default browser, where there is one to open. */
import { pathToFileURL } from 'node:url'
import open from 'open'

/** Whether a window could appear at all: on Linux only with a display, or where Windows lends its own. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform !== 'linux') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME)
}

/**
 * Asks the system to open a page on the disk. False when there is nowhere to open it; the address has been printed
 * anyway, so that is no failure.
 */
export async function openInBrowser(file: string): Promise<boolean> {
  if (!hasDisplay()) return false
  try {
    // From WSL it is Windows that opens it, which knows the path by another name; `open` translates paths, not addresses.
    const child = await open(process.env.WSL_DISTRO_NAME === undefined ? pathToFileURL(file).href : file)
    child.on('error', () => undefined)
    return true
  } catch {
    // No browser, or none that may be started: the printed address is what remains.
    return false
  }
}
