/** By what a story is known to be of another version of a file. */
import { createHash } from 'node:crypto'
import type { Story } from '../../../shared/story/story.ts'

/** Of the names of all columns, in their order, whatever kind of file they came from and whatever its tables are called. */
export function shapeOfStory({ tables }: Pick<Story, 'tables'>): string {
  const names = tables.map(({ columns }) => columns.map(({ name }) => name.normalize('NFC').trim().toLowerCase()))
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32)
}

/** The letters of a file's name: `sales-2024-01.csv` and `sales-2024-02.csv` have the same. */
export function nameStem(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
}
