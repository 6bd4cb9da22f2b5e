/** A picture whose categories stand in the order that a person gave them. */
import type { ProfiledTable } from '../../../shared/story/table.ts'
import type { Drawing } from './drawing.ts'

/**
 * The drawing as it is, where nothing is told of its columns. What is in no order stays behind, as it stood: so does the
 * rest that is folded into one bar. The steps of a waterfall each begin where the one before ends, and stay.
 */
export function drawnInOrder(drawing: Drawing, { columns }: Pick<ProfiledTable, 'columns'>): Drawing {
  const orderOf = (name: string | undefined): readonly string[] | undefined =>
    name === undefined ? undefined : columns.find((column) => column.name === name)?.order
  const [rows, series] = [orderOf(drawing.categories), orderOf(drawing.series)]
  const { spec, ranked, ...rest } = drawing
  const at = drawing.columns.indexOf(spec.x.field)
  // Lines are told apart by their names, wherever they stand.
  const isPlaced = spec.kind === 'heat' || spec.kind === 'panels'
  const isOrdered = rows !== undefined && spec.from === undefined
  return {
    ...rest,
    ...(ranked === undefined || isOrdered ? {} : { ranked }),
    rows: isOrdered ? inOrder(drawing.rows, (row) => row[at] ?? null, rows) : drawing.rows,
    spec:
      series === undefined || spec.series === undefined || !isPlaced
        ? spec
        : { ...spec, series: inOrder(spec.series, ({ label }) => label, series) },
  }
}

function inOrder<One>(all: readonly One[], categoryOf: (one: One) => unknown, order: readonly string[]): One[] {
  const place = new Map(order.map((category, index) => [category, index]))
  const placeOf = (one: One): number => place.get(String(categoryOf(one))) ?? order.length
  return all.toSorted((left, right) => placeOf(left) - placeOf(right))
}
