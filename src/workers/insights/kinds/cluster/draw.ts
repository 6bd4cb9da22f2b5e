/** Rows as points by the two measures that tell the heaps apart best. */
import { capitalise } from '../../../../shared/format/words.ts'
import { spokenName } from '../../../../shared/story/spoken-name.ts'
import { columnAxis } from '../../charts/axes.ts'
import { counted, type DrawInsight, detailText } from '../../charts/drawing.ts'
import { base } from '../../charts/groups.ts'
import { chartWords } from '../../charts/words/index.ts'
import { allNamed, named } from '../../words/phrase.ts'
import { words } from './words/index.ts'

/** Beyond so many, points cover each other. */
const mostPoints = 2_000

export const drawCluster: DrawInsight = async ({ draft, table, source, language }) => {
  const { dialect } = source
  const derivation = draft.evidence.derived.clusters
  const from = draft.evidence.sql[derivation?.query ?? -1]
  const [x, y] = [derivation?.parameters.first, derivation?.parameters.second].map((place) =>
    typeof place === 'number' ? derivation?.columns[place] : undefined,
  )
  if (from === undefined || x === undefined || y === undefined) return null
  const filled = `FROM (SELECT ${dialect.identifier(x)} AS x, ${dialect.identifier(y)} AS y FROM (${from})) WHERE ${dialect.isFinite('x')} AND ${dialect.isFinite('y')}`
  const { rows } = await source.row<{ rows: number }>(`SELECT count(*) AS rows ${filled}`)
  if (rows < 3) return null
  const step = Math.ceil(rows / mostPoints)
  const sql =
    step === 1
      ? `SELECT x, y ${filled}`
      : `SELECT x, y FROM (SELECT x, y, row_number() OVER () AS place ${filled}) WHERE place % ${step} = 1 ORDER BY place`
  const points = await source.rows<{ x: number; y: number }>(sql)
  const [first, second] = [detailText(draft, 'first'), detailText(draft, 'second')]
  const said = chartWords.in(language).scatter
  const all = named(base(rows, table, language))
  const shown =
    step === 1
      ? all
      : words.in(language).picture.shown({
          base: all,
          points: counted(points.length, language),
        })
  const axes = { x: spokenName(first, table.columns), y: spokenName(second, table.columns) }
  return {
    spec: {
      kind: 'scatter',
      subtitle: said.subtitle({ ...allNamed({ ...axes, y: capitalise(axes.y) }), base: shown }).text,
      x: columnAxis('x', first, table),
      y: columnAxis('y', second, table),
    },
    columns: ['x', 'y'],
    rows: points.map((point) => [point.x, point.y]),
    sql,
    reduced: step > 1,
    shows: said.shows(allNamed(axes)).text,
  }
}
