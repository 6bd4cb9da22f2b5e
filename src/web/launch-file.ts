/**
 * Hands an address with a secret to the browser: not as an argument, which every user of the machine can list, but in a
 * page on the disk that only its owner can read and that leads on by itself.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeScratchFolder, type ScratchFolder } from '../disk/scratch.ts'
import type { ReportBug } from '../shared/contract/dispatch.ts'
import { onceLifetimeMs } from './access.ts'

export interface LaunchFile {
  remove(): Promise<void>
}

/**
 * Null when it could not be opened: the address has been printed, so that is no failure. `openPage` is given the
 * absolute path of the page. It is removed when the address has expired, and by its owner at the end.
 */
export async function openByFile(
  address: string,
  openPage: (file: string) => Promise<boolean>,
  report: ReportBug,
): Promise<LaunchFile | null> {
  let folder: ScratchFolder | null = null
  try {
    folder = await makeScratchFolder()
    const file = path.join(folder.path, 'open.html')
    await writeFile(file, pageLeadingTo(address), { mode: 0o600, flag: 'wx' })
    if (await openPage(file)) return keptUntilExpired(folder)
  } catch (error) {
    report('opening the browser', error)
  }
  await folder?.remove()
  return null
}

function keptUntilExpired({ remove }: ScratchFolder): LaunchFile {
  // A file that cannot be removed now holds a secret that is worth nothing any more.
  const expiry = setTimeout(() => void remove().catch(() => undefined), onceLifetimeMs)
  expiry.unref()
  return {
    async remove() {
      clearTimeout(expiry)
      await remove()
    },
  }
}

function pageLeadingTo(address: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<title>Storyglass</title><meta http-equiv="refresh" content="0;url=${address}"></head><body>Opening …</body></html>
`
}
