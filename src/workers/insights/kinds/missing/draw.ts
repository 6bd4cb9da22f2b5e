/** How much is missing, column by column: one chart for a whole table. */
import { counted, type DrawInsight } from '../../charts/drawing.ts'
import { words } from './words/index.ts'

const mostBars = 12

export const drawMissing: DrawInsight = async ({ draft, table, source, language }) => {
  const { dialect } = source
  const gappy = table.columns.filter(({ nulls }) => nulls > 0)
  if (gappy.length < 2) return null
  const parts = gappy.map(({ name }, index) => `count(*) - count(${dialect.identifier(name)}) AS missing_${index}`)
  const sql = `SELECT count(*) AS rows, ${parts.join(', ')} FROM ${dialect.identifier(table.name)}`
  const counts = await source.row<Record<string, number>>(sql)
  const total = counts.rows ?? 0
  if (total === 0) return null
  const rows = gappy
    .map(({ name }, index) => ({ name, share: (counts[`missing_${index}`] ?? 0) / total }))
    .toSorted((left, right) => right.share - left.share || (left.name < right.name ? -1 : 1))
  const shown = rows.slice(0, mostBars)
  const isReduced = rows.length > shown.length
  const said = words.in(language).picture
  const n = counted(total, language)
  return {
    spec: {
      kind: 'bar',
      subtitle: (isReduced ? said.subtitleOfMost({ n }) : said.subtitle({ n })).text,
      horizontal: true,
      x: { field: 'column', label: said.column.text, type: 'category', format: null },
      y: { field: 'share', label: said.share.text, type: 'number', format: 'percent' },
      highlight: draft.columns.slice(0, 1),
    },
    columns: ['column', 'share'],
    rows: shown.map(({ name, share }) => [name, share]),
    sql,
    reduced: isReduced,
    title: said.title.text,
    shows: said.shows.text,
  }
}
