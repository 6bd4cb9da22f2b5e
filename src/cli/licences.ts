/** `storyglass licences`: whose software this one contains, and under which terms. */
import path from 'node:path'
import { exitStatus } from './exit-status.ts'
import { findInstallation } from './installation.ts'
import { printFile } from './output.ts'

/** The text is written with the build, from what was built in. */
export async function showLicences(): Promise<number> {
  await printFile(path.join(findInstallation().rendererDir, 'third-party-notices.txt'))
  return exitStatus.done
}
