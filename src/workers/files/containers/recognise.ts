/** Which container a file is, by its first bytes. */
import type { ContainerId } from '../../../shared/file-formats/containers.ts'
import { isTarHeader } from './tar.ts'

/** Enough for every mark, that of a tar archive at byte 257 included. */
export const markBytes = 512

/** A zip archive may also be a package (a workbook, a Word document); whoever asks finds that out. */
export function containerOf(head: Buffer): ContainerId | null {
  const start = head.toString('latin1', 0, 4)
  if (start === 'PK\u0003\u0004' || start === 'PK\u0005\u0006') return 'zip'
  if (start.startsWith('\u001f\u008b\u0008')) return 'gzip'
  if (start === '\u0028\u00b5\u002f\u00fd') return 'zstd'
  // The digit is the size of blocks; what follows is the mark of a block, or of the end of an empty file.
  if (/^BZh[1-9]$/u.test(start) && /^(?:314159265359|177245385090)/u.test(head.toString('hex', 4, 10))) return 'bzip2'
  return isTarHeader(head) ? 'tar' : null
}
