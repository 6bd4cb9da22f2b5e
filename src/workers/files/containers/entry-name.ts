/** Names of an archive's entries. They are shown and compared, and never part of a path that is written to. */

/** What programs leave beside the files a person packed. */
const leftovers: readonly RegExp[] = [/^__MACOSX$/u, /^\./u, /^thumbs\.db$/iu, /^desktop\.ini$/iu]

/** With forward slashes, without what leads out of the archive or cannot be shown. Empty for a name of nothing else. */
export function cleanEntryName(raw: string): string {
  return segments(raw).join('/')
}

/** The last part of a clean name: what the file is called. */
export function fileNameOf(entry: string): string {
  return entry.slice(entry.lastIndexOf('/') + 1)
}

/** Folders, and what the system or an editor put there. */
export function isLeftover(raw: string): boolean {
  const parts = segments(raw)
  return /[\\/]$/u.test(raw) || parts.length === 0 || parts.some((part) => leftovers.some((mark) => mark.test(part)))
}

/** Whether a person who writes `wanted` means this entry: its whole name or that of the file, without regard to case. */
export function isNamed(entry: string, wanted: string): boolean {
  const folded = cleanEntryName(wanted).toLowerCase()
  return entry.toLowerCase() === folded || fileNameOf(entry).toLowerCase() === folded
}

function segments(raw: string): string[] {
  return raw
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/iu, '')
    .split('/')
    .map((part) => part.replaceAll(/\p{Cc}/gu, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
}
