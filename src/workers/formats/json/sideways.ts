/** Tables that an object holds sideways: a list for each column, or an object for each record under a name of its own. */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { TextRows } from '../../tables/columns/write-text-rows.ts'
import type { RowWalk } from '../../tables/columns/write-wide.ts'
import { Field, leavesOf } from './fields.ts'
import type { Member } from './outline.ts'
import { ascii, endOfString, endOfValue, incomplete, JsonFault, skipSpace, textOfValue } from './scan.ts'
import { RecordVisitor } from './visit.ts'

/** Texts of the elements of a list, or of the values of an object. */
function valuesOf(bytes: Buffer, { from, to }: Member): string[] {
  const end = to ?? bytes.length
  const isObject = bytes[from] === ascii.openObject
  const values: string[] = []
  let at = skipSpace(bytes, from + 1, end)
  while (at < end - 1) {
    if (isObject) {
      const behindKey = endOfString(bytes, at + 1, end)
      if (behindKey === incomplete) break
      at = skipSpace(bytes, skipSpace(bytes, behindKey, end) + 1, end)
    }
    const behind = endOfValue(bytes, at, end)
    if (behind === incomplete) break
    values.push(textOfValue(bytes, at, behind))
    at = skipSpace(bytes, behind, end)
    if (bytes[at] === ascii.comma) at = skipSpace(bytes, at + 1, end)
    else if (at < end - 1) throw new JsonFault(at, note('json.commaBetweenValues'))
  }
  return values
}

/** Throws where the lists are of different lengths: they are no columns of one table then. */
export function rowsOfColumns(bytes: Buffer, members: readonly Member[]): { rows: TextRows; count: number } {
  const columns = members.map((member) => valuesOf(bytes, member))
  const count = columns[0]?.length ?? 0
  if (columns.some(({ length }) => length !== count)) {
    throw new StoryglassError('not_a_table', 'a JSON object of lists that are not equally long')
  }
  const indexes = Array.from({ length: count }, (_, index) => index)
  const walk = walkOver(indexes, (index) => columns.map((column) => column[index] ?? ''))
  return { rows: { names: members.map(({ path }) => path[0] ?? ''), walk }, count }
}

export function rowsOfKeyed(bytes: Buffer, members: readonly Member[]): { rows: TextRows; count: number } {
  const root = new Field('', null)
  const survey = new RecordVisitor(root, null)
  for (const { from, to } of members) survey.visit(bytes, from, to ?? bytes.length)
  const leaves = leavesOf(root)
  for (const [index, leaf] of leaves.entries()) leaf.cell = index
  const walk = walkOver(members, ({ path, from, to }) => {
    const cells = leaves.map(() => '')
    new RecordVisitor(root, cells).visit(bytes, from, to ?? bytes.length)
    return [path.at(-1) ?? '', ...cells]
  })
  return { rows: { names: ['key', ...leaves.map(({ path }) => path.join('.'))], walk }, count: members.length }
}

function walkOver<Item>(items: readonly Item[], cellsOf: (item: Item) => string[]): RowWalk {
  return async (onRow, flush) => {
    for (const [index, item] of items.entries()) {
      onRow(cellsOf(item))
      if (index % 256 === 0) await flush()
    }
  }
}
