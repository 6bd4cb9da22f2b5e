/** Whether files dropped together look like parts of one table: exports of several months, or of several shops. */
import { endingOf, formatOf, formatOfName } from '../../shared/file-formats/formats.ts'

/** Enough for the names of columns. */
const headBytes = 8_192

/** Texts begin with the same line; of other tables, whose names cannot be seen, the file names differ in numbers only. */
export async function lookAlike(files: readonly File[]): Promise<boolean> {
  const [first, ...others] = files
  if (first === undefined || others.length === 0) return false
  const format = formatOfName(first.name)
  if (format === null || formatOf(format).pipeline !== 'story') return false
  if (others.some(({ name }) => endingOf(name) !== endingOf(first.name))) return false
  const stem = stemOf(first.name)
  if (!formatOf(format).isPlainText) return others.every(({ name }) => stemOf(name) === stem)
  const line = await firstLineOf(first)
  if (line === null) return false
  for (const other of others) if ((await firstLineOf(other)) !== line) return false
  return true
}

/** The name without its numbers. */
function stemOf(name: string): string {
  return name.replaceAll(/\d+/gu, '#').toLowerCase()
}

/** The first line that has letters in it, where the columns have their names; null where there is none. */
async function firstLineOf(file: File): Promise<string | null> {
  const head = await file.slice(0, headBytes).text()
  const line = head.split(/\r\n|\r|\n/u).find((one) => one.trim() !== '')
  return line !== undefined && /\p{L}/u.test(line) && line.length < headBytes ? line.trim() : null
}
