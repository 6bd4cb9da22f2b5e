/** Tables that an object holds sideways: a list for each column, or an object for each record under a name of its own. */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { TextRows } from '../../tables/columns/write-text-rows.ts'
import type { RowWalk } from '../../tables/columns/write-wide.ts'
import { Field, leavesOf } from './fields.ts'
import type { Span } from './layout.ts'
import { type Member, namedValues } from './outline.ts'
import { ascii, endOfValue, incomplete, JsonFault, skipSpace, textOfValue } from './scan.ts'
import { RecordVisitor } from './visit.ts'

/** Texts of the elements of a list, or of the values of an object. */
function valuesOf(bytes: Buffer, { from, to }: Member): string[] {
  const end = to ?? bytes.length
  if (bytes[from] === ascii.openObject) {
    return Array.from(namedValues(bytes, from, end), (value) => textOfValue(bytes, value.from, value.to))
  }
  const values: string[] = []
  let at = skipSpace(bytes, from + 1, end)
  while (at < end - 1) {
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

/** The objects in an object, their names in the first column. */
export function rowsOfKeyed(bytes: Buffer, object: Span): { rows: TextRows; count: number } {
  const values = [...namedValues(bytes, object.from, object.to)]
  const root = new Field('', null)
  const survey = new RecordVisitor(root, null)
  for (const { from, to } of values) survey.visit(bytes, from, to)
  const leaves = leavesOf(root)
  for (const [index, leaf] of leaves.entries()) leaf.cell = index
  const walk = walkOver(values, ({ key, from, to }) => {
    const cells = leaves.map(() => '')
    new RecordVisitor(root, cells).visit(bytes, from, to)
    return [key, ...cells]
  })
  return { rows: { names: ['key', ...leaves.map(({ path }) => path.join('.'))], walk }, count: values.length }
}

/** The figures in an object, each behind its name. */
export function rowsOfFigures(bytes: Buffer, object: Span, name: string): { rows: TextRows; count: number } {
  const values = [...namedValues(bytes, object.from, object.to)]
  const walk = walkOver(values, ({ key, from, to }) => [key, textOfValue(bytes, from, to)])
  return { rows: { names: ['key', name], walk }, count: values.length }
}

function walkOver<Item>(items: readonly Item[], cellsOf: (item: Item) => string[]): RowWalk {
  return async (onRow, flush) => {
    for (const [index, item] of items.entries()) {
      onRow(cellsOf(item))
      if (index % 256 === 0) await flush()
    }
  }
}
