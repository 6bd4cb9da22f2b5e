/** What had to be done to open the library, said on standard error. */
import type { LibraryNotice } from '../shared/library/notice.ts'
import { say } from './output.ts'

export async function sayNotices(notices: readonly LibraryNotice[]): Promise<void> {
  for (const { message, hint, lost } of notices) {
    await say(`${message}\n${hint}`)
    for (const name of lost?.names ?? []) await say(`  ${name}`)
  }
}
