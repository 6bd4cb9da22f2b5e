/** Opens the default browser, where there is one to open. */
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
 * Asks the system to open `address`. False when there is nowhere to open it; the address has been printed anyway, so
 * that is no failure.
 */
export async function openInBrowser(address: string): Promise<boolean> {
  if (!hasDisplay()) return false
  try {
    const child = await open(address)
    child.on('error', () => undefined)
    return true
  } catch {
    // No browser, or none that may be started: the printed address is what remains.
    return false
  }
}
