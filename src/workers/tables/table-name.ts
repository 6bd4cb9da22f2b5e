/** What a table is called that has no name of its own. */
import path from 'node:path'
import { formatOfName } from '../../shared/file-formats/formats.ts'

/** The file's name without its ending. */
export function tableName(fileName: string): string {
  const base = path.basename(fileName.replaceAll('\\', '/'))
  // Endings are short, but for those of some formats we read.
  const ending = formatOfName(base) === null ? /\.[A-Za-z0-9]{1,5}$/u : /\.[^.]+$/u
  const stem = base.replace(ending, '').trim()
  return stem === '' ? base || 'table' : stem
}

/** With a number where another table of the source has the name: they differ by more than case, as SQL does not tell case apart. */
export function uniqueTableName(wanted: string, used: Set<string>): string {
  let name = wanted
  for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`
  used.add(name.toLowerCase())
  return name
}
